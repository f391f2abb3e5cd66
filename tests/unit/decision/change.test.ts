import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decisiveOpenRatings,
  importanceSteps,
  isSameLead,
  leadOf,
  withoutEachRequirement,
} from '../../../src/decision/change.ts';
import { recommend } from '../../../src/decision/recommend.ts';
import { holds, situation, UNKNOWN } from './arbitrary.ts';
import { ALL, ARTICLE, atLeast, prefer, table, yes } from './building.ts';

const only = (...slugs: string[]): typeof ARTICLE => ({
  ...ARTICLE,
  options: ARTICLE.options.filter((o) => slugs.includes(o.slug)),
});

it('tells a lead by who it is and with what right, in whatever order', () => {
  const lead = { band: 'proven', options: ['a', 'b'], eliminated: 1 } as const;
  expect(isSameLead(lead, { ...lead, options: ['b', 'a'], eliminated: 3 })).toBe(true);
  expect(isSameLead(lead, { ...lead, band: 'if-confirmed' })).toBe(false);
  expect(isSameLead(lead, { ...lead, options: ['a'] })).toBe(false);
  expect(isSameLead({ ...lead, options: ['a'] }, lead)).toBe(false);
});

describe('without what is required of a criterion', () => {
  it('says who would lead, and who would come back', () => {
    const preferences = prefer({ flexibility: 'nice' }, [yes('windows')]);
    expect(withoutEachRequirement(only('pc', 'appliance', 'bare'), preferences, false)).toEqual([
      {
        criterion: 'windows',
        requirements: [yes('windows')],
        lead: { band: 'proven', options: ['bare'], eliminated: 0 },
        changes: false,
        comeBack: ['appliance'],
      },
    ]);
  });

  it('is what a recommendation without it gives', () => {
    holds(
      fc.property(situation({ maxRequirements: 3 }), ({ model, preferences, strict }) => {
        const now = recommend(model, preferences, strict);
        for (const found of withoutEachRequirement(model, preferences, strict)) {
          const requirements = preferences.requirements.filter(
            (r) => r.criterion !== found.criterion,
          );
          const then = recommend(model, { ...preferences, requirements }, strict);
          const out = (r: typeof now): string[] => r.eliminated.map((e) => e.option);
          expect(found.comeBack.toSorted()).toEqual(
            out(now)
              .filter((slug) => !out(then).includes(slug))
              .toSorted(),
          );
          expect(found.lead).toEqual(leadOf(model, { ...preferences, requirements }, strict));
        }
      }),
      150,
    );
  });
});

describe('a step of importance', () => {
  it('is told where it changes who leads', () => {
    const model = only('bare', 'appliance');
    const weighing = prefer({ cost: 'nice', flexibility: 'nice' });
    const lead = (...options: string[]): unknown => ({ band: 'proven', options, eliminated: 0 });
    expect(leadOf(model, weighing, false)).toEqual(lead('appliance', 'bare'));
    const steps = importanceSteps(model, weighing, false);
    expect(steps.filter((s) => s.factor === 'cost')).toEqual([
      { factor: 'cost', from: 'nice', to: 'ignore', lead: lead('bare') },
      { factor: 'cost', from: 'nice', to: 'matters', lead: lead('appliance') },
    ]);
  });

  it('is every one that does, and no other', () => {
    holds(
      fc.property(situation(), ({ model, preferences, strict }) => {
        const now = leadOf(model, preferences, strict);
        for (const { factor, to, lead } of importanceSteps(model, preferences, strict)) {
          const importances = { ...preferences.importances, [factor]: to };
          const then = recommend(model, { ...preferences, importances }, strict);
          const band = then.proven.length > 0 ? then.proven : then.ifConfirmed;
          expect(lead.options).toEqual(band.filter((r) => r.rank === 1).map((r) => r.option));
          expect(isSameLead(now, lead)).toBe(false);
        }
      }),
      150,
    );
  });
});

describe('an open rating', () => {
  it('is told where it decides who leads', () => {
    expect(
      decisiveOpenRatings(only('pc', 'appliance'), prefer(ALL, [yes('windows')]), false),
    ).toEqual([
      {
        option: 'pc',
        criterion: 'windows',
        ifGood: { band: 'proven', options: ['pc'], eliminated: 1 },
        ifBad: { band: null, options: [], eliminated: 2 },
      },
    ]);
    // As good as those that have it, it would lead with them; as bad, it would not.
    expect(decisiveOpenRatings(ARTICLE, prefer({ windows: 'nice' }), false)).toMatchObject([
      {
        option: 'pc',
        ifGood: { options: ['bare', 'hybrid', 'pc'] },
        ifBad: { options: ['bare', 'hybrid'] },
      },
    ]);
  });

  it('not of what is out in any case, nor of what does not count', () => {
    const model = table(['x', 'y', 'z'], { a: [10, UNKNOWN, UNKNOWN], b: [90, 50, 50] });
    expect(decisiveOpenRatings(model, prefer({ y: 'nice' }, [atLeast('x', 50)]), false)).toEqual(
      [],
    );
    expect(
      decisiveOpenRatings(model, prefer({ y: 'nice' }), false).map((o) => o.criterion),
    ).toEqual(['y']);
  });

  it('that a strict reader eliminates is told too', () => {
    const model = table(['x', 'y'], { a: [UNKNOWN, 90], b: [90, 50] });
    const preferences = prefer({ y: 'nice' }, [atLeast('x', 50)]);
    expect(decisiveOpenRatings(model, preferences, true)).toMatchObject([
      { option: 'a', criterion: 'x', ifGood: { options: ['a'] }, ifBad: { options: ['b'] } },
    ]);
  });

  it('stays within its bounds', () => {
    const open = (atMost: number): number =>
      decisiveOpenRatings(
        table(['x'], { a: [{ state: 'unknown', atMost }], b: [60] }),
        prefer({ x: 'nice' }),
        false,
      ).length;
    expect(open(50)).toBe(0);
    expect(open(59)).toBe(1);
  });
});
