/** The matrix as a file: rows that fail a filter say so, and by what. */

import { expect, it } from 'vitest';
import { jsonOf, sheetOf } from '../../../../src/islands/matrix/handed-on.ts';
import { modelOf, type Shown } from '../../../../src/islands/matrix/shown.ts';
import { EMPTY_VIEW, type ViewState } from '../../../../src/links/view.ts';
import { toCsv, toMarkdown } from '../../../../src/words/table-text.ts';
import type { BareRating } from '../../../../src/decision/rating.ts';
import type { Value } from '../../../../src/decision/scale.ts';
import { criterion, flag, option, percent } from '../../decision/building.ts';

const modelWith = (
  options: readonly [string, Readonly<Record<string, BareRating | Value>>][],
): ReturnType<typeof modelOf> =>
  modelOf(
    {
      groups: [{ slug: 'all', name: 'All' }],
      criteria: [criterion('small', percent), criterion('survives', flag)].map((one) => ({
        ...one,
        shortName: one.name,
        group: 'all',
        formerSlugs: [],
      })),
      options: options.map(([slug, ratings]) => ({
        ...option(slug, ratings),
        shortName: slug,
        formerSlugs: [],
      })),
      defaultView: ['small', 'survives'],
    },
    () => options.map(([slug]) => slug),
  );

const model = modelWith([
  ['fits', { small: 10, survives: true }],
  ['outside', { small: { state: 'not-applicable', counts: 'best' }, survives: true }],
  ['unsure', { small: 10, survives: { state: 'unknown' } }],
  ['large', { small: 90, survives: true }],
  ['neither', { small: 90, survives: false }],
]);
const FILTER: Partial<ViewState> = {
  requirements: [
    { criterion: 'small', clauses: [{ kind: 'range', min: null, max: 50 }] },
    { criterion: 'survives', clauses: [{ kind: 'any', of: ['yes'] }] },
  ],
  dimFailed: true,
};
const show = (part: Partial<ViewState>): Shown => model.show({ ...EMPTY_VIEW, ...part });

it('says of each row of CSV and Markdown whether it matches, and by what it fails', () => {
  const sheet = sheetOf(model, show(FILTER));
  expect(sheet.head).toEqual(['Option', 'Verdict', 'small', 'survives']);
  expect(sheet.rows.map(([name, verdict]) => [name, verdict])).toEqual([
    ['fits', 'Matches'],
    ['outside', 'Not applicable: small'],
    ['unsure', 'Not proven: survives'],
    ['large', 'Fails only small'],
    ['neither', 'Fails small, survives'],
  ]);
  expect(toCsv(sheet)).toContain('neither,"Fails small, survives",90 %,No');
  expect(toMarkdown(sheet)).toContain('| large | Fails only small | 90 % | Yes |');
});

it('says so criteria down, too', () => {
  const { head, rows } = sheetOf(model, show({ ...FILTER, transposed: true }));
  expect(head).toEqual(['Option', 'fits', 'outside', 'unsure', 'large', 'neither']);
  expect(rows[0]?.[0]).toBe('Verdict');
});

it('has no verdict where nothing is asked', () => {
  expect(sheetOf(model, show({})).head).toEqual(['Option', 'small', 'survives']);
  const { options } = JSON.parse(jsonOf(model, show({}), 'link')) as { options: object[] };
  expect(options[0]).toMatchObject({ slug: 'fits', verdict: null });
});

it('says in JSON what each row fails, is not proven to meet, or is not subject to', () => {
  const { link, options } = JSON.parse(
    jsonOf(model, show({ ...FILTER, text: 'e' }), 'the link'),
  ) as { link: string; options: { slug: string; verdict: object }[] };
  expect(link).toBe('the link');
  expect(Object.fromEntries(options.map(({ slug, verdict }) => [slug, verdict]))).toEqual({
    fits: { state: 'failed', failed: ['q'], unproven: [], notApplicable: [] },
    outside: { state: 'not-applicable', failed: [], unproven: [], notApplicable: ['small'] },
    unsure: { state: 'unproven', failed: [], unproven: ['survives'], notApplicable: [] },
    large: { state: 'failed', failed: ['small'], unproven: [], notApplicable: [] },
    neither: { state: 'failed', failed: ['small', 'survives'], unproven: [], notApplicable: [] },
  });
});
