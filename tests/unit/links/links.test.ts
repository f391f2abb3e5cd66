/** The laws of links: round trip, one form, total, nothing dropped silently. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAsk,
  parseAsk,
  restrictAsk,
  type AskState,
  type AskVocabulary,
} from '../../../src/links/ask.ts';
import { factorsOf } from '../../../src/decision/evaluation.ts';
import { RESERVED_SLUGS } from '../../../src/links/reserved-slugs.ts';
import type { Scale } from '../../../src/decision/scale.ts';
import { parseClauses } from '../../../src/links/clause-text.ts';
import { wayTo } from '../../../src/links/option-list.ts';
import { formatQuery, parseQuery } from '../../../src/links/query.ts';
import { NEUTRAL_ANSWERS } from '../../../src/decision/questionnaire.ts';
import type { Requirement } from '../../../src/decision/requirement.ts';
import {
  canonicalColumns,
  formatView,
  parseView,
  type ViewState,
} from '../../../src/links/view.ts';
import { IMPORTANCES } from '../../../src/decision/weight.ts';
import { matrix } from '../decision/arbitrary.ts';

const vocabulary: fc.Arbitrary<AskVocabulary> = matrix({ maxCriteria: 8 }).map((given) => ({
  criteria: given.criteria,
  options: given.options.map((o) => ({
    slug: o.slug,
    formerSlugs: [`was-${o.slug}`],
    modes: o.modes.map((mode) => ({ slug: mode.slug, formerSlugs: [`old-${mode.slug}`] })),
  })),
  groups: ['even', 'odd'],
  defaultView: given.criteria.slice(0, 2).map((c) => c.slug),
  questions: ['uplink', 'windows'].map((slug) => ({
    slug,
    formerSlugs: [`old-${slug}`],
    several: slug === 'windows',
    formerAnswers: {},
    answers: ['one', 'two'].map((answer) => ({
      slug: answer,
      requires: [],
      weighs: [],
      wants: [],
      enough: {},
      likelihood: 1,
    })),
  })),
}));

const CLAUSES = [
  'level-0',
  'level-1/level-0',
  '!level-1',
  'level-0..best',
  '..level-1',
  'yes',
  '..100',
  '50..max',
  'level-0..level-1',
  'level-1..level-2,!level-0',
  '7',
];

const requirementsOf = (v: AskVocabulary): fc.Arbitrary<readonly Requirement[]> =>
  fc.tuple(...v.criteria.map(() => fc.option(fc.constantFrom(...CLAUSES)))).map((texts) =>
    v.criteria.flatMap((criterion, i) => {
      const { clauses } = parseClauses(criterion, texts[i] ?? '');
      return clauses.length > 0 ? [{ criterion: criterion.slug, clauses }] : [];
    }),
  );

const viewOf = (v: AskVocabulary): fc.Arbitrary<ViewState> => {
  const slugs = v.criteria.map((c) => c.slug);
  const sortable = v.criteria.filter((c) => c.scale.kind !== 'text').map((c) => c.slug);
  return fc.record({
    requirements: requirementsOf(v),
    text: fc.string().map((text) => text.replace(/[\uD800-\uDFFF]/g, '').trim()),
    hideUnproven: fc.boolean(),
    dimFailed: fc.boolean(),
    sort:
      sortable.length === 0
        ? fc.constant(null)
        : fc.option(
            fc.record({ criterion: fc.constantFrom(...sortable), worseFirst: fc.boolean() }),
          ),
    columns: fc.option(fc.subarray(slugs)).map((c) => (c === null ? null : canonicalColumns(v, c))),
    transposed: fc.boolean(),
    options: fc.shuffledSubarray(
      v.options.flatMap(({ slug, modes }) => [
        slug,
        ...modes.slice(1).map((mode) => wayTo(slug, mode.slug)),
      ]),
    ),
    identicalToo: fc.boolean(),
  });
};

const askOf = (v: AskVocabulary): fc.Arbitrary<AskState> =>
  fc.record({
    on: fc.option(fc.constant('2026-11-22')),
    answers: fc
      .tuple(
        ...v.questions.map(({ several }) =>
          fc.option(
            fc.constantFrom(
              ...['one', 'two', ...NEUTRAL_ANSWERS].map((answer) => [answer]),
              ...(several ? [['one', 'two']] : []),
            ),
          ),
        ),
      )
      .map((given) =>
        Object.fromEntries(
          v.questions.flatMap((q, i) => (given[i] == null ? [] : [[q.slug, given[i]]])),
        ),
      ),
    importances: fc
      .tuple(...factorsOf(v.criteria).map(() => fc.option(fc.constantFrom(...IMPORTANCES))))
      .map((given) =>
        Object.fromEntries(
          factorsOf(v.criteria).flatMap((f, i) => (given[i] == null ? [] : [[f.slug, given[i]]])),
        ),
      ),
    requirements: requirementsOf(v).chain((requirements) =>
      fc.boolean().map((waived) => {
        const [first, ...rest] = requirements;
        return waived && first !== undefined ? [{ ...first, clauses: [] }, ...rest] : requirements;
      }),
    ),
    strict: fc.boolean(),
    levels: fc.constantFrom('fixed' as const, 'order-only' as const),
  });

describe('query strings', () => {
  it('round-trip any pairs of well-formed text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            key: fc.string({ unit: 'grapheme', minLength: 1 }),
            text: fc.string({ unit: 'grapheme' }),
          }),
        ),
        (pairs) => {
          expect(parseQuery(formatQuery(pairs))).toEqual(pairs);
        },
      ),
    );
  });

  it('are written with nothing that ends or splits an address in running text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, text) => {
        expect(formatQuery([{ key, text }])).toMatch(/^[\w.~!*'(),/:%=-]*$/);
      }),
    );
  });

  it('never throw, not even on broken escapes', () => {
    expect(parseQuery('?a=%E0%A4%A&%=1&&=x&b')).toEqual([
      { key: 'a', text: '%E0%A4%A' },
      { key: '%', text: '1' },
      { key: '', text: 'x' },
      { key: 'b', text: '' },
    ]);
  });
});

describe('links to a view', () => {
  it('lead back to the same state, with nothing left unfollowed', () => {
    fc.assert(
      fc.property(
        vocabulary.chain((v) => fc.tuple(fc.constant(v), viewOf(v))),
        ([v, state]) => {
          expect(parseView(v, formatView(v, state))).toEqual({ state, unfollowed: [] });
        },
      ),
    );
  });

  it('have one form: the link of a read link is stable', () => {
    fc.assert(
      fc.property(
        vocabulary.chain((v) => fc.tuple(fc.constant(v), viewOf(v), fc.array(fc.nat()))),
        ([v, state, swaps]) => {
          const parts = formatView(v, state).split('&');
          for (const swap of swaps) {
            const [moved] = parts.splice(swap % Math.max(1, parts.length), 1);
            if (moved !== undefined) parts.unshift(moved);
          }
          expect(formatView(v, parseView(v, parts.join('&')).state)).toBe(formatView(v, state));
        },
      ),
    );
  });

  it('follow former names', () => {
    fc.assert(
      fc.property(vocabulary, (v) => {
        const option = v.options[0]?.slug ?? '';
        const { state, unfollowed } = parseView(v, `options=was-${option}&old-0=level-0`);
        expect(state.options).toEqual([option]);
        expect(unfollowed.every((u) => u.key === 'old-0')).toBe(true);
      }),
    );
  });

  it('tell each part that they cannot follow, and keep the rest', () => {
    fc.assert(
      fc.property(vocabulary, fc.string({ unit: 'grapheme', minLength: 1 }), (v, noise) => {
        fc.pre(!/^(?:criterion|old)-/.test(noise));
        const key = `x${noise}`;
        const query = formatQuery([
          { key, text: 'y' },
          { key: 'rows', text: 'criteria' },
        ]);
        const { state, unfollowed } = parseView(v, query);
        expect(state.transposed).toBe(true);
        expect(unfollowed).toEqual([{ key, token: 'y', why: 'is not something this page knows' }]);
      }),
    );
  });
});

describe('links to a recommendation', () => {
  it('lead back to the same state, with nothing left unfollowed', () => {
    fc.assert(
      fc.property(
        vocabulary.chain((v) => fc.tuple(fc.constant(v), askOf(v))),
        ([v, state]) => {
          expect(parseAsk(v, formatAsk(v, state))).toEqual({ state, unfollowed: [] });
        },
      ),
    );
  });

  it('say which kinds of link, answers and weights they do not know', () => {
    fc.assert(
      fc.property(vocabulary, (v) => {
        const factor = factorsOf(v.criteria)[0]?.slug ?? '';
        const { state, unfollowed } = parseAsk(
          v,
          `v=9&uplink=three&i.nothing=nice&i.${factor}=0.37&r.nothing=yes&old-windows=two&windows=one&on=<b>`,
        );
        expect(state.answers).toEqual({ windows: ['two'] });
        expect(unfollowed.map((u) => `${u.key} ${u.why}`)).toEqual([
          'v is a kind of link that this site does not know',
          'uplink is not an answer to this question',
          'i.nothing weighs something that this site does not have',
          `i.${factor} is none of ignore, nice, matters, critical`,
          'r.nothing asks for something that this site does not have',
          'windows is here twice; the first one counts',
          'on is not the name of a release',
        ]);
      }),
    );
  });
});

/** The same site at another time: some things are gone, some renamed, some scales are shorter. */
const editionOf = (v: AskVocabulary): fc.Arbitrary<AskVocabulary> =>
  fc
    .record({
      criteria: fc.subarray([...v.criteria]),
      options: fc.subarray([...v.options]),
      questions: fc.subarray([...v.questions]),
      renamed: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      shorter: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    })
    .map(({ criteria, options, questions, renamed, shorter }) => {
      const rename = <T extends { slug: string; formerSlugs: readonly string[] }>(
        entry: T,
        i: number,
      ): T =>
        renamed[i] === true
          ? { ...entry, slug: `new-${entry.slug}`, formerSlugs: [entry.slug] }
          : entry;
      const kept = criteria.map((criterion, i) => ({
        ...rename(criterion, i),
        scale: shorter[i] === true ? shortened(criterion.scale) : criterion.scale,
      }));
      return {
        ...v,
        criteria: kept,
        options: options.map(rename),
        defaultView: kept.slice(0, 2).map((c) => c.slug),
        questions: questions.map((question, i) => ({
          ...rename(question, i),
          answers: shorter[i] === true ? question.answers.slice(1) : question.answers,
        })),
      };
    });

