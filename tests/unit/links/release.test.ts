import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionModel } from '../../../src/decision/evaluation.ts';
import type { Question } from '../../../src/decision/questionnaire.ts';
import { recommend, robustness } from '../../../src/decision/recommend.ts';
import {
  makeRelease,
  openRelease,
  ratingChanges,
  sameContent,
  withRating,
  type FirstRelease,
  type PresentRelease,
  type Release,
} from '../../../src/links/release.ts';
import {
  clauseOn,
  enoughOn,
  holds,
  known,
  matrix,
  modelOf,
  preferencesFor,
  type Matrix,
} from '../decision/arbitrary.ts';
import {
  answer,
  criterion,
  ordinal,
  percent,
  prefer,
  question,
  yes,
} from '../decision/building.ts';
import { figuresOf } from '../decision/figures.ts';

const released = (
  { criteria, options }: Matrix,
  questions: readonly Question[] = [],
  name = '2026-01-01',
): PresentRelease =>
  makeRelease(name, {
    indifference: 0.02,
    lifecycle: null,
    criteria,
    options: options.map((o) => ({ ...o, formerSlugs: [`old-${o.slug}`] })),
    questions,
  });

/** As it is kept in a file. */
const kept = (release: Release): Release => JSON.parse(JSON.stringify(release)) as Release;

describe('a release', () => {
  it('survives being written and read, and gives the same figures as the content it was made of', () => {
    holds(
      fc.property(
        matrix().chain((given) =>
          fc.tuple(fc.constant(given), preferencesFor(given), fc.boolean()),
        ),
        ([given, preferences, strict]) => {
          const { model } = openRelease(kept(released(given)));
          expect(figuresOf({ model, preferences, strict })).toEqual(
            figuresOf({ model: modelOf(given), preferences, strict }),
          );
          expect(recommend(model, preferences, strict).proven).toEqual(
            recommend(modelOf(given), preferences, strict).proven,
          );
        },
      ),
      150,
    );
  });

  it('keeps questions as they are', () => {
    holds(
      fc.property(
        matrix().chain((given) => {
          const [c] = given.criteria;
          const clause = (c === undefined ? null : clauseOn(c.scale)) ?? fc.constant(null);
          const enough = (c === undefined ? null : enoughOn(c.scale)) ?? fc.constant(null);
          return fc.tuple(fc.constant(given), clause, enough, fc.boolean());
        }),
        ([given, clause, enough, several]) => {
          const slug = given.criteria[0]?.slug ?? '';
          // A clause without ends asks for nothing, and is not written.
          const asks = clause !== null && (clause.kind !== 'range' || clause.min !== clause.max);
          const one = question(
            'one',
            [
              answer('plain'),
              answer('rich', {
                requires: asks ? [{ criterion: slug, clauses: [clause] }] : [],
                weighs: [{ factor: slug, steps: -2 }],
                wants: [{ criterion: slug, members: ['level-1', 'level-0'] }],
                enough: enough === null ? {} : { [slug]: enough },
                size: { least: 2, most: 3 },
                likelihood: 3,
              }),
            ],
            {
              several,
              formerSlugs: ['before'],
              formerAnswers: several ? { gone: { one: 'plain' } } : {},
            },
          );
          const { vocabulary } = openRelease(kept(released(given, [one])));
          const [opened] = vocabulary.questions;
          expect({ ...opened, answers: [] }).toEqual({ ...one, answers: [] });
          expect(opened?.answers.map((a) => ({ ...a, requires: [] }))).toEqual(
            one.answers.map((a) => ({ ...a, requires: [] })),
          );
          expect(opened?.answers[1]?.requires.length).toBe(asks ? 1 : 0);
        },
      ),
      150,
    );
  });

  it('keeps of what size a mode is', () => {
    const modes = [{ most: 1 }, undefined].map((size, i) => ({
      slug: `m${String(i)}`,
      formerSlugs: [],
      name: 'm',
      ratings: { x: known(i) },
      size,
    }));
    const sized = { slug: 'a', name: 'a', ratings: {}, modes };
    const { model } = openRelease(
      kept(
        released({
          criteria: [{ ...criterion('x', percent), group: 'g', formerSlugs: [] }],
          options: [sized],
        }),
      ),
    );
    expect(model.options[0]?.modes.map(({ size }) => size)).toEqual([{ most: 1 }, undefined]);
  });

  it('is the same for the same content, whatever its name, and holds no words of reason', () => {
    holds(
      fc.property(matrix(), (given) => {
        const one = released(given);
        expect(sameContent(one, released(given, [], '2027-01-01'))).toBe(true);
        expect(sameContent(one, kept(one))).toBe(true);
        expect(ratingChanges(openRelease(one), openRelease(kept(one)))).toEqual([]);
        expect(JSON.stringify(one)).not.toMatch(/It is so|The book|It says so|Mostly/);
      }),
      100,
    );
  });
});

