/** What the style sheets must not say. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src/styles');
// A page with few elements that move can afford it.
const sheets = readdirSync(folder).filter((name) => name !== 'recommend.css');

it('finds the sheets', () => {
  expect(sheets).toContain('matrix.css');
});

// Browsers would style all that is in a list or table anew whenever one of its elements moves.
it.each(sheets)('%s has no rule for whatever comes after another element', (name) => {
  const css = readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  expect(css.match(/[^{};]*[+~]\s*\*[^{};]*/g) ?? []).toEqual([]);
});
