import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderSchemas, SCHEMA_DIRECTORY, staleSchemas } from '../../../scripts/editor-schemas.ts';
import { contentDay } from '../../../src/comparison/content-day.ts';
import { parseContentFile } from '../../../src/comparison/document.ts';
import { loadComparison } from '../../../src/comparison/load.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The schema of the files of each folder; those of the files at the top bear their names. */
const SCHEMAS: Readonly<Record<string, string>> = {
  criteria: 'criterion',
  guides: 'guide',
  options: 'option',
  pages: 'page',
  published: 'published',
  questions: 'question',
  scenarios: 'scenario',
  sources: 'source',
};

function render(folder: string): Promise<ReadonlyMap<string, string>> {
  const directory = join(root, folder);
  return renderSchemas(loadComparison({ directory, today: contentDay(directory) }));
}

/** What the schema of this name makes of a content file. */
function validator(rendered: ReadonlyMap<string, string>, name: string): z.ZodType {
  const text = rendered.get(`${name}.schema.json`) ?? 'false';
  return z.fromJSONSchema(JSON.parse(text) as z.core.JSONSchema.JSONSchema);
}

function dataOf(path: string): object {
  const file = { collection: '', slug: '', file: path, bytes: readFileSync(path) };
  return parseContentFile(file).document?.data ?? {};
}

const readSchemas = (): string[] =>
  readdirSync(SCHEMA_DIRECTORY).map((name) => readFileSync(join(SCHEMA_DIRECTORY, name), 'utf8'));

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

describe('the schemas for editors', () => {
  it('are those of the present content; if not, run “npm run fix”', async () => {
    expect(staleSchemas(await render('content'), SCHEMA_DIRECTORY)).toEqual([]);
  });

  it.each(['tests/fixtures/sound', 'tests/fixtures/tea', 'content'])(
    'accept every file of %s',
    async (folder) => {
      const rendered = await render(folder);
      const refused = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:mdx|yaml)$/.test(file))
        .filter((file) => {
          const [first = ''] = file.split(/[/\\]/);
          const schema = validator(rendered, SCHEMAS[first] ?? basename(file, '.yaml'));
          return !schema.safeParse(dataOf(join(root, folder, file))).success;
        });
      expect(refused).toEqual([]);
    },
  );

  it.each([
    { rating: 'strength', is: { value: 'bitter' } },
    { rating: 'season', is: { value: 'winter' } },
    { rating: 'sold-as', is: { value: ['loose', 'barrels'] } },
    { rating: 'organic', is: { value: 'yes' } },
    { rating: 'height', is: { value: '2200 m' } },
    { rating: 'caffeine', is: { basis: 'guessed' } },
    { rating: 'story', is: { value: 1773 } },
    { rating: 'flavour', is: { value: 'strong' } },
  ])('refuse $is on $rating', async ({ rating, is }) => {
    const schema = validator(await render('tests/fixtures/tea'), 'option');
    const option = z
      .looseObject({ ratings: z.record(z.string(), z.looseObject({})) })
      .parse(dataOf(join(root, 'tests/fixtures/tea/options/black-tea.mdx')));
    expect(schema.safeParse(option).success).toBe(true);
    const ratings = { ...option.ratings, [rating]: { ...option.ratings[rating], ...is } };
    expect(schema.safeParse({ ...option, ratings }).success).toBe(false);
  });

  it('are stale where one is missing or differs, whatever its line ends', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
    made.push(directory);
    const rendered = await render('tests/fixtures/sound');
    for (const [name, text] of rendered) {
      writeFileSync(join(directory, name), text.replaceAll('\n', '\r\n'));
    }
    expect(staleSchemas(rendered, directory)).toEqual([]);
    rmSync(join(directory, 'page.schema.json'));
    writeFileSync(join(directory, 'site.schema.json'), '{}\n');
    expect(staleSchemas(rendered, directory)).toEqual(['site.schema.json', 'page.schema.json']);
  });

  it('are compared by --check, which names the stale ones and writes none', () => {
    const before = readSchemas();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['scripts/editor-schemas.ts', '--check'],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, CONTENT_DIR: 'tests/fixtures/sound' },
      },
    );
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Out of date in .vscode/schemas: option.schema.json, criterion.schema.json, site.schema.json. Run: npm run fix\n',
    );
    expect(readSchemas()).toEqual(before);
  });
});
