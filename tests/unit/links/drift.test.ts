/** What changed an old answer, under four heads. */

import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/decision/questionnaire.ts';
import { EMPTY_ASK } from '../../../src/links/ask.ts';
import { explainDrift, type Drift } from '../../../src/links/drift.ts';
import {
  makeRelease,
  openRelease,
  type OpenedRelease,
  type Releasable,
} from '../../../src/links/release.ts';
import { known } from '../decision/arbitrary.ts';
import { criterion, option, percent } from '../decision/building.ts';

const answer = (more: Partial<Answer>): Answer => ({
  slug: 'yes',
  requires: [],
  weighs: [{ factor: 'x', steps: 2 }],
  wants: [],
  enough: {},
  likelihood: 1,
  ...more,
});
const opt = (...given: Parameters<typeof option>): Releasable['options'][number] => ({
  ...option(...given),
  formerSlugs: [],
});
const released = (
  name: string,
  more: Partial<Releasable> = {},
  meaning: Partial<Answer> = {},
): OpenedRelease =>
  openRelease(
    makeRelease(name, {
      indifference: 0.02,
      lifecycle: null,
      criteria: ['x', 'y'].map((slug) => ({
        ...criterion(slug, percent),
        formerSlugs: [],
        group: 'g',
      })),
      options: [opt('a', { x: 90, y: 10 }), opt('b', { x: 50, y: 60 })],
      questions: [
        {
          slug: 'asked',
          formerSlugs: [],
          several: false,
          formerAnswers: {},
          answers: [answer(meaning)],
        },
      ],
      ...more,
    }),
  );
const STATE = { ...EMPTY_ASK, answers: { asked: ['yes'] } };
const THEN = released('2026-01-01');
const since = (now: OpenedRelease): Drift => explainDrift(THEN, now, STATE);

/** The heads under which something alone changes who leads. */
const decisive = ({ ratings, options, answers, method }: Drift): readonly string[] =>
  Object.entries({ ratings, options, answers, method }).flatMap(([name, head]) =>
    head.changes ? [name] : [],
  );

describe('what changed an old answer', () => {
  it('is nothing where nothing has changed', () => {
    const drift = since(released('2026-02-01'));
    expect(drift.changed).toBe(false);
    expect(decisive(drift)).toEqual([]);
    expect(drift.ratings.count).toBe(0);
    expect(drift.answers.questions).toEqual([]);
    expect(drift.method.differs).toBe(false);
  });

  it('is a rating, which is named; one that does not count is not counted', () => {
    const drift = since(
      released('2026-02-01', {
        options: [opt('a', { x: 30, y: 90 }), opt('b', { x: 50, y: 60 })],
      }),
    );
    expect(drift.before.options).toEqual(['a']);
    expect(drift.after.options).toEqual(['b']);
    expect(decisive(drift)).toEqual(['ratings']);
    expect(drift.ratings.count).toBe(1);
    expect(drift.ratings.decisive).toEqual([
      {
        option: 'a',
        mode: null,
        criterion: 'x',
        before: known(90),
        after: known(30),
        scale: percent,
      },
    ]);
  });

  it('is an option that has come, or gone', () => {
    const come = since(
      released('2026-02-01', {
        options: [opt('a', { x: 90 }), opt('b', { x: 50 }), opt('c', { x: 100 })],
      }),
    );
    expect([come.options.added, come.options.removed]).toEqual([['c'], []]);
    expect(decisive(come)).toContain('options');
    const gone = since(released('2026-02-01', { options: [opt('b', { x: 50, y: 60 })] }));
    expect(gone.options.removed).toEqual(['a']);
    expect(decisive(gone)).toEqual(['options']);
  });

  it('is modes, and not the rating at rest that has become that of one of them', () => {
    const drift = since(
      released('2026-02-01', {
        options: [
          opt('a', { y: 10 }, { small: { x: 30 }, large: { x: 40 } }),
          opt('b', { x: 50, y: 60 }),
        ],
      }),
    );
    expect(drift.options.split).toEqual(['a']);
    expect(drift.ratings.count).toBe(0);
    expect(decisive(drift)).toEqual(['options']);
  });

  it('is what an answer means', () => {
    const drift = since(released('2026-02-01', {}, { weighs: [{ factor: 'y', steps: 2 }] }));
    expect(drift.answers.questions).toEqual(['asked']);
    expect(decisive(drift)).toEqual(['answers']);
  });

  it('is not the order in which an answer says what it means', () => {
    const weighs = [
      { factor: 'x', steps: 2 },
      { factor: 'y', steps: 1 },
    ];
    const drift = explainDrift(
      released('2026-01-01', {}, { weighs }),
      released('2026-02-01', {}, { weighs: weighs.toReversed() }),
      STATE,
    );
    expect(drift.answers.questions).toEqual([]);
  });

  it('is the method', () => {
    const drift = since(released('2026-02-01', { indifference: 0.5 }));
    expect(drift.method.differs).toBe(true);
    expect(decisive(drift)).toEqual(['method']);
    expect(drift.after.options).toEqual(['a', 'b']);
  });

  it('leaves aside what an edition does not know of the state', () => {
    const state = { ...STATE, answers: { ...STATE.answers, gone: ['yes'] } };
    expect(explainDrift(THEN, released('2026-02-01'), state).changed).toBe(false);
  });
});
