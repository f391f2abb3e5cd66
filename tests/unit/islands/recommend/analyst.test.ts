/** What is told of a state, when a worker is slow, answers out of order or fails. */

import { describe, expect, it } from 'vitest';
import { Analyst, type Analysed } from '../../../../src/islands/recommend/analyst.ts';
import type { FromWorker, ToWorker } from '../../../../src/islands/recommend/worker.ts';
import type { Analysis } from '../../../../src/decision/analysis.ts';
import { EMPTY_ASK, type AskState } from '../../../../src/links/ask.ts';
import { makeRelease } from '../../../../src/links/release.ts';

const RELEASE = makeRelease('2026-01-01', {
  indifference: 0.02,
  lifecycle: null,
  criteria: [],
  options: [],
  questions: [],
});

const analysis = (option: string): Analysis => ({
  robust: null,
  conclusion: {
    kind: 'only-left',
    first: { option, mode: null },
    confirmed: true,
    active: true,
  },
  without: [],
  steps: [],
  flips: [],
  open: [],
});
const state = (question: string): AskState => ({ ...EMPTY_ASK, answers: { [question]: ['yes'] } });

/** A worker that answers when it is told to. */
class TestWorker extends EventTarget {
  readonly got: ToWorker[] = [];
  isTerminated = false;

  postMessage(message: ToWorker): void {
    this.got.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  answer(answer: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  get asked(): readonly number[] {
    return this.got.flatMap((message) => (message.kind === 'state' ? [message.id] : []));
  }
}

function started(): { analyst: Analyst; workers: TestWorker[]; told: Analysed[] } {
  const workers: TestWorker[] = [];
  const analyst = new Analyst(RELEASE, () => {
    const worker = new TestWorker();
    workers.push(worker);
    return worker;
  });
  return { analyst, workers, told: [] };
}

describe('an analysis', () => {
  it('is told of the state that was asked last, and of no other', () => {
    const { analyst, workers, told } = started();
    const tell = (analysed: Analysed): number => told.push(analysed);
    analyst.ask(state('a'), () => told.push('failed'));
    analyst.ask(state('b'), tell);
    const [worker] = workers;
    const [first = 0, second = 0] = worker?.asked ?? [];
    worker?.answer({ id: first, analysis: analysis('of a') });
    expect(told).toEqual([]);
    worker?.answer({ id: second, analysis: analysis('of b') });
    expect(told).toEqual([analysis('of b')]);
    expect(workers).toHaveLength(1);
  });

  it.each(['error', 'messageerror'])('has failed on %s, and the next is asked anew', (type) => {
    const { analyst, workers, told } = started();
    const tell = (analysed: Analysed): number => told.push(analysed);
    analyst.ask(state('a'), tell);
    workers[0]?.dispatchEvent(new Event(type));
    expect(told).toEqual(['failed']);
    expect(workers[0]?.isTerminated).toBe(true);
    analyst.ask(state('b'), tell);
    expect(workers[1]?.got.map(({ kind }) => kind)).toEqual(['release', 'state']);
    workers[1]?.answer({ id: workers[1].asked[0] ?? 0, analysis: analysis('of b') });
    // What a worker says that has been given up is not heard.
    workers[0]?.dispatchEvent(new Event(type));
    expect(told).toEqual(['failed', analysis('of b')]);
  });

  it('has failed where workers are forbidden', () => {
    const told: Analysed[] = [];
    const analyst = new Analyst(RELEASE, () => {
      throw new Error('forbidden');
    });
    analyst.ask(state('a'), (analysed) => told.push(analysed));
    expect(told).toEqual(['failed']);
  });

  it('is told to nobody after the end', () => {
    const { analyst, workers, told } = started();
    analyst.ask(state('a'), (analysed) => told.push(analysed));
    analyst.stop();
    workers[0]?.answer({ id: workers[0].asked[0] ?? 0, analysis: analysis('of a') });
    expect(told).toEqual([]);
  });
});
