/**
 * `npm run watch`: asks the repositories of the sources what has changed since they were read, and tells
 * what rests on it, most decisive first; then which repositories have stopped, which options have newer
 * releases, and which ends of support have come or come soon. With --write, what was found goes into watch.yaml and the releases into
 * the files of their options.
 */

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutUnwanted } from '../src/comparison/characters.ts';
import { contentDirectory } from '../src/comparison/environment.ts';
import { editionOf } from '../src/comparison/edition-links.ts';
import type { Comparison, Edition, Option, Source } from '../src/comparison/comparison.ts';
import { endsOf } from '../src/comparison/lifecycle.ts';
import { placeOf } from '../src/comparison/collections.ts';
import type { Finding } from '../src/comparison/schemas/watch.ts';
import { dateInWords } from '../src/words/dates.ts';
import { changeInWords } from '../src/words/edition-words.ts';
import { clipped } from '../src/words/unfollowed-lines.ts';
import {
  askRepository,
  dayOfCommit,
  Unreachable,
  type AskOptions,
  type FileNews,
} from './lib/ask-repository.ts';
import { CommandError, loadContent, MISUSED, runCommand } from './lib/command.ts';
import { compareVersions, newestRelease, withLatest } from './lib/newest-release.ts';
import { restingOn, type Resting } from './lib/watch-list.ts';

const TOGETHER = 4;
/** Changes with the form of the answers that are kept, so that those of another form are asked for anew. */
const ANSWER_FORM = 2;
/** How long one repository and all of them may take. */
const REPOSITORY_MS = 5 * 60_000;
const ALL_MS = 25 * 60_000;
const SOON_DAYS = 90;
/** After how long without a commit a branch counts as stopped. */
const STOPPED_DAYS = 365;

/** Characters of a heading that are kept. */
const LONGEST_HEADING = 200;

interface Watched {
  readonly repository: string;
  readonly sources: readonly { readonly source: Source; readonly edition: Edition }[];
  readonly options: readonly Option[];
}

/** What became known of one repository; kept, so that a run that was cut off goes on where it was. */
interface Known {
  readonly files: readonly FileNews[];
  readonly lastCommits: readonly (string | null)[];
  readonly releases: readonly {
    readonly option: string;
    readonly version: string;
    readonly date: string | null;
  }[];
}

type Answer = Known | { readonly unreachable: string };

interface Flags {
  readonly json: boolean;
  readonly write: boolean;
  readonly again: boolean;
  readonly repository?: string | undefined;
  readonly from?: string[] | undefined;
  readonly cache: string;
}

