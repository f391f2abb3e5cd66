/** Which folder may import what, held by lint; and that no two modules need each other. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });

/** What the rule on imports says of one import in a file. */
async function verdict(file: string, from: string): Promise<readonly string[]> {
  const config = (await eslint.calculateConfigForFile(resolve(root, file))) as {
    rules: Linter.RulesRecord;
  };
  const rule = config.rules['no-restricted-imports'];
  const messages = new Linter().verify(`import ${JSON.stringify(from)};`, [
    { rules: rule === undefined ? {} : { 'no-restricted-imports': rule } },
  ]);
  return messages.map((message) => message.message);
}

describe('an import that climbs is refused', () => {
  it.each([
    ['src/decision/model.ts', '../links/view.ts'],
    ['src/decision/model.ts', '../words/label.ts'],
    ['src/decision/model.ts', '../comparison/load.ts'],
    ['src/decision/model.ts', '../islands/theme.ts'],
    ['src/decision/model.ts', 'node:fs'],
    ['src/decision/nested/model.ts', '../../links/view.ts'],
    ['src/links/view.ts', '../words/label.ts'],
    ['src/links/view.ts', 'zod'],
    ['src/words/label.ts', '../comparison/load.ts'],
    ['src/words/label.ts', 'astro:content'],
    ['src/comparison/load.ts', '../outputs/api.ts'],
    ['src/comparison/checks/links.ts', '../../outputs/api.ts'],
    ['src/comparison/load.ts', '../pages/index.astro'],
    ['src/outputs/api.ts', '../components/dates.ts'],
    ['src/components/term-links.ts', '../layouts/Base.astro'],
    ['src/components/prose/Cite.astro', '../../pages/index.astro'],
    ['src/layouts/Base.astro', '../pages/index.astro'],
    ['src/islands/theme.ts', '../comparison/load.ts'],
    ['src/islands/theme.ts', 'zod'],
    ['src/islands/theme.ts', 'node:path'],
    ['src/islands/recommend/worker.ts', '../../outputs/api.ts'],
  ])('%s → %s', async (file, from) => {
    expect(await verdict(file, from)).toHaveLength(1);
  });
});

describe('an import of the same floor or a lower one is allowed', () => {
  it.each([
    ['src/decision/model.ts', './scale.ts'],
    ['src/decision/model.ts', './nested/model.ts'],
    ['src/links/view.ts', '../decision/scale.ts'],
    ['src/words/label.ts', '../links/view.ts'],
    ['src/comparison/load.ts', '../decision/scale.ts'],
    ['src/comparison/load.ts', 'node:fs'],
    ['src/outputs/markdown/prose.ts', '../../comparison/body.ts'],
    ['src/components/term-links.ts', '../comparison/current.ts'],
    ['src/islands/theme.ts', '../words/label.ts'],
    ['src/islands/recommend/worker.ts', '../../decision/label.ts'],
    ['src/islands/recommend/worker.ts', './plots.tsx'],
  ])('%s → %s', async (file, from) => {
    expect(await verdict(file, from)).toEqual([]);
  });
});

/** What each module of `src/` imports of `src/`, types included. */
function importGraph(): ReadonlyMap<string, readonly string[]> {
  const source = join(root, 'src');
  const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|astro|js)$/.test(path))
    .map((path) => join(source, path));
  return new Map(
    modules.map((path) => [
      relative(source, path),
      [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^'?]+)/g)].map(
        ([, target = '']) => relative(source, resolve(dirname(path), target)),
      ),
    ]),
  );
}

it('no module needs itself by way of others, not even for types', () => {
  const graph = importGraph();
  expect(graph.size).toBeGreaterThan(100);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    done.add(path);
    for (const target of graph.get(path) ?? []) visit(target, [...way, path]);
  };
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

it('no two modules have the same name', () => {
  // Pages are named by their addresses, and an index by its folder.
  const names = [...importGraph().keys()]
    .filter((path) => !path.startsWith('pages/') && !path.endsWith('index.ts'))
    .map((path) => path.replace(/^.*\//, '').toLowerCase());
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
