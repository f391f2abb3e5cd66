/**
 * What people may write short, made whole before it is judged: ratings get what a default gives, and
 * “2 GiB” becomes a number in the unit of its scale. Where each value stands stays known, so that what is
 * wrong with a default is told where it is written.
 */

import { datePartOf, figureOfDate, isDateOf } from '../decision/calendar.ts';
import {
  higherIsBetter,
  UNIT_PREFIXES,
  type QuantityScale,
  type Scale,
} from '../decision/scale.ts';
import { parseQuantity, type FigureEnd } from '../links/figure-text.ts';
import { formatPath, type ContentDocument, type FieldPath, type Spot } from './document.ts';
import type { Entry } from './content.ts';
import type { Fault } from './fault.ts';
import { DEFAULT_FIELDS } from './schemas/common.ts';
import type { CriterionData } from './schemas/criterion.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

/** A scale as far as figures can be read by it, before anything else of it is judged; null for others. */
function scaleIn(scale: unknown): QuantityScale | null {
  if (!isFields(scale) || scale.kind !== 'quantity' || !isText(scale.unit)) return null;
  const { unit, base, multiples, singular, prefixes } = scale;
  const among = <T>(of: unknown, is: (value: unknown) => value is T): Record<string, T> =>
    Object.fromEntries(
      Object.entries(isFields(of) ? of : {}).flatMap(([key, value]) =>
        is(value) ? [[key, value]] : [],
      ),
    );
  return {
    kind: 'quantity',
    unit,
    base: isText(base) ? base : undefined,
    multiples: among(multiples, (value) => typeof value === 'number'),
    singular: among(singular, isText),
    prefixes: UNIT_PREFIXES.filter((kind) => Array.isArray(prefixes) && prefixes.includes(kind)),
    spacing: 'linear',
    worst: 0,
    best: 1,
    bases: [],
  };
}

/**
 * What is written for a figure, as a number in the unit of its scale where it can be read; else as it is.
 *
 * @param end which day of a year or month is meant; without it, a date must be as precise as its scale
 */
function readFigure(scale: QuantityScale, written: unknown, end?: FigureEnd): unknown {
  const part = datePartOf(scale);
  if (part === null) return isText(written) ? (parseQuantity(scale, written) ?? written) : written;
  // A year alone is read as a number.
  const text = typeof written === 'number' ? String(written) : written;
  if (!isText(text) || (end === undefined && !isDateOf(part, text))) return text;
  return figureOfDate(part, text, end) ?? text;
}

/** The fields with some of them read as figures. */
function withFigures(
  fields: Fields,
  scale: QuantityScale,
  ends: Readonly<Record<string, FigureEnd | undefined>>,
): Fields {
  const read = Object.entries(ends).flatMap(([field, end]) =>
    Object.hasOwn(fields, field) ? [[field, readFigure(scale, fields[field], end)] as const] : [],
  );
  return { ...fields, ...Object.fromEntries(read) };
}

/** A criterion with its anchors as numbers. */
export function withAnchors(document: ContentDocument): ContentDocument {
  const { data }: { data: Fields } = { data: { ...document.data } };
  const scale = scaleIn(data.scale);
  if (scale === null || !isFields(data.scale)) return document;
  const anchors = withFigures(data.scale, scale, { worst: 'first', best: 'first' });
  return { ...document, data: { ...data, scale: anchors } };
}

/** A file that gives defaults. */
interface Giver {
  readonly document: ContentDocument;
  readonly given: Fields;
  /** The defaults that some rating has taken. */
  readonly taken: Set<string>;
  /** Whether anything is rated that could take one. */
  hasRatings: boolean;
}

const giver = (document: ContentDocument, given: unknown): Giver => ({
  document,
  given: isFields(given) ? given : {},
  taken: new Set(),
  hasRatings: false,
});

/** The fields that a rating may have of its defaults, by what it tells. */
function fieldsFor({ state, value }: Fields, scale: CriterionData['scale'] | undefined): string[] {
  if (state === 'unrated') return [];
  if (state === 'unknown' || state === 'not-applicable') return ['checked', 'sources'];
  // A shape that is no rating is told as it is.
  if (value === undefined) return [];
  return DEFAULT_FIELDS.filter((field) => field !== 'basis' || scale?.kind === 'quantity');
}

