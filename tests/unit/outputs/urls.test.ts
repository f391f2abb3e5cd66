/** Addresses of content files at the host of their repository. */

import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { loadTea } from '../comparison/loaded.ts';

const tea = loadTea();

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const inRepository = (repository: Comparison['site']['repository']): Comparison => ({
  ...tea,
  site: { ...tea.site, repository },
});

async function hrefs(repository: Comparison['site']['repository']): Promise<(string | null)[]> {
  const { editHref, lineHref } = await import('../../../src/outputs/urls.ts');
  const { contentDirectory } = await import('../../../src/comparison/environment.ts');
  const file = join(contentDirectory, 'options/black-tea.mdx');
  const comparison = inRepository(repository);
  return [editHref(comparison, file), lineHref(comparison, file, 7)];
}

it('lead to the file, whatever branch and folder are called', async () => {
  const url = 'https://git.example/edit/leafwise';
  expect(await hrefs({ url, branch: 'fix/#1?', folder: '/my content/' })).toEqual([
    `${url}/edit/fix/%231%3F/my%20content/options/black-tea.mdx`,
    `${url}/blob/fix/%231%3F/my%20content/options/black-tea.mdx?plain=1#L7`,
  ]);
  expect(await hrefs({ url, branch: 'main', folder: '.' })).toEqual([
    `${url}/edit/main/options/black-tea.mdx`,
    `${url}/blob/main/options/black-tea.mdx?plain=1#L7`,
  ]);
});

it.each([
  ['https://git.example/a/b/', 'https://git.example/a/b'],
  ['https://git.example/a/b.git', 'https://git.example/a/b'],
  ['https://bücher.example/ü "b"', 'https://xn--bcher-kva.example/%C3%BC%20%22b%22'],
])('begin with REPOSITORY_URL=%s as it may stand anywhere', async (setting, start) => {
  vi.stubEnv('REPOSITORY_URL', setting);
  const [edit] = await hrefs(undefined);
  expect(edit).toBe(`${start}/edit/main/content/options/black-tea.mdx`);
});
