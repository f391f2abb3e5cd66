/** What changed in the data from one content release to another. */

import { EVIDENCE_LABELS, ratingLabel } from '../words/label.ts';
import { hasValue, type Rating } from '../decision/rating.ts';
import { openRelease, ratingChanges, type Release } from '../links/release.ts';
import type { Scale } from '../decision/scale.ts';
import type { Named } from '../decision/model.ts';

/** An option or criterion, as the release calls it that speaks of it last. */
export interface Item {
  readonly slug: string;
  readonly name: string;
}

export interface ChangedRating {
  readonly criterion: Item;
  /** Value and evidence in words. */
  readonly before: string;
  readonly after: string;
}

/** What changed of one option. */
export interface ChangedOption {
  readonly option: Item;
  readonly change: 'added' | 'removed' | 'changed';
  /** Its former name, where it has a new one. */
  readonly renamed: string | null;
  /** On criteria that both releases have; empty where the option was added or removed. */
  readonly ratings: readonly ChangedRating[];
}

export interface Changes {
  /** The name of the newer release. */
  readonly release: string;
  readonly criteriaAdded: readonly Item[];
  readonly criteriaRemoved: readonly Item[];
  /** In the order of the newer release, those removed last. */
  readonly options: readonly ChangedOption[];
}

/** Compares two releases. What was renamed and says so under its former slugs is one and the same. */
export function changesBetween(older: Release, newer: Release): Changes {
  const before = inNewSlugs(older, newer);
  const ratings = changedRatings(before, newer);
  const here = newer.options.flatMap(({ slug, name }): ChangedOption[] => {
    const option = { slug, name };
    const former = before.options.find((o) => o.slug === slug);
    if (former === undefined) return [{ option, change: 'added', renamed: null, ratings: [] }];
    const renamed = former.name === name ? null : former.name;
    const changed = ratings.get(slug) ?? [];
    if (renamed === null && changed.length === 0) return [];
    return [{ option, change: 'changed', renamed, ratings: changed }];
  });
  const gone = lacking(before.options, newer.options).map((option): ChangedOption => ({
    option,
    change: 'removed',
    renamed: null,
    ratings: [],
  }));
  return {
    release: newer.name,
    criteriaAdded: lacking(newer.criteria, before.criteria),
    criteriaRemoved: lacking(before.criteria, newer.criteria),
    options: [...here, ...gone],
  };
}

/** Everything of the first list whose slug the second does not have. */
function lacking(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  return items
    .filter(({ slug }) => !others.some((other) => other.slug === slug))
    .map(({ slug, name }) => ({ slug, name }));
}

/** Ratings that differ on options and criteria that both releases have, by option. */
function changedRatings(
  before: Release,
  after: Release,
): ReadonlyMap<string, readonly ChangedRating[]> {
  const words = (release: Release): ((option: string, criterion: string) => string | null) => {
    const { model } = openRelease(release);
    return (option, criterion) => {
      const scale = model.criteria.find((c) => c.slug === criterion)?.scale;
      const rating = model.options.find((o) => o.slug === option)?.ratings[criterion];
      return scale === undefined || rating === undefined ? null : inWords(scale, rating);
    };
  };
  const [was, is] = [words(before), words(after)];
  const changed = new Map<string, ChangedRating[]>();
  for (const { option, criterion: slug } of ratingChanges(before, after)) {
    const [then, now] = [was(option, slug), is(option, slug)];
    const criterion = after.criteria.find((c) => c.slug === slug);
    if (then === null || now === null || then === now || criterion === undefined) continue;
    const rating = { criterion: { slug, name: criterion.name }, before: then, after: now };
    changed.set(option, [...(changed.get(option) ?? []), rating]);
  }
  return changed;
}

function inWords(scale: Scale, rating: Rating): string {
  const label = ratingLabel(scale, rating);
  if (!hasValue(rating)) return label;
  const state = rating.state === 'partial' ? 'partial, ' : '';
  return `${label} (${state}${EVIDENCE_LABELS[rating.evidence].toLowerCase()})`;
}

/** The older release with the slugs that the newer one uses for the same things. */
function inNewSlugs(older: Release, newer: Release): Release {
  const current = (entries: readonly Named[]): ((slug: string) => string) => {
    const heirs = new Map(entries.flatMap((e) => e.formerSlugs.map((f) => [f, e.slug] as const)));
    return (slug) => (entries.some((e) => e.slug === slug) ? slug : (heirs.get(slug) ?? slug));
  };
  const optionSlug = current(newer.options);
  const criterionSlug = current(newer.criteria);
  return {
    ...older,
    criteria: older.criteria.map((c) => ({ ...c, slug: criterionSlug(c.slug) })),
    options: older.options.map((option) => ({
      ...option,
      slug: optionSlug(option.slug),
      ratings: Object.fromEntries(
        Object.entries(option.ratings).map(([slug, rating]) => [criterionSlug(slug), rating]),
      ),
    })),
  };
}