/** The figures of a rating, with the end of a year that each means. */
const RATED_FIGURES = { value: undefined, atLeast: 'first', atMost: 'last' } as const;

const withoutBounds = ({ atLeast: _least, atMost: _most, ...rest }: Fields): Fields => rest;

/** Completes the files of one content folder, and remembers which defaults were of use. */
export class Authored {
  readonly #criteria: ReadonlyMap<string, Entry<CriterionData>>;
  /** By the slug of the criterion. */
  readonly #givers: ReadonlyMap<string, Giver>;
  readonly #options: Giver[] = [];
  readonly #unread: readonly string[];

  /**
   * @param criteria those that are sound
   * @param slugs of all criteria, those with faults of their own included
   */
  constructor(criteria: readonly Entry<CriterionData>[], slugs: readonly string[]) {
    this.#criteria = new Map(criteria.map((entry) => [entry.slug, entry]));
    this.#givers = new Map(
      criteria.map(({ slug, document, data }) => [slug, giver(document, data.defaults)]),
    );
    this.#unread = slugs.filter((slug) => !this.#criteria.has(slug));
  }

  /** An option with all that its ratings leave to a default: its own file’s goes before the criterion’s. */
  option(document: ContentDocument): {
    readonly document: ContentDocument;
    readonly excuses: (path: FieldPath) => boolean;
  } {
    const { data }: { data: Fields } = { data: { ...document.data } };
    const own = giver(document, data.defaults);
    this.#options.push(own);
    /** Where the values that were filled in stand, by the path of each. */
    const origins = new Map<string, { readonly at: ContentDocument; readonly path: FieldPath }>();
    const filled = (ratings: unknown, path: FieldPath): unknown =>
      isFields(ratings)
        ? Object.fromEntries(
            Object.entries(ratings).map(([slug, rating]) => [
              slug,
              isFields(rating) ? fill(rating, slug, [...path, slug]) : rating,
            ]),
          )
        : ratings;
    const fill = (rating: Fields, slug: string, path: FieldPath): Fields => {
      const scale = this.#criteria.get(slug)?.data.scale;
      const wanted = fieldsFor(rating, scale);
      const givers = [own, this.#givers.get(slug)].filter((one) => one !== undefined);
      const missing = wanted.flatMap((field) => {
        if (Object.hasOwn(rating, field)) return [];
        const from = givers.find(({ given }) => Object.hasOwn(given, field));
        if (from === undefined) return [];
        from.taken.add(field);
        const origin = { at: from.document, path: ['defaults', field] };
        origins.set(formatPath([...path, field]), origin);
        return [[field, from.given[field]] as const];
      });
      if (wanted.length > 0) for (const one of givers) one.hasRatings = true;
      const whole = { ...rating, ...Object.fromEntries(missing) };
      if (scale?.kind === 'quantity') return withFigures(whole, scale, RATED_FIGURES);
      // By a scale with a fault of its own no bound can be judged.
      return this.#unread.includes(slug) ? withoutBounds(whole) : whole;
    };
    const whole: Fields = {
      ...data,
      ratings: filled(data.ratings, ['ratings']),
      ...(Array.isArray(data.modes)
        ? {
            modes: data.modes.map((mode: unknown, m) =>
              isFields(mode)
                ? { ...mode, ratings: filled(mode.ratings, ['modes', m, 'ratings']) }
                : mode,
            ),
          }
        : {}),
    };
    return {
      document: {
        ...document,
        data: withoutUndefined(whole),
        locate: locateFilled(document, origins),
      },
      excuses: (path) => {
        const at = path.indexOf('ratings');
        return (
          this.#unread.includes(String(path[at + 1])) &&
          DEFAULT_FIELDS.some((field) => field === path[at + 2])
        );
      },
    };
  }

  /** A question with what is enough of a quantity as a number. */
  question(document: ContentDocument): ContentDocument {
    const { data }: { data: Fields } = { data: { ...document.data } };
    if (!Array.isArray(data.answers)) return document;
    const answers = data.answers.map((answer: unknown) =>
      isFields(answer) && isFields(answer.enough)
        ? { ...answer, enough: this.#figuresOf(answer.enough) }
        : answer,
    );
    return { ...document, data: { ...data, answers } };
  }

  /** A published table with the figures that its cells come to as numbers. */
  published(document: ContentDocument): ContentDocument {
    const { data }: { data: Fields } = { data: { ...document.data } };
    const each = (list: unknown, change: (item: Fields) => Fields): unknown =>
      Array.isArray(list)
        ? list.map((item: unknown) => (isFields(item) ? change(item) : item))
        : list;
    const versions = each(data.versions, (version) => ({
      ...version,
      rows: each(version.rows, (row) => ({ ...row, cells: this.#cellsOf(row.cells) })),
    }));
    return { ...document, data: withoutUndefined({ ...data, versions }) };
  }

  #cellsOf(cells: unknown): unknown {
    if (!isFields(cells)) return cells;
    return Object.fromEntries(
      Object.entries(cells).map(([slug, cell]) => {
        const scale = this.#criteria.get(slug)?.data.scale;
        return scale?.kind === 'quantity' && isFields(cell)
          ? [slug, withFigures(cell, scale, { equals: undefined })]
          : [slug, cell];
      }),
    );
  }

  /** By criterion, figures of quantities as numbers; all else as it is. */
  #figuresOf(byCriterion: Fields): Fields {
    return Object.fromEntries(
      Object.entries(byCriterion).map(([slug, written]) => {
        const scale: Scale | undefined = this.#criteria.get(slug)?.data.scale;
        if (scale?.kind !== 'quantity') return [slug, written];
        return [slug, readFigure(scale, written, higherIsBetter(scale) ? 'first' : 'last')];
      }),
    );
  }

  /**
   * Defaults that no rating takes.
   *
   * @param isKnown whether all of a file of this name is known
   * @param areOptionsKnown whether that is so of all options
   */
  idleDefaults(isKnown: (file: string) => boolean, areOptionsKnown: boolean): Fault[] {
    const known = this.#options.filter(({ document }) => isKnown(document.file));
    const byFile = new Map<string, Giver[]>();
    for (const one of known) {
      const { file } = one.document;
      const others = byFile.get(file);
      if (others === undefined) byFile.set(file, [one]);
      else others.push(one);
    }
    return [
      ...[...byFile.values()].flatMap((givers) => idle(givers)),
      ...(areOptionsKnown
        ? [...this.#givers].flatMap(([slug, one]) =>
            // What is wrong with a basis of what is no figure is told of the scale.
            this.#criteria.get(slug)?.data.scale.kind === 'quantity'
              ? idle([one])
              : idle([one], ['basis']),
          )
        : []),
    ];
  }
}

/** Defaults of a file that no rating takes; of a table, of none of its rows. */
function idle(givers: readonly Giver[], but: readonly string[] = []): Fault[] {
  if (!givers.some(({ hasRatings }) => hasRatings)) return [];
  const fields = new Set(givers.flatMap(({ given }) => Object.keys(given)));
  return [...fields].flatMap((field) => {
    const first = givers.find(({ given }) => Object.hasOwn(given, field));
    if (first === undefined || but.includes(field)) return [];
    if (givers.some(({ taken }) => taken.has(field))) return [];
    return [
      {
        ...first.document.locate(['defaults', field], 'key'),
        problem: 'No rating takes this default.',
        found: field,
        fix: 'Remove it; each rating says it for itself, or has no such field.',
      },
    ];
  });
}

/** Finds what was filled in where its default is. */
const locateFilled =
  (
    document: ContentDocument,
    origins: ReadonlyMap<string, { readonly at: ContentDocument; readonly path: FieldPath }>,
  ): ContentDocument['locate'] =>
  (path, part): Spot => {
    for (let length = path.length; length > 0; length -= 1) {
      const origin = origins.get(formatPath(path.slice(0, length)));
      if (origin !== undefined) {
        return origin.at.locate([...origin.path, ...path.slice(length)], part);
      }
    }
    return document.locate(path, part);
  };

/** Fields that were not there are not there. */
const withoutUndefined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
