/** The recommender of very many options: when its answer is there, and how long the page stands still. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import sirv from 'sirv';
import { browser } from '../browser.ts';
import { buildSite } from '../build-site.ts';
import { table } from '../markdown.ts';
import type { Part } from '../part.ts';
import { SCRATCH } from '../places.ts';
import { median } from '../statistics.ts';
import { writeContent } from '../synthetic-content.ts';

const SIZE = { options: 1000, criteria: 14, repeats: 1, questions: 20 };
const ROUNDS = 5;

const answered = (count: number, answerTo: (i: number) => string): string =>
  `?${Array.from({ length: count }, (_, i) => `question-${String(i)}=${answerTo(i)}`).join('&')}`;
const weighed = (i: number): string => (i % 2 === 0 ? 'much' : 'some');

const STATES: Readonly<Record<string, string>> = {
  'no answer': '',
  'one answer': answered(1, weighed),
  'eight that weigh': answered(8, weighed),
  'ten, two of which require': answered(10, (i) => (i % 5 === 4 ? 'must' : weighed(i))),
};

/** What a page notes of itself, in ms from its beginning; tasks are those of more than 50 ms. */
interface Notes {
  tasks: number[];
  ranking: number | null;
  shares: number | null;
}

declare global {
  var notes: Notes;
}

/** Runs in the page before all else. */
function takeNotes(): void {
  globalThis.notes = { tasks: [], ranking: null, shares: null };
  const { notes } = globalThis;
  new PerformanceObserver((list) => {
    notes.tasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ entryTypes: ['longtask'] });
  const look = (): void => {
    const first = document.querySelector('.ranked');
    if (first !== null && document.documentElement.dataset.pending === undefined) {
      notes.ranking ??= performance.now();
      if (/best in\s*\d/.test(first.textContent)) notes.shares ??= performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface Round extends Notes {
  readonly nodes: number;
  /** The tasks of one more answer. */
  readonly answering: readonly number[];
}

async function visit(running: Browser, address: string): Promise<Round> {
  const page = await running.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.addInitScript(takeNotes);
    await page.goto(address);
    await page.waitForSelector('#recommender:not([data-waits])');
    await page.waitForTimeout(4000);
    const loaded = await page.evaluate(() => ({
      ...globalThis.notes,
      tasks: [...globalThis.notes.tasks],
      nodes: document.querySelectorAll('*').length,
    }));
    await page.evaluate(() => {
      globalThis.notes.tasks.length = 0;
      document.querySelector<HTMLInputElement>('[name=question-15][value=much]')?.click();
    });
    await page.waitForTimeout(3000);
    return { ...loaded, answering: await page.evaluate(() => globalThis.notes.tasks) };
  } finally {
    await page.close();
  }
}

export const recommender: Part = {
  name: 'recommender',
  title: 'The recommender of a thousand options',
  async run() {
    const content = join(SCRATCH, 'recommender');
    const site = `${content}-site`;
    writeContent(content, SIZE);
    await buildSite({
      contentDirectory: content,
      outDirectory: site,
      env: { PICTURES: 'site' },
    });
    const server = createServer(sirv(site));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const running = await chromium.launch({ executablePath: browser.path, args: browser.flags });
    const lines: string[][] = [];
    try {
      for (const [name, query] of Object.entries(STATES)) {
        const rounds: Round[] = [];
        for (let i = 0; i < ROUNDS; i++) {
          rounds.push(await visit(running, `http://127.0.0.1:${String(port)}/recommend/${query}`));
        }
        const ms = (of: (round: Round) => number | null): string => {
          const times = rounds.flatMap((round) => of(round) ?? []);
          return times.length === 0 ? '' : median(times).toFixed(0);
        };
        /** Of tasks that are too short to be noted, 50 ms is the bound. */
        const longest = (of: (round: Round) => readonly number[]): string => {
          const times = rounds.map((round) => Math.max(50, ...of(round)));
          return `${median(times).toFixed(0)} (${Math.max(...times).toFixed(0)})`;
        };
        lines.push([
          name,
          ms((round) => round.ranking),
          ms((round) => round.shares),
          longest((round) => round.tasks),
          longest((round) => round.answering),
          ms((round) => round.nodes),
        ]);
      }
    } finally {
      await running.close();
      server.closeAllConnections();
      server.close();
    }
    return [
      `${String(SIZE.options)} options × ${String(SIZE.criteria)} criteria, ${String(SIZE.questions)} questions; milliseconds, medians of ${String(ROUNDS)} visits, the worst in brackets; a longest task of 50 is 50 or less.`,
      '',
      table(
        [
          'asked',
          'ranking shown',
          'shares shown',
          'longest task',
          'longest task of one more answer',
          'nodes',
        ],
        lines,
      ),
    ].join('\n');
  },
};
