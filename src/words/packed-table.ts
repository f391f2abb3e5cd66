/**
 * The matrix as the browser gets it: what filters, orders and comparisons look at, without the
 * reasons. Packed, a rating is in most cases its value alone.
 */

import { plainText } from './inline.ts';
import type { DrawnModes } from './option-drawing.ts';
import { nameInMode } from './option-names.ts';
import type { Criterion, Mode, Named, Option } from '../decision/model.ts';
import { hasValue, type BareRating } from '../decision/rating.ts';
import type { Level, Scale } from '../decision/scale.ts';
import { partsOfWay } from '../links/option-list.ts';
import { readRating, writeRating, type WireRating } from '../links/rating-wire.ts';
import type { Choosable, Vocabulary } from '../links/vocabulary.ts';

/** A criterion as tables show it. */
export interface TableCriterion extends Criterion, Named {
  readonly shortName: string;
  readonly group: string;
}

/** An option as tables show it, with its modes. */
export interface TableOption extends Option, Named {
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

export interface PackedTable extends Omit<Table, 'options'> {
  readonly options: readonly (Omit<TableOption, 'ratings' | 'modes'> & {
    /** In the order of the criteria. */
    readonly ratings: readonly WireRating[];
    readonly modes: readonly (Omit<TableOption['modes'][number], 'ratings'> & {
      /** Of the criteria on which modes differ, by slug. */
      readonly ratings: Readonly<Record<string, WireRating>>;
    })[];
  })[];
}

/** An option as pages get it. */
export type PackedOption = PackedTable['options'][number];

/** An option as a page lists it that has not fetched its ratings. */
export interface ListedOption extends Choosable {
  readonly shortName: string;
  readonly modes: readonly (Named & Pick<Mode, 'name'>)[];
  readonly drawn: DrawnModes;
  /** The name of the file that has it as a `PackedOption`. */
  readonly file: string;
}

/** A table of which a page shows but a few options. */
export interface ListedTable extends Omit<Table, 'options'> {
  readonly options: readonly ListedOption[];
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
  const pack = (rating: BareRating): WireRating => {
    if (!hasValue(rating)) return writeRating(rating);
    const { value, qualifier } = rating;
    return writeRating({
      ...rating,
      value: typeof value === 'string' ? plainText(value) : value,
      qualifier: qualifiers && qualifier !== undefined ? plainText(qualifier) : undefined,
    });
  };
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
    options: options.map(({ slug, name, shortName, formerSlugs, ratings, modes }) => ({
      slug,
      name,
      shortName,
      formerSlugs,
      ratings: criteria.map((c) => pack(ratings[c.slug] ?? { state: 'unrated' })),
      modes: modes.map((mode) => ({
        slug: mode.slug,
        name: plainText(mode.name),
        formerSlugs: mode.formerSlugs,
        ratings: mapValues(mode.ratings, pack),
      })),
    })),
    defaultView,
  };
}

function mapValues<T, U>(
  values: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}

/** The table that was packed; ratings are without their reasons. */
export function unpackTable({ options, ...rest }: PackedTable): Table {
  return { ...rest, options: options.map((option) => unpackOption(rest, option)) };
}

/** An option that was packed, of the table that it is of. */
export function unpackOption(
  { criteria }: Pick<Table, 'criteria'>,
  { ratings, modes, ...option }: PackedOption,
): TableOption {
  return {
    ...option,
    ratings: Object.fromEntries(
      criteria.map(({ slug }, i) => [slug, readRating(ratings[i] ?? null)]),
    ),
    modes: modes.map((mode) => ({ ...mode, ratings: mapValues(mode.ratings, readRating) })),
  };
}

/** What an option in a mode is called in few words, by its name in links: “Black tea”, “Black tea, iced”. */
export function nameOfWay(
  options: readonly Pick<ListedOption, 'slug' | 'shortName' | 'modes'>[],
  way: string,
): string {
  const named = partsOfWay(way);
  const option = options.find(({ slug }) => slug === named.option);
  const mode = option?.modes.find(({ slug }) => slug === named.mode);
  const name = option?.shortName ?? named.option;
  return mode === undefined ? name : nameInMode(name, mode.name);
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
