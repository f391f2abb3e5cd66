/** Which folder may import what, held by lint. */

import { resolve } from 'node:path';
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

describe('an import across a zone is refused', () => {
  it.each([
    ['src/decision/model.ts', '../comparison/load.ts'],
    ['src/decision/model.ts', 'node:fs'],
    ['src/decision/model.ts', 'zod'],
    ['src/decision/model.ts', 'astro:content'],
    ['src/decision/model.ts', './nested/model.ts'],
    ['src/comparison/load.ts', '../components/links.ts'],
    ['src/comparison/load.ts', '../pages/index.astro'],
    ['src/components/links.ts', '../layouts/Base.astro'],
    ['src/components/links.ts', '../pages/index.astro'],
    ['src/islands/theme.ts', '../comparison/load.ts'],
    ['src/islands/theme.ts', 'zod'],
    ['src/islands/theme.ts', 'node:path'],
    ['src/islands/recommend/worker.ts', '../../comparison/load.ts'],
  ])('%s → %s', async (file, from) => {
    expect(await verdict(file, from)).toHaveLength(1);
  });
});

describe('an import along the arrows is allowed', () => {
  it.each([
    ['src/decision/model.ts', './scale.ts'],
    ['src/comparison/load.ts', '../decision/scale.ts'],
    ['src/comparison/load.ts', 'node:fs'],
    ['src/components/links.ts', '../comparison/current.ts'],
    ['src/islands/theme.ts', '../decision/label.ts'],
    ['src/islands/recommend/worker.ts', '../../decision/label.ts'],
    ['src/islands/recommend/worker.ts', './plots.tsx'],
  ])('%s → %s', async (file, from) => {
    expect(await verdict(file, from)).toEqual([]);
  });
});
