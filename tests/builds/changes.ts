/**
 * Whether content that the check calls sound can be built, and is shown. Content is changed at random, and
 * each change that the check lets pass stays, as long as all of them together pass it too.
 *
 * The folder that comes of it is content that the check calls sound, with many odd things in it, so that it
 * must build: one build tries them all. None can hide another, since pages are built of their own files and
 * each page is looked at; where the build fails, halves of the changes are made again until the one is found.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'node-html-parser';
import { moves } from '../../src/comparison/former-addresses.ts';
import { link } from '../../src/comparison/link.ts';
import { readContent } from '../../src/comparison/load.ts';
import { partsOfPages } from '../../src/comparison/page-parts.ts';
import { allPaths } from '../../src/links/routes.ts';
import { slugsOf } from '../../src/comparison/slugs-of.ts';
import { wrongIds } from '../page-ids.ts';
import { drawing, mutate, type Mutation } from './mutations.ts';

const root = resolve(import.meta.dirname, '../..');
const fixture = join(root, 'tests/fixtures/lamps');
// Always the same folders, since the builder keeps a cache for each.
const workshop = join(root, '.cache/sound');
const content = join(workshop, 'content');
const trial = join(workshop, 'trial');
const output = join(workshop, 'site');
const today = '2026-11-29';

/** A change with the seed that makes it again. */
type Change = Mutation & { readonly seed: number };

export interface Outcome {
  /** How many changes the check let pass. */
  readonly sound: number;
  /** How many it refused. */
  readonly refused: number;
  /** What went wrong although the check had called the content sound. */
  readonly wrong: readonly string[];
}

const wordOf = (seed: number): string => `Zq${String(seed)}zq`;

const copy = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
};

/** Makes changes at random and builds what the check calls sound, once. */
export function tryChanges(first: number, count: number): Outcome {
  const kept: Change[] = [];
  const wrong: string[] = [];
  copy(fixture, content);
  for (let seed = first; seed < first + count; seed += 1) {
    copy(content, trial);
    const change = { ...mutate(drawing(seed), trial, wordOf(seed)), seed };
    try {
      if (readContent({ directory: trial, today }).faults.length > 0) continue;
    } catch (error) {
      // A stack trace is no answer, whatever the content.
      wrong.push(`${described(change)}: the check fails: ${String(error)}`);
      continue;
    }
    copy(trial, content);
    kept.push(change);
  }
  wrong.push(...lookAt(kept));
  return { sound: kept.length, refused: count - kept.length, wrong };
}

const described = ({ seed, what }: Change): string => `${String(seed)} (${what})`;

/** Builds the content and looks at it. */
function lookAt(changes: readonly Change[]): readonly string[] {
  const failed = build();
  if (failed === null) return lacking(changes);
  const culprits = changes.filter((change) => {
    // Most changes can be made alone; those that follow from others are told with them.
    copy(fixture, content);
    mutate(drawing(change.seed), content, wordOf(change.seed));
    return readContent({ directory: content, today }).faults.length === 0 && build() !== null;
  });
  return [
    `The build fails: ${failed}`,
    ...(culprits.length > 0 ? culprits : changes).map(described),
  ];
}

/** What a build says when it fails; null if it succeeds. */
function build(): string | null {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/build.ts'), '--silent'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        CONTENT_DIR: content,
        OUT_DIR: output,
        BASE_PATH: '/',
        PICTURES: 'site',
        SOURCE_DATE_EPOCH: String(Date.parse(`${today}T12:00:00Z`) / 1000),
      },
    },
  );
  return status === 0 ? null : `${stdout}${stderr}`.trim().slice(-1500);
}

/** What the built site lacks or says that it should not. */
function lacking(changes: readonly Change[]): readonly string[] {
  const { content: checked } = readContent({ directory: content, today });
  if (checked === null) return ['The content cannot be read.'];
  const comparison = link(checked);
  const parts = partsOfPages(checked);
  const wrong: string[] = [];
  const texts: string[] = [];
  const paths = [...allPaths(slugsOf(comparison)), ...moves(comparison).map(({ from }) => from)];
  for (const path of paths) {
    const file = join(output, path, 'index.html');
    if (!existsSync(file)) {
      wrong.push(`${path} is lost`);
      continue;
    }
    const page = parse(readFileSync(file, 'utf8'));
    const part = parts.get(path);
    if (part !== undefined) wrong.push(...wrongIds(path, page, part()));
    const text = page.textContent;
    if (/\bundefined\b|\[object |\bNaN\b/.test(text)) wrong.push(`${path} speaks of undefined`);
    // What a question asks next is drawn by a script, of what the page gives it.
    const given = page
      .querySelectorAll('script[type="application/json"]')
      .map((script) => script.textContent);
    const hints = page.querySelectorAll('[title]').map((e) => e.getAttribute('title') ?? '');
    texts.push(text, ...given, ...hints);
  }
  const whole = texts.join('\n');
  const lost = changes.filter(({ word }) => word !== undefined && !whole.includes(word));
  // A later change may have taken the place of an earlier one.
  const stillThere = readAll();
  return [
    ...wrong,
    ...lost
      .filter(({ word }) => word !== undefined && stillThere.includes(word))
      .map((change) => `${described(change)}: nobody can read it`),
  ];
}

const readAll = (): string =>
  spawnSync('grep', ['-rh', 'Zq', content], { encoding: 'utf8' }).stdout;