/** Without its first level, value or member. */
function shortened(scale: Scale): Scale {
  switch (scale.kind) {
    case 'ordinal':
      return { ...scale, levels: scale.levels.slice(1) };
    case 'choice':
      return {
        ...scale,
        values: scale.values.slice(1),
        preference: scale.preference?.filter((slug) => slug !== scale.values[0]?.slug),
      };
    case 'set':
      return { ...scale, members: scale.members.slice(1) };
    default:
      return scale;
  }
}

describe('a state in the words of another edition', () => {
  it('is what would be read of a link to it', () => {
    fc.assert(
      fc.property(
        vocabulary.chain((v) => fc.tuple(fc.constant(v), editionOf(v), askOf(v))),
        ([v, edition, ask]) => {
          expect(restrictAsk(edition, ask)).toEqual(parseAsk(edition, formatAsk(v, ask)).state);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is itself in its own words', () => {
    fc.assert(
      fc.property(
        vocabulary.chain((v) => fc.tuple(fc.constant(v), askOf(v))),
        ([v, ask]) => {
          expect(restrictAsk(v, ask)).toEqual(ask);
        },
      ),
    );
  });
});

it('words of the grammar are reserved', () => {
  expect(RESERVED_SLUGS).toEqual([
    'any',
    'best',
    'columns',
    'differences',
    'failed',
    'identical',
    'levels',
    'max',
    'on',
    'options',
    'q',
    'rows',
    'sort',
    'strict',
    'unproven',
    'v',
    'worst',
  ]);
});

describe('any text at all', () => {
  /** Texts that look like links more often than not. */
  const hostile = fc
    .array(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '&',
          '=',
          ',',
          '/',
          '!',
          '..',
          '%',
          '%00',
          'sort',
          'columns',
          'options',
          'q',
          'v',
          'i.',
          'r.',
          'criterion-0',
          'option-0',
          'even*',
          'level-0',
          'uplink',
          'one',
          '<script>',
          '__proto__',
          'constructor',
          '9'.repeat(400),
        ),
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));

  it('is some state; its link is stable; each of its pairs is in the state or told', () => {
    fc.assert(
      fc.property(vocabulary, hostile, (v, text) => {
        const view = parseView(v, text);
        const viewLink = formatView(v, view.state);
        expect(parseView(v, viewLink)).toEqual({ state: view.state, unfollowed: [] });
        const ask = parseAsk(v, text);
        const askLink = formatAsk(v, ask.state);
        expect(parseAsk(v, askLink)).toEqual({ state: ask.state, unfollowed: [] });

        for (const { key } of parseQuery(text)) {
          const told = (list: readonly { key: string }[]): boolean =>
            list.some((u) => u.key === key);
          const kept = (link: string): boolean => {
            const current = v.criteria.find((c) =>
              c.formerSlugs.includes(key.replace(/^[ir]\./, '')),
            )?.slug;
            const question = v.questions.find((q) => q.formerSlugs.includes(key))?.slug;
            const prefix = /^[ir]\./.exec(key)?.[0] ?? '';
            const names = [key, `${prefix}${current ?? ''}`, question];
            return parseQuery(link).some((pair) => names.includes(pair.key));
          };
          // The default view as columns is the default, which is not written.
          if (key !== 'columns') expect(told(view.unfollowed) || kept(viewLink)).toBe(true);
          expect(told(ask.unfollowed) || kept(askLink)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