async function main(flags: Flags): Promise<number> {
  const comparison = loadContent();
  const today = new Date().toISOString().slice(0, 10);
  const places = placesOf(flags.from ?? []);
  const all = watchedIn(comparison);
  const strange = [...places.keys()].find((from) => !all.some((w) => w.repository === from));
  if (strange !== undefined) {
    throw new CommandError(`No source lies in “${strange}”, which --from names.`, MISUSED);
  }
  const asked = all.filter(
    (w) => flags.repository === undefined || w.repository === flags.repository,
  );
  if (asked.length === 0) {
    throw new CommandError(
      flags.repository === undefined
        ? 'No source names a repository, so there is nothing to ask.'
        : `No source lies in “${flags.repository}”.`,
    );
  }

  const answers = new Map<string, Answer>();
  const queue = [...asked];
  const until = Date.now() + ALL_MS;
  await Promise.all(
    Array.from({ length: TOGETHER }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        answers.set(next.repository, await askOnce(next, { flags, places, today, until }));
        tellProgress(answers.size, asked.length, next.repository);
      }
    }),
  );
  tellProgress(0, 0, '');
  const reached = asked.filter((w) => known(answers.get(w.repository)) !== null);
  if (reached.length === 0) {
    const [why] = [...answers.values()].flatMap((a) => ('unreachable' in a ? [a.unreachable] : []));
    throw new CommandError(
      `No repository could be reached, so nothing was changed; is there a network? (${why ?? ''})`,
    );
  }

  const rests = restingOn(comparison);
  const found = reached
    .flatMap(({ repository, sources }) =>
      sources.flatMap(({ source, edition }, i) => {
        const news = known(answers.get(repository))?.files[i];
        if (news === undefined || news.state === 'unchanged') return [];
        // It is known to be gone, and what rests on it was read again in that knowledge.
        if (news.state === 'gone' && edition.removed !== undefined) return [];
        const finding: Finding = {
          source: source.id,
          read: edition.commit,
          ...news,
          headings: news.headings.map(legible).filter((heading) => heading !== ''),
          ...(news.to === undefined ? {} : { to: legible(news.to) }),
          found: source.changed?.state === news.state ? source.changed.found : today,
        };
        return [{ source, edition, finding, resting: rests(source) }];
      }),
    )
    .toSorted(
      (a, b) => b.resting.weight - a.resting.weight || (a.source.id < b.source.id ? -1 : 1),
    );
  const stopped = reached
    .flatMap((w) => stoppedBranches(w, known(answers.get(w.repository))?.lastCommits ?? [], today))
    .map(({ sources, ...branch }) => ({
      ...branch,
      sources: sources.map((source) => ({ source: source.id, rests: rests(source) })),
    }))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (a.repository < b.repository ? -1 : 1));
  const releases = reached.flatMap((w) => known(answers.get(w.repository))?.releases ?? []);
  const ends = endsSoon(comparison, today);
  const silent = asked.filter((w) => !reached.includes(w));
  const count = (list: readonly Watched[]): number =>
    list.reduce((n, w) => n + w.sources.length, 0);
  const result = {
    day: today,
    repositories: asked.length,
    sources: count(asked),
    unchanged: count(reached) - found.length,
    unreachable: silent.map(({ repository, sources }) => {
      const answer = answers.get(repository);
      const why = answer !== undefined && 'unreachable' in answer ? answer.unreachable : '';
      return { repository, sources: sources.map(({ source }) => source.id), why };
    }),
    changes: found.map(({ source, edition, finding, resting }) => ({
      ...finding,
      title: source.title,
      repository: edition.repository,
      path: edition.path,
      rests: resting,
    })),
    stopped,
    releases,
    ends,
  };
  console.log(flags.json ? JSON.stringify(result, null, 2) : report(result));

  if (flags.write) {
    const asks = new Set(reached.flatMap((w) => w.sources.map(({ source }) => source.id)));
    const kept = comparison.sources.flatMap((s) =>
      s.changed === undefined || asks.has(s.id) ? [] : [s.changed],
    );
    writeFindings([...kept, ...found.map(({ finding }) => finding)]);
    for (const release of releases) writeRelease(comparison, release);
  }
  return 0;
}

interface Stopped<S> {
  readonly repository: string;
  /** Null for the branch that the repository names first. */
  readonly branch: string | null;
  /** The day of its newest commit. */
  readonly since: string;
  readonly sources: readonly S[];
}

interface RestingSource {
  readonly source: string;
  readonly rests: Resting;
}

const weightOf = ({ sources }: Stopped<RestingSource>): number =>
  sources.reduce((sum, { rests }) => sum + rests.weight, 0);

/** The followed branches on which nothing has happened for long, each with the sources that lie there. */
function stoppedBranches(
  { repository, sources }: Watched,
  lastCommits: Known['lastCommits'],
  today: string,
): readonly Stopped<Source>[] {
  const last = dayAfter(today, -STOPPED_DAYS);
  return [...new Set(sources.map(({ edition }) => edition.branch))].flatMap((branch) => {
    const of = sources.flatMap(({ source, edition }, i) =>
      edition.branch === branch ? [{ source, day: lastCommits[i] ?? null }] : [],
    );
    const since = of[0]?.day ?? null;
    if (since === null || since >= last) return [];
    return [{ repository, branch: branch ?? null, since, sources: of.map(({ source }) => source) }];
  });
}

const known = (answer: Answer | undefined): Known | null =>
  answer === undefined || 'unreachable' in answer ? null : answer;

/** `--from <repository>=<folder>`: where a repository is to be asked instead. */
function placesOf(given: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    given.map((pair): [string, string] => {
      const at = pair.indexOf('=');
      if (at <= 0) {
        throw new CommandError(
          `“--from ${pair}” is not of the form <repository>=<folder>.`,
          MISUSED,
        );
      }
      const [repository, place] = [pair.slice(0, at), pair.slice(at + 1)];
      return [repository, /^[a-z]+:\/\//.test(place) ? place : pathToFileURL(resolve(place)).href];
    }),
  );
}

