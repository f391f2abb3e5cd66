/** The words that content/STYLE.md asks writers to avoid are not in what the content says. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TESTED } from '../content-under-test.ts';

const style = join(TESTED, 'STYLE.md');
/** Not every content has a guide to its style. */
const hasStyle = existsSync(style);

/** The words to avoid, as the list in the style guide has them: one a line, marked as code. */
const avoided = [
  ...(/### Words to avoid\n([^]*?)\n##/.exec(hasStyle ? readFileSync(style, 'utf8') : '')?.[1] ?? '').matchAll(
    /^- `([^`]+)`/gm,
  ),
].map(([, word = '']) => word);

/** A text without what is not ours to word: addresses, code, quotations, and words that readers search by. */
function ours(text: string): string {
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  return text
    .replaceAll(/^(\s*)(?:aliases|also):(?:.*\n)(?:\1- .*\n)*/gm, blank)
    .replaceAll(/^\s*url:.*$/gm, blank)
    .replaceAll(/“[^”]*”/g, blank)
    .replaceAll(/`[^`]*`/g, blank)
    .replaceAll(/\]\([^)]*\)/g, blank);
}

const files = readdirSync(TESTED, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:mdx|yaml)$/.test(file) && !file.startsWith('releases'),
);

describe.skipIf(!hasStyle)('words to avoid', () => {
  it('are listed', () => {
    expect(avoided.length).toBeGreaterThan(8);
  });

  it.each(avoided)('“%s” is nowhere', (word) => {
    const pattern = new RegExp(`\\b${word}\\b`, 'gi');
    const found = files.flatMap((file) =>
      ours(readFileSync(join(TESTED, file), 'utf8'))
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`${file}:${String(i + 1)}: ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

it('leaves quotations, code, addresses and search words as they are', () => {
  expect(ours('aliases:\n- labour\nsummary: x\n')).not.toContain('labour');
  expect(ours('He said “it shall”.')).not.toContain('shall');
  expect(ours('see [it](/guides/far-nodes/)')).toContain('see [it');
  expect(ours('It stands here.')).toContain('stands');
});