describe('changes of ratings', () => {
  it('are found where they are written, and put back one by one', () => {
    holds(
      fc.property(matrix(), matrix(), (one, other) => {
        const [before, after] = [one, other].map((given) => openRelease(released(given)));
        if (before === undefined || after === undefined) return;
        for (const change of ratingChanges(before, after)) {
          const option = after.model.options.find((o) => o.slug === change.option);
          const has =
            change.mode === null || option?.modes.some((m) => m.slug === change.mode) === true;
          if (option === undefined || change.before === null || !has) continue;
          const back = withRating(option, change, change.before);
          const ratings =
            change.mode === null
              ? back.ratings
              : back.modes.find((m) => m.slug === change.mode)?.ratings;
          expect(ratings?.[change.criterion]).toEqual(change.before);
        }
      }),
      100,
    );
  });

  it('name the mode, and what is new or gone', () => {
    const speed = {
      slug: 'speed',
      name: '',
      formerSlugs: [],
      group: 'g',
      scale: ordinal('last', 'low', 'high'),
    };
    const make = (options: PresentRelease['options']): ReturnType<typeof openRelease> =>
      openRelease({ ...released({ criteria: [speed], options: [] }), options });
    const mode = (
      slug: string,
      value: string,
    ): NonNullable<PresentRelease['options'][0]['modes']>[0] => ({
      slug,
      name: '',
      formerSlugs: [],
      ratings: { speed: value },
    });
    const base = { name: '', formerSlugs: [] };
    const before = make([
      {
        ...base,
        slug: 'a',
        ratings: { speed: 'low' },
        modes: [mode('one', 'low'), mode('two', 'low')],
      },
      { ...base, slug: 'gone', ratings: { speed: 'low' } },
    ]);
    const after = make([
      {
        ...base,
        slug: 'a',
        ratings: { speed: 'low' },
        modes: [mode('one', 'low'), mode('two', 'high')],
      },
      { ...base, slug: 'new', ratings: { speed: null } },
    ]);
    const low = { state: 'known', value: 'low', evidence: 'documented' };
    expect(ratingChanges(before, after)).toEqual([
      {
        option: 'a',
        mode: 'two',
        criterion: 'speed',
        before: low,
        after: { ...low, value: 'high' },
      },
      { option: 'new', mode: null, criterion: 'speed', before: null, after: { state: 'unknown' } },
      { option: 'gone', mode: null, criterion: 'speed', before: low, after: null },
    ]);
  });
});

