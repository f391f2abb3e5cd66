/** Filters held against a plain reading of their conditions. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLeft,
  foldText,
  remains,
  rescues,
  standings,
  tally,
  textCondition,
  type Condition,
} from '../../../src/decision/filter.ts';
import type { Verdict } from '../../../src/decision/requirement.ts';

const verdict = fc.constantFrom<Verdict>('met', 'failed', 'unproven');
const filter = fc.integer({ min: 0, max: 8 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    hideUnproven: fc.boolean(),
    conditions: fc
      .array(fc.array(verdict, { minLength: count, maxLength: count }), { maxLength: 4 })
      .map((lists) => lists.map((verdicts, i): Condition => ({ key: `c${String(i)}`, verdicts }))),
  }),
);

describe('an option', () => {
  it('fails if it fails one condition, else is unproven if one is', () => {
    fc.assert(
      fc.property(filter, ({ count, conditions }) => {
        standings(count, conditions).forEach((standing, i) => {
          const by = (wanted: Verdict): string[] =>
            conditions.filter((c) => c.verdicts[i] === wanted).map((c) => c.key);
          const failed = by('failed');
          const unproven = by('unproven');
          expect(standing).toEqual({
            verdict: failed.length > 0 ? 'failed' : unproven.length > 0 ? 'unproven' : 'met',
            failed,
            unproven,
          });
        });
      }),
    );
  });

  it('is counted once, and a near miss fails exactly one condition', () => {
    fc.assert(
      fc.property(filter, ({ count, conditions, hideUnproven }) => {
        const list = standings(count, conditions);
        const { met, unproven, nearMisses } = tally(list);
        expect(countLeft(count, conditions, hideUnproven)).toBe(
          met + (hideUnproven ? 0 : unproven),
        );
        expect(list.filter((s) => remains(s.verdict, false))).toHaveLength(met + unproven);
        expect(nearMisses).toBe(list.filter((s) => s.failed.length === 1).length);
      }),
    );
  });
});

describe('a way out of a dead end', () => {
  it('leaves as many as it says, and every way that leaves some is said, the best first', () => {
    fc.assert(
      fc.property(filter, ({ count, conditions, hideUnproven }) => {
        const ways = rescues(count, conditions, hideUnproven);
        const leftBy = (drop: string): number =>
          drop === 'proof'
            ? countLeft(count, conditions, false)
            : countLeft(
                count,
                conditions.filter(({ key }) => key !== drop),
                hideUnproven,
              );
        const all = [...conditions.map(({ key }) => key), ...(hideUnproven ? ['proof'] : [])];
        for (const { drop, left } of ways) expect(leftBy(drop)).toBe(left);
        expect(ways.map(({ drop }) => drop).toSorted()).toEqual(
          all.filter((drop) => leftBy(drop) > 0).toSorted(),
        );
        const lefts = ways.map(({ left }) => left);
        expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
      }),
    );
  });
});

it('a search finds all of its words, anywhere, whatever their case', () => {
  const texts = ['two words here', 'words alone', ''];
  expect(textCondition(texts, ' WORD  two').verdicts).toEqual(['met', 'failed', 'failed']);
});

describe('a search', () => {
  it.each(["Microsoft's", 'Microsoft’s', "MICROSOFT's"])('finds %s however it is typed', (text) => {
    const texts = ['Microsoft’s own', "microsoft's", 'another'].map(foldText);
    expect(textCondition(texts, text).verdicts).toEqual(['met', 'met', 'failed']);
  });

  it.each(['air-gapped', 'air–gapped', 'air‑gapped', 'air−gapped'])('finds %s', (text) => {
    expect(textCondition([foldText('Air‑gapped sites')], text).verdicts).toEqual(['met']);
  });
});