function watchedIn({ sources, options }: Comparison): readonly Watched[] {
  const read = sources.flatMap((source) => {
    const edition = editionOf(source);
    return edition === null ? [] : [{ source, edition }];
  });
  const repositories = new Set([
    ...read.map(({ edition }) => edition.repository),
    ...options.flatMap(({ data }) => data.release?.latest?.tags?.repository ?? []),
  ]);
  return [...repositories].toSorted().map((repository) => ({
    repository,
    sources: read.filter(({ edition }) => edition.repository === repository),
    options: options.filter(({ data }) => data.release?.latest?.tags?.repository === repository),
  }));
}

async function askOnce(
  { repository, sources, options }: Watched,
  run: {
    readonly flags: Flags;
    readonly places: ReadonlyMap<string, string>;
    readonly today: string;
    readonly until: number;
  },
): Promise<Answer> {
  const address = run.places.get(repository) ?? repository;
  const files = sources.map(({ edition: { path, commit, branch, committed } }) => ({
    path,
    commit,
    branch,
    committed,
  }));
  const releases = options.flatMap(({ slug, data: { release } }) =>
    release?.latest === undefined ? [] : [[slug, release.latest] as const],
  );
  const question = JSON.stringify({ form: ANSWER_FORM, address, files, releases, day: run.today });
  const name = createHash('sha256').update(repository).digest('hex').slice(0, 16);
  const folder = join(resolve(run.flags.cache), name);
  const kept = join(folder, 'answer.json');
  const before = run.flags.again ? null : keptAnswer(kept);
  if (before?.question === question) return before.answer;
  const ask: AskOptions = {
    address,
    files,
    tags: options.length > 0,
    folder: join(folder, 'git'),
    until: Math.min(run.until, Date.now() + REPOSITORY_MS),
  };
  try {
    const { files: news, lastCommits, tags } = await askRepository(ask);
    const newer: Known['releases'][number][] = [];
    for (const [option, latest] of releases) {
      const newest = newestRelease(tags, latest.tags?.pattern ?? '');
      if (newest === null || compareVersions(newest.version, latest.version) <= 0) continue;
      const date = await dayOfCommit(ask, newest.commit);
      newer.push({ option, version: newest.version, date });
    }
    const answer: Known = { files: news, lastCommits, releases: newer };
    // What is cut off while it is written must not be taken for an answer.
    const fresh = `${kept}.${String(process.pid)}`;
    writeFileSync(fresh, JSON.stringify({ question, answer } satisfies KeptAnswer));
    renameSync(fresh, kept);
    return answer;
  } catch (error) {
    if (error instanceof Unreachable) return { unreachable: error.message };
    throw error;
  }
}

interface KeptAnswer {
  readonly question: string;
  readonly answer: Known;
}

/** What an earlier run has kept; null where that is nothing, or not whole. */
function keptAnswer(file: string): KeptAnswer | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptAnswer | null;
  } catch {
    return null;
  }
}

/** A heading or path of others as content may hold it: they have it from anywhere. */
const legible = (text: string): string =>
  clipped(withoutUnwanted(text.replace(/\s+/g, ' ')), LONGEST_HEADING).trim();

/** One line that is written anew; none where nobody looks on. */
function tellProgress(done: number, of: number, repository: string): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    of === 0 ? '\r\u001B[K' : `\r\u001B[K${String(done)}/${String(of)}  ${repository}`,
  );
}

