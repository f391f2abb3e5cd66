/** Steps of history in browsers that limit them. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HistorySteps } from '../../../src/islands/history-steps.ts';
import { stubPage } from './page.ts';

const AT = 'https://here.example/matrix/';

/** A history that refuses to be written while it is told to, by throwing or without a word. */
function stubHistory(): { entries: string[]; refuses: 'no' | 'throws' | 'silently' } {
  const told = { entries: [AT], refuses: 'no' as 'no' | 'throws' | 'silently' };
  const location = { href: AT };
  const write = (link: string, at: number): void => {
    if (told.refuses === 'throws') throw new DOMException('too often', 'SecurityError');
    if (told.refuses === 'silently') return;
    told.entries[at] = link;
    location.href = link;
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', {
    pushState: (_state: null, _title: string, link: string) => {
      write(link, told.entries.length);
    },
    replaceState: (_state: null, _title: string, link: string) => {
      write(link, told.entries.length - 1);
    },
  });
  return told;
}

let page: EventTarget;
let told: ReturnType<typeof stubHistory>;

beforeEach(() => {
  vi.useFakeTimers();
  ({ page } = stubPage(AT));
  told = stubHistory();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a step', () => {
  it('is there at once', () => {
    new HistorySteps().step('?a=1');
    expect(told.entries).toEqual([AT, `${AT}?a=1`]);
  });

  it('that changes nothing is none', () => {
    new HistorySteps().step(AT);
    vi.advanceTimersByTime(5000);
    expect(told.entries).toEqual([AT]);
  });

  it.each(['throws', 'silently'] as const)(
    'that a browser refuses (%s) is written later, as one with what came after it',
    (how) => {
      const steps = new HistorySteps();
      steps.step('?a=1');
      told.refuses = how;
      steps.step('?a=2');
      steps.amend('?a=3', 400);
      steps.step('?a=4');
      expect(told.entries).toHaveLength(2);
      vi.advanceTimersByTime(3000);
      told.refuses = 'no';
      vi.advanceTimersByTime(1000);
      expect(told.entries).toEqual([AT, `${AT}?a=1`, `${AT}?a=4`]);
      vi.advanceTimersByTime(5000);
      expect(told.entries).toHaveLength(3);
    },
  );

  it('that is still to be written is dropped once the reader has gone back', () => {
    const steps = new HistorySteps();
    told.refuses = 'throws';
    steps.step('?a=1');
    steps.forget();
    told.refuses = 'no';
    vi.advanceTimersByTime(5000);
    expect(told.entries).toEqual([AT]);
  });
});

describe('a run of typing', () => {
  it('is written when it rests', () => {
    const steps = new HistorySteps();
    steps.step('?q=e');
    steps.amend('?q=et', 400);
    steps.amend('?q=etcd', 400);
    expect(told.entries.at(-1)).toBe(`${AT}?q=e`);
    vi.advanceTimersByTime(400);
    expect(told.entries).toEqual([AT, `${AT}?q=etcd`]);
  });

  it.each(['click', 'focusout', 'beforeunload', 'pagehide'])('is written on %s', (type) => {
    const steps = new HistorySteps();
    steps.step('?q=e');
    steps.amend('?q=etcd', 400);
    page.dispatchEvent(new Event(type));
    expect(told.entries).toEqual([AT, `${AT}?q=etcd`]);
  });
});
