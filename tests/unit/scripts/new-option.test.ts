import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { optionSkeleton, refusal, TO_WRITE } from '../../../scripts/new-option.ts';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { loadComparison, tryLoadComparison } from '../../../src/comparison/load.ts';

const root = resolve(import.meta.dirname, '../../..');
const contents = ['tests/fixtures/sound', 'tests/fixtures/tea', 'content'];

const load = (directory: string): Comparison =>
  loadComparison({ directory: resolve(root, directory), today: '2100-01-01' });

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

function copyOf(folder: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
  made.push(directory);
  cpSync(join(root, folder), directory, { recursive: true });
  return directory;
}

const optionFile = (directory: string, slug: string): string =>
  join(directory, 'options', `${slug}.mdx`);

describe('the file of a new option', () => {
  it.each(contents)('has no fault beside the content of %s', (folder) => {
    const directory = copyOf(folder);
    // Two of them, since what both say must not clash either.
    for (const slug of ['blank-one', 'blank-two']) {
      writeFileSync(optionFile(directory, slug), optionSkeleton(slug, load(directory)));
    }
    const { comparison, faults } = tryLoadComparison({ directory, today: '2100-01-01' });
    expect(faults).toEqual([]);
    const ratings = comparison?.options.find((o) => o.slug === 'blank-two')?.ratings ?? {};
    expect(Object.keys(ratings)).toEqual(comparison?.criteria.map((c) => c.slug));
    expect(Object.values(ratings).every((rating) => rating.state === 'unrated')).toBe(true);
  });

  it('marks each blank: what bears no mark is structure', () => {
    const [front = ''] = optionSkeleton('blank', load('tests/fixtures/sound')).split(/^ratings:/m);
    const lines = front.split('\n').map((line) => line.trim());
    const unmarked = lines.filter(
      (line) => /: \S/.test(line) && !line.startsWith('#') && !line.includes(TO_WRITE),
    );
    expect([...new Set(unmarked)]).toMatchInlineSnapshot(`
      [
        "aliases: []",
        "formerNames: []",
        "sources: [blank-docs]",
        "ends: []",
        "area: install",
        "startSources: [blank-docs]",
        "reports: []",
        "conflicts: []",
        "claims: []",
        "- id: site",
        "- id: machine",
        "zone: site",
        "role: work",
        "links: []",
      ]
    `);
  });

  it('says of each criterion, in the order of the groups, what it asks and allows', () => {
    const skeleton = optionSkeleton('blank', load('tests/fixtures/tea'));
    const [, ratings] = /^ratings:\n([\s\S]*?)^#/m.exec(skeleton) ?? [];
    expect(ratings).toMatchInlineSnapshot(`
      "  # ── Taste ──
        # How strong does it taste?
        # value: mild, medium, strong
        strength:
          state: unrated
        # When can it be had?
        # value: all-year, autumn, gone
        season:
          state: unrated
        # What is told of it?
        # value: a text
        story:
          state: unrated
        # ── Facts ──
        # How much caffeine is in a cup?
        # value: a number of mg
        # basis: measured, stated
        caffeine:
          state: unrated
        # Can it be had from organic farming?
        # value: true or false
        organic:
          state: unrated
        # In which form is it sold?
        # value: a list of loose, bags, single
        sold-as:
          state: unrated
        # How high does it grow?
        # value: a number of m
        # basis: surveyed
        height:
          state: unrated
      "
    `);
  });
});

describe('a slug', () => {
  it.each(['small-cluster', 'k8s', '4-edge'])('may be %s', (slug) => {
    expect(refusal(slug, load('tests/fixtures/tea'))).toBeUndefined();
  });

  it.each([
    'Small-Cluster',
    'small cluster',
    'small_cluster',
    '-small',
    'small--cluster',
    '../k3s',
  ])('may not be %s', (slug) => {
    expect(refusal(slug, load('tests/fixtures/tea'))).toBe(
      `“${slug}” is not a slug. Write lower-case words joined by hyphens, as in small-one.`,
    );
  });

  it('may not be that of another option', () => {
    expect(refusal('black-tea', load('tests/fixtures/tea'))).toBe(
      'tests/fixtures/tea/options/black-tea.mdx exists already. Correct it there, or choose another slug.',
    );
  });

  it('may not be one that another option had before', () => {
    expect(refusal('bohea', load('tests/fixtures/tea'))).toBe(
      '“bohea” is a former slug of Black tea, so old links with it lead to tests/fixtures/tea/options/black-tea.mdx. Choose another slug.',
    );
  });
});

