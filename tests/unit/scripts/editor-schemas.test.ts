import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderSchemas, SCHEMA_DIRECTORY, staleSchemas } from '../../../scripts/editor-schemas.ts';
import { COLLECTION_NAMES, KINDS, placeOf } from '../../../src/comparison/collections.ts';
import { contentDay } from '../../../src/comparison/content-day.ts';
import { parseContentFile } from '../../../src/comparison/document.ts';
import { loadComparison } from '../../../src/comparison/load.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The name of the schema for a file of a content folder. */
function schemaFor(file: string): string {
  const [first = ''] = file.split(/[/\\]/);
  const name = COLLECTION_NAMES.find((collection) => placeOf(collection).place === first);
  return name === undefined ? 'none' : KINDS[name].noun;
}

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
  return parseContentFile({ file: path, bytes: readFileSync(path) }).document?.data ?? {};
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
          const schema = validator(rendered, schemaFor(file));
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
    { rating: 'height', is: { value: '2200 miles' } },
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

  it('are assigned to all files of YAML that people write', () => {
    const { value } = /"yaml\.schemas": (?<value>\{[^}]*\})/.exec(
      readFileSync(join(SCHEMA_DIRECTORY, '../settings.json'), 'utf8'),
    )?.groups ?? { value: '{}' };
    const assigned = Object.entries(JSON.parse(value ?? '{}') as Record<string, string>);
    const expected = COLLECTION_NAMES.map((name) => KINDS[name])
      .filter(({ files, writtenBy }) => files.endsWith('.yaml') && writtenBy === undefined)
      .map(({ noun, files }) => [`./.vscode/schemas/${noun}.schema.json`, `content/${files}`]);
    expect(assigned.toSorted()).toEqual(expected.toSorted());
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
      'Out of date in .vscode/schemas: site.schema.json, option.schema.json, criterion.schema.json. Run: npm run fix\n',
    );
    expect(readSchemas()).toEqual(before);
  });
});
