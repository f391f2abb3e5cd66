/** Filters held against a plain reading of their conditions. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candidatePlaces,
  countLeft,
  remains,
  rescues,
  standings,
  tally,
  textCondition,
  type Condition,
} from '../../../src/decision/filter.ts';
import type { Verdict } from '../../../src/decision/requirement.ts';

const verdict = fc.constantFrom<Verdict>('met', 'failed', 'unproven');
const filter = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 }).chain((modes) => {
  const count = modes.reduce((sum, n) => sum + n, 0);
  return fc.record({
    places: fc.constant(candidatePlaces(modes)),
    hideUnproven: fc.boolean(),
    conditions: fc
      .array(fc.array(verdict, { minLength: count, maxLength: count }), { maxLength: 4 })
      .map((lists) => lists.map((verdicts, i): Condition => ({ key: `c${String(i)}`, verdicts }))),
  });
});

describe('an option', () => {
  it('is told in the mode that it is shown in: failed if that fails, else unproven if one is', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions }) => {
        standings(places, conditions).forEach((standing, i) => {
          const place = places[i]?.[standing.mode] ?? -1;
          const by = (wanted: Verdict): string[] =>
            conditions.filter((c) => c.verdicts[place] === wanted).map((c) => c.key);
          const failed = by('failed');
          const unproven = by('unproven');
          expect(standing).toEqual({
            mode: standing.mode,
            verdict: failed.length > 0 ? 'failed' : unproven.length > 0 ? 'unproven' : 'met',
            failed,
            unproven,
          });
        });
      }),
    );
  });

  it('meets conditions only if one mode meets them all, and is shown in the first that does', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions }) => {
        standings(places, conditions).forEach(({ mode, verdict: told }, i) => {
          const meets = (places[i] ?? []).map((place) =>
            conditions.every((c) => c.verdicts[place] === 'met'),
          );
          expect(told === 'met').toBe(meets.includes(true));
          if (told === 'met') expect(mode).toBe(meets.indexOf(true));
        });
      }),
    );
  });

  it('does not join a mark of one mode with one of another', () => {
    const conditions: Condition[] = [
      { key: 'small', verdicts: ['met', 'failed'] },
      { key: 'survives', verdicts: ['failed', 'met'] },
    ];
    expect(standings([[0, 1]], conditions)).toEqual([
      { mode: 0, verdict: 'failed', failed: ['survives'], unproven: [] },
    ]);
    expect(standings([[0, 1]], conditions.slice(1))[0]?.mode).toBe(1);
    expect(standings([[0, 1]], [])[0]?.mode).toBe(0);
  });

  it('is counted once, and a near miss fails exactly one condition', () => {
    fc.assert(
      fc.property(filter, ({ places, conditions, hideUnproven }) => {
        const list = standings(places, conditions);
        const { met, unproven, nearMisses } = tally(list);
        expect(countLeft(places, conditions, hideUnproven)).toBe(
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
      fc.property(filter, ({ places, conditions, hideUnproven }) => {
        const ways = rescues(places, conditions, hideUnproven);
        const leftBy = (drop: string): number =>
          drop === 'proof'
            ? countLeft(places, conditions, false)
            : countLeft(
                places,
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