describe('npm run new:option', () => {
  function run(
    directory: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
  ): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, ['scripts/new-option.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: directory, ...env },
    });
  }

  it('writes the file, says what comes next, and leaves content that passes the check', () => {
    const directory = copyOf('tests/fixtures/sound');
    const { status, stdout } = run(directory, ['lantern']);
    const file = optionFile(directory, 'lantern');
    expect(status).toBe(0);
    expect(stdout.replace(relative(root, file), 'options/lantern.mdx')).toMatchInlineSnapshot(`
      "Wrote options/lantern.mdx. Next:
        1. Fill each TO-WRITE in it.
        2. npm run check   tells what is wrong, with file, line and what is expected.
        3. npm run dev     shows it under /options/lantern/.
      "
    `);
    const check = spawnSync(process.execPath, ['scripts/check.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CONTENT_DIR: directory },
    });
    expect(check.status).toBe(0);
  });

  it.each([
    { args: ['lantern', '--dry-run'], env: {} },
    // npm reads the flag as its own unless a -- stands before it.
    { args: ['lantern'], env: { npm_config_dry_run: 'true' } },
  ])('only prints the file with $args and $env', ({ args, env }) => {
    const directory = copyOf('tests/fixtures/sound');
    const { status, stdout } = run(directory, args, env);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^---\n[\s\S]*\nratings:\n/);
    expect(existsSync(optionFile(directory, 'lantern'))).toBe(false);
  });

  const usage = 'Usage: npm run new:option <slug> [-- --dry-run]\n';
  it.each([
    { args: [], says: `An argument is missing. ${usage}` },
    { args: ['a', 'b'], says: `“b” is one argument too many. ${usage}` },
    { args: ['--force'], says: `There is no flag “--force”. ${usage}` },
    { args: ['Lantern'], says: /^“Lantern” is not a slug\. / },
    { args: ['candle'], says: /exists already\. Correct it there, or choose another slug\.\n$/ },
    { args: ['con'], says: /^“con” cannot be the name of a file\. Write lower-case .*\n$/ },
    { args: ['a'.repeat(300)], says: /^“a+” cannot be the name of a file\. Write .*\n$/ },
    // What only the validator knows.
    { args: ['a-vs-b'], says: /^No option can be called “a-vs-b”\. .*\n$/ },
  ])('refuses $args', ({ args, says }) => {
    const directory = copyOf('tests/fixtures/sound');
    const before = readdirSync(join(directory, 'options'));
    const { status, stdout, stderr } = run(directory, args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(readdirSync(join(directory, 'options'))).toEqual(before);
  });

  it('writes the first file beside a table that holds all other options', () => {
    const directory = copyOf('tests/fixtures/sound');
    rmSync(join(directory, 'options'), { recursive: true });
    rmSync(join(directory, 'published'), { recursive: true });
    writeFileSync(
      join(directory, 'options.csv'),
      'slug,name,kind,light,power,version,checked,evidence,why,sources\ncandle,Candle,desk,dim,unrated,1,2025-01-01,documented,So.,book\n',
    );
    const { status, stderr } = run(directory, ['lantern']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(existsSync(optionFile(directory, 'lantern'))).toBe(true);
  });

  it('asks for sound content first', () => {
    const directory = copyOf('tests/fixtures/sound');
    rmSync(join(directory, 'site.yaml'));
    const { status, stderr } = run(directory, ['lantern']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/The file is missing\.[\s\S]*\n1 fault in 1 file\.\n$/);
  });
});