function endsSoon(
  { options }: Comparison,
  today: string,
): readonly { readonly option: string; readonly what: string; readonly date: string }[] {
  const last = dayAfter(today, SOON_DAYS);
  return options
    .flatMap((option) =>
      endsOf(option).map(({ what, date }) => ({ option: option.slug, what, date })),
    )
    .filter(({ date }) => date <= last.slice(0, date.length))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The day so many days after another, or before it. */
function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

interface Result {
  readonly repositories: number;
  readonly sources: number;
  readonly unchanged: number;
  readonly unreachable: readonly {
    readonly repository: string;
    readonly sources: readonly string[];
    readonly why: string;
  }[];
  readonly changes: readonly (Finding & {
    readonly title: string;
    readonly repository: string;
    readonly path: string;
    readonly rests: Resting;
  })[];
  readonly stopped: readonly Stopped<RestingSource>[];
  readonly releases: Known['releases'];
  readonly ends: ReturnType<typeof endsSoon>;
}

/** The list as Markdown, which reads well in a terminal too. */
function report(result: Result): string {
  const { changes, stopped, unreachable, releases, ends } = result;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
  return [
    `${String(result.sources)} sources in ${String(result.repositories)} repositories: ` +
      `${String(result.unchanged)} unchanged, ${String(changes.length)} changed, moved or gone, ` +
      `${String(unreachable.reduce((n, u) => n + u.sources.length, 0))} out of reach.`,
    ...part('Changed since they were read', changes.flatMap(changeLines)),
    ...part('Stopped: no commit for a year or more', stopped.flatMap(stoppedLines)),
    ...part(
      'Newer releases',
      releases.map(
        ({ option, version, date }) => `- ${option}: ${version}${date === null ? '' : `, ${date}`}`,
      ),
    ),
    ...part(
      'Ends of support that have come or come soon',
      ends.map(({ option, what, date }) => `- ${date}  ${option}: ${what}`),
    ),
    ...part(
      'Out of reach',
      unreachable.map((u) => `- ${u.repository} (${String(u.sources.length)} sources): ${u.why}`),
    ),
  ].join('\n');
}

function changeLines(change: Result['changes'][number]): string[] {
  const { source, lines, headings, to, rests } = change;
  const amount = lines === null ? '' : `, ${String(lines)} ${lines === 1 ? 'line' : 'lines'}`;
  const where = headings.length === 0 ? '' : `, under ${headings.map((h) => `“${h}”`).join(', ')}`;
  return [
    `- ${source} ${changeInWords(change)}${amount}${where}${to === undefined ? '' : `; now ${to}`}`,
    `  ${change.repository} ${change.path}`,
    ...restingLines(rests),
  ];
}

function stoppedLines({ repository, branch, since, sources }: Stopped<RestingSource>): string[] {
  const where = branch === null ? repository : `${repository} ${branch}`;
  return [
    `- ${where} has stopped since ${dateInWords(since)}`,
    ...sources.flatMap(({ source, rests }) => [`  ${source}`, ...restingLines(rests)]),
  ];
}

function restingLines({ ratings, sentences, pages }: Resting): string[] {
  const rated = ratings.map(
    ({ option, criterion, mode, weight }) =>
      `${option}${mode === null ? '' : `~${mode}`} ${criterion} (${weight.toFixed(2)})`,
  );
  return [
    ...(rated.length === 0 ? [] : [`  ratings: ${rated.join(', ')}`]),
    `  ${String(sentences)} other sentences; cited by ${pages.join(', ')}`,
  ];
}

/** Keeps the findings, one a line, by source. */
function writeFindings(findings: readonly Finding[]): void {
  const lines = findings
    .toSorted((a, b) => (a.source < b.source ? -1 : 1))
    .map(({ source, read, state, since, found, lines: count, headings, to }) => {
      const fields = { source, read, state, since, found, lines: count, headings, to };
      const written = Object.entries(fields).flatMap(([key, value]) =>
        value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
      );
      return `- { ${written.join(', ')} }\n`;
    });
  const head =
    '# Written by “npm run watch -- --write”: sources that have changed since they were read.\n';
  const body = lines.length === 0 ? 'findings: []\n' : `findings:\n${lines.join('')}`;
  writeFileSync(join(contentDirectory, placeOf('watch').place), head + body);
}

function writeRelease({ options }: Comparison, release: Known['releases'][number]): void {
  const option = options.find(({ slug }) => slug === release.option);
  if (option === undefined) return;
  const path = resolve(option.file);
  writeFileSync(path, withLatest(readFileSync(path, 'utf8'), release));
}

await runCommand({
  usage:
    'npm run watch [-- --json --write --again --repository <address> --from <address>=<folder> --cache <folder>]',
  options: {
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    repository: { type: 'string' },
    from: { type: 'string', multiple: true },
    cache: { type: 'string', default: '.cache/watch' },
  },
  main,
});