describe('a release of the first format', () => {
  const criterion = (slug: string, scale: FirstRelease['criteria'][0]['scale'], family?: string) =>
    ({
      slug,
      name: slug,
      formerSlugs: [],
      group: 'g',
      ...(family === undefined ? {} : { family }),
      scale,
    }) as const;
  const members = ['arm', 'x86'].map((slug) => ({ slug, label: slug }));
  const first: FirstRelease = {
    format: 1,
    name: '2026-01-01',
    criteria: [
      criterion('closed', { kind: 'set', members, exhaustive: true }),
      criterion('open', { kind: 'set', members, exhaustive: false }),
      criterion('x', ordinal('last', 'low', 'high'), 'size'),
      criterion('y', ordinal('last', 'low', 'high'), 'size'),
      criterion('z', ordinal('last', 'low', 'mid', 'high')),
    ],
    options: [
      {
        slug: 'a',
        name: 'A',
        formerSlugs: ['old-a'],
        ratings: {
          closed: { value: ['arm'], evidence: 'documented' },
          open: { value: ['arm'], evidence: 'claimed', partial: { meets: false } },
          x: { value: 'high', evidence: 'documented' },
          y: { state: 'unknown' },
          z: { state: 'not-applicable', counts: 'best' },
        },
      },
      {
        slug: 'b',
        name: 'B',
        formerSlugs: [],
        ratings: {
          closed: { value: ['arm', 'x86'], evidence: 'documented' },
          open: { value: ['arm', 'x86'], evidence: 'documented' },
          x: { value: 'low', evidence: 'documented' },
          y: { state: 'unrated' },
          z: { value: 'mid', evidence: 'documented' },
        },
      },
    ],
    questions: [
      {
        slug: 'arch',
        formerSlugs: [],
        answers: [
          { slug: 'x86', requires: { closed: 'x86' }, weighs: { z: 2 }, wants: { open: ['x86'] } },
        ],
      },
    ],
  };
  const { model, vocabulary } = openRelease(kept(first));
  const scores = (m: DecisionModel, ...p: Parameters<typeof prefer>): unknown =>
    Object.fromEntries(recommend(m, prefer(...p), false).proven.map((r) => [r.option, r.score]));

  it('is asked by the rules of its time', () => {
    // An unknown member of a family counted as the middle: (1 + 1/2) / 2 and (0 + 1/2) / 2.
    expect(scores(model, { size: 'nice' })).toEqual({ a: 0.75, b: 0.25 });
    // A requirement took a criterion out where it left one value, not where all are worth the same.
    const mid = {
      criterion: 'z',
      clauses: [{ kind: 'at-least', level: 'mid' }],
      question: null,
    } as const;
    const weighed = recommend(model, prefer({ z: 'nice' }, [mid], { enough: { z: 'mid' } }), false);
    expect(weighed.decided).toEqual([]);
    expect(model).toMatchObject({ indifference: 0.02, lifecycle: null });
  });

  it('has one word for what the absence of a member means', () => {
    const verdicts = (slug: string): unknown => {
      const asked = {
        criterion: slug,
        clauses: [{ kind: 'any', of: ['x86'] }],
        question: null,
      } as const;
      const { proven, ifConfirmed, eliminated } = recommend(model, prefer({}, [asked]), false);
      return [proven, ifConfirmed, eliminated].map((list) => list.map((r) => r.option));
    };
    expect(verdicts('closed')).toEqual([['b'], [], ['a']]);
    expect(verdicts('open')).toEqual([['b'], ['a'], []]);
    expect(scores(model, { open: 'nice' }, [], { wants: { open: ['x86'] } })).toEqual({
      a: 0.5,
      b: 1,
    });
  });

  it('has questions that are answered once, and options without modes', () => {
    expect(vocabulary.questions).toEqual([
      question('arch', [
        answer('x86', {
          requires: [{ criterion: 'closed', clauses: [{ kind: 'any', of: ['x86'] }] }],
          weighs: [{ factor: 'z', steps: 2 }],
          wants: [{ criterion: 'open', members: ['x86'] }],
        }),
      ]),
    ]);
    expect(model.options.map((o) => [o.slug, o.modes])).toEqual([
      ['a', []],
      ['b', []],
    ]);
    expect(vocabulary.options[0]?.formerSlugs).toEqual(['old-a']);
  });

  it('can be sampled, and be compared with one of today', () => {
    expect(robustness(model, prefer({ z: 'nice', size: 'nice' }), false)?.options).toEqual([
      'a',
      'b',
    ]);
    const again = openRelease({ ...kept(first), name: '2026-02-01' });
    expect(ratingChanges(openRelease(first), again)).toEqual([]);
    expect(recommend(model, prefer({}, [yes('gone')]), false).eliminated).toEqual([]);
  });
});
