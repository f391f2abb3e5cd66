import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentVersion } from '../../../src/comparison/content-version.ts';
import { loadComparison, readContent } from '../../../src/comparison/load.ts';
import { loadTea, TODAY } from './loaded.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-'));
  cpSync(join(import.meta.dirname, '../../fixtures/tea'), folder, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const version = (): string => loadComparison({ directory: folder, today: TODAY }).version;

describe('the version of the content', () => {
  it('depends neither on the day nor on where the files lie', () => {
    expect(loadTea('2027-01-01').version).toBe(loadTea().version);
    expect(version()).toBe(loadTea().version);
  });

  it('changes with a single rating', () => {
    edit('options/black-tea.mdx', (text) => text.replace('Many gardens', 'Most gardens'));
    expect(version()).not.toBe(loadTea().version);
  });

  it.each(['sources/common.yaml', 'glossary.yaml', 'published/guide.yaml', 'site.yaml'])(
    'changes with %s',
    (file) => {
      edit(file, (text) => text.replace(/^(\s*(?:- )?(?:title|term):) .*$/m, '$1 Another'));
      expect(version()).not.toBe(loadTea().version);
    },
  );

  it('does not change with prose, nor with warnings that are accepted', () => {
    edit('guides/brewing.mdx', (text) => `${text}\nOne more sentence.\n`);
    writeFileSync(
      join(folder, 'exceptions.yaml'),
      'exceptions:\n  - { rule: no-reports, option: water, reason: None, until: 2027-01-01 }\n',
    );
    expect(version()).toBe(loadTea().version);
  });

  it('does not change with the order of fields, nor with the file that declares a shared source', () => {
    const { content } = readContent({ directory: folder, today: TODAY });
    const all = content?.all ?? [];
    const reversed = (data: unknown): unknown =>
      Object.fromEntries(Object.entries(data ?? {}).toReversed());
    expect(contentVersion({ all: all.map((e) => ({ ...e, data: reversed(e.data) })) })).toBe(
      contentVersion({ all }),
    );
    const elsewhere = all.map((e) => (e.collection === 'sources' ? { ...e, slug: 'other' } : e));
    expect(contentVersion({ all: elsewhere })).toBe(contentVersion({ all }));
  });
});
