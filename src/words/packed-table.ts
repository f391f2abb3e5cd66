/**
 * The matrix as the browser gets it: what filters, orders and comparisons look at, without the
 * reasons. Packed, a rating is in most cases its value alone.
 */

import { plainText } from './inline.ts';
import type { BareOption, Criterion, Named, Option } from '../decision/model.ts';
import {
  hasValue,
  type BareRating,
  type NotApplicableCounts,
  type Rating,
  type UnratedRating,
} from '../decision/rating.ts';
import type { Level, Scale, Value } from '../decision/scale.ts';
import type { Vocabulary } from '../links/vocabulary.ts';

/** A criterion as tables show it. */
export interface TableCriterion extends Criterion, Named {
  readonly shortName: string;
  readonly group: string;
}

/** An option as tables show it. */
export interface TableOption extends BareOption, Named {
  readonly shortName: string;
}

export interface Table {
  readonly groups: readonly { readonly slug: string; readonly name: string }[];
  /** In the order of the site. */
  readonly criteria: readonly TableCriterion[];
  readonly options: readonly TableOption[];
  /** The criteria that a matrix shows when a link does not say which. */
  readonly defaultView: readonly string[];
}

/** A value; null where it is unknown; else what else there is to say. */
type PackedRating =
  | Value
  | null
  | UnratedRating
  | { readonly counts: NotApplicableCounts }
  | {
      readonly value: Value;
      readonly basis?: string;
      readonly qualifier?: string;
      readonly meets?: boolean;
    };

export interface PackedTable extends Omit<Table, 'options'> {
  /** Ratings in the order of the criteria. */
  readonly options: readonly (Omit<TableOption, 'ratings'> & {
    readonly ratings: readonly PackedRating[];
  })[];
}

type Packable = Omit<Table, 'options'> & {
  readonly options: readonly (Option & Named & { readonly shortName: string })[];
};

/**
 * Packs what is needed of a table, and nothing else that its criteria and options may hold; texts lose
 * their markup.
 *
 * @param choice.qualifiers whether ratings keep the words that narrow their values
 */
export function packTable(
  { groups, criteria, options, defaultView }: Packable,
  { qualifiers = false } = {},
): PackedTable {
  const pack = (rating: Rating): PackedRating =>
    packRating(qualifiers || !hasValue(rating) ? rating : { ...rating, qualifier: undefined });
  return {
    groups: groups.map(({ slug, name }) => ({ slug, name })),
    criteria: criteria.map(({ slug, name, shortName, group, formerSlugs, scale }) => ({
      slug,
      name,
      shortName,
      group,
      formerSlugs,
      scale: withoutRubrics(scale),
    })),
    options: options.map(({ slug, name, shortName, formerSlugs, ratings }) => ({
      slug,
      name,
      shortName,
      formerSlugs,
      ratings: criteria.map((c) => pack(ratings[c.slug] ?? { state: 'unrated' })),
    })),
    defaultView,
  };
}

/** The table that was packed; ratings are without their reasons. */
export function unpackTable({ options, ...rest }: PackedTable): Table {
  return {
    ...rest,
    options: options.map(({ ratings, ...option }) => ({
      ...option,
      ratings: Object.fromEntries(
        rest.criteria.map(({ slug }, i) => [slug, unpackRating(ratings[i] ?? null)]),
      ),
    })),
  };
}

/** What links to the table may name. */
export function vocabularyOf({
  groups,
  criteria,
  options,
  defaultView,
}: Omit<Table, 'options'> & Pick<Vocabulary, 'options'>): Vocabulary {
  return { criteria, options, groups: groups.map((group) => group.slug), defaultView };
}

function packRating(rating: Rating): PackedRating {
  if (hasValue(rating)) {
    const { basis, qualifier } = rating;
    const value = typeof rating.value === 'string' ? plainText(rating.value) : rating.value;
    if (rating.state === 'known' && basis === undefined && qualifier === undefined) return value;
    return {
      value,
      ...(basis === undefined ? {} : { basis }),
      ...(qualifier === undefined ? {} : { qualifier: plainText(qualifier) }),
      ...(rating.state === 'partial' ? { meets: rating.meets } : {}),
    };
  }
  switch (rating.state) {
    case 'unknown':
      return null;
    case 'not-applicable':
      return { counts: rating.counts };
    case 'unrated':
      return rating;
  }
}

function unpackRating(packed: PackedRating): BareRating {
  if (packed === null) return { state: 'unknown' };
  if (typeof packed !== 'object' || isList(packed)) return { state: 'known', value: packed };
  if ('state' in packed) return packed;
  if ('counts' in packed) return { state: 'not-applicable', counts: packed.counts };
  const { meets, ...rest } = packed;
  return meets === undefined ? { state: 'known', ...rest } : { state: 'partial', ...rest, meets };
}

/** `Array.isArray` does not tell readonly lists apart. */
function isList(packed: object): packed is readonly string[] {
  return Array.isArray(packed);
}

function withoutRubrics(scale: Scale): Scale {
  const bare = <L extends Level>({ rubric: _rubric, ...level }: L): Omit<L, 'rubric'> => level;
  switch (scale.kind) {
    case 'ordinal':
      return { ...scale, levels: scale.levels.map(bare) };
    case 'choice':
      return { ...scale, values: scale.values.map(bare) };
    case 'set':
      return { ...scale, members: scale.members.map(bare) };
    case 'flag': {
      const { rubric: _rubric, ...rest } = scale;
      return rest;
    }
    case 'quantity':
      return { ...scale, bases: scale.bases.map(bare) };
    case 'text':
      return scale;
  }
}
