/** What changed in the data from one content release to another. */

import { EVIDENCE_LABELS, ratingLabel } from '../words/label.ts';
import { hasValue, type BareRating } from '../decision/rating.ts';
import { openRelease, ratingChanges, type OpenedRelease, type Release } from '../links/release.ts';
import type { Scale } from '../decision/scale.ts';
import type { Named, Option } from '../decision/model.ts';

/** An option or criterion, as the release calls it that speaks of it last. */
export interface Item {
  readonly slug: string;
  readonly name: string;
}

export interface ChangedRating {
  readonly criterion: Item;
  /** The mode that alone it is about; null where it is about the option as it is at rest. */
  readonly mode: Item | null;
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
  const after = openRelease(newer);
  const before = inNewSlugs(openRelease(older), after);
  const ratings = changedRatings(before, after);
  const now = after.model.options;
  const then = before.model.options;
  const here = now.flatMap(({ slug, name }): ChangedOption[] => {
    const option = { slug, name };
    const former = then.find((o) => o.slug === slug);
    if (former === undefined) return [{ option, change: 'added', renamed: null, ratings: [] }];
    const renamed = former.name === name ? null : former.name;
    const changed = ratings.get(slug) ?? [];
    if (renamed === null && changed.length === 0) return [];
    return [{ option, change: 'changed', renamed, ratings: changed }];
  });
  const gone = lacking(then, now).map((option): ChangedOption => ({
    option,
    change: 'removed',
    renamed: null,
    ratings: [],
  }));
  return {
    release: newer.name,
    criteriaAdded: lacking(after.model.criteria, before.model.criteria),
    criteriaRemoved: lacking(before.model.criteria, after.model.criteria),
    options: [...here, ...gone],
  };
}

/** Everything of the first list whose slug the second does not have. */
function lacking(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  return items
    .filter(({ slug }) => !others.some((other) => other.slug === slug))
    .map(({ slug, name }) => ({ slug, name }));
}

/** Ratings that differ on options, modes and criteria that both releases have, by option. */
function changedRatings(
  before: OpenedRelease,
  after: OpenedRelease,
): ReadonlyMap<string, readonly ChangedRating[]> {
  const scaleIn = ({ model }: OpenedRelease, slug: string): Scale | undefined =>
    model.criteria.find((c) => c.slug === slug)?.scale;
  const changed = new Map<string, ChangedRating[]>();
  for (const change of ratingChanges(before, after)) {
    const { option, mode: modeSlug, criterion: slug } = change;
    const [was, is] = [scaleIn(before, slug), scaleIn(after, slug)];
    const criterion = after.model.criteria.find((c) => c.slug === slug);
    if (was === undefined || is === undefined || criterion === undefined) continue;
    if (change.before === null || change.after === null) continue;
    const [then, now] = [inWords(was, change.before), inWords(is, change.after)];
    if (then === now) continue;
    const mode = after.model.options
      .find((o) => o.slug === option)
      ?.modes.find((m) => m.slug === modeSlug);
    // What holds at rest is also that of the first mode; it is told once, of the option.
    if (mode !== undefined && isFirst(after, option, mode.slug)) continue;
    const rating = {
      criterion: { slug, name: criterion.name },
      mode: mode === undefined ? null : { slug: mode.slug, name: mode.name },
      before: then,
      after: now,
    };
    changed.set(option, [...(changed.get(option) ?? []), rating]);
  }
  return changed;
}

function isFirst({ model }: OpenedRelease, option: string, mode: string): boolean {
  return model.options.find((o) => o.slug === option)?.modes[0]?.slug === mode;
}

function inWords(scale: Scale, rating: BareRating): string {
  const label = ratingLabel(scale, rating);
  if (!hasValue(rating)) return label;
  const state = rating.state === 'partial' ? 'partial, ' : '';
  return `${label} (${state}${EVIDENCE_LABELS[rating.evidence].toLowerCase()})`;
}

/** The older release with the slugs that the newer one uses for the same things. */
export function inNewSlugs(older: OpenedRelease, newer: OpenedRelease): OpenedRelease {
  const current = (entries: readonly Named[]): ((slug: string) => string) => {
    const heirs = new Map(entries.flatMap((e) => e.formerSlugs.map((f) => [f, e.slug] as const)));
    return (slug) => (entries.some((e) => e.slug === slug) ? slug : (heirs.get(slug) ?? slug));
  };
  const optionSlug = current(newer.vocabulary.options);
  const criterionSlug = current(newer.vocabulary.criteria);
  const renamed = (ratings: Option['ratings']): Option['ratings'] =>
    Object.fromEntries(
      Object.entries(ratings).map(([slug, rating]) => [criterionSlug(slug), rating]),
    );
  const { model } = older;
  return {
    ...older,
    model: {
      ...model,
      criteria: model.criteria.map((c) => ({ ...c, slug: criterionSlug(c.slug) })),
      options: model.options.map((option) => {
        const slug = optionSlug(option.slug);
        const heirs = newer.model.options.find((o) => o.slug === slug)?.modes ?? [];
        const modeSlug = current(heirs);
        return {
          ...option,
          slug,
          ratings: renamed(option.ratings),
          modes: option.modes.map((mode) => ({
            ...mode,
            slug: modeSlug(mode.slug),
            ratings: renamed(mode.ratings),
          })),
        };
      }),
    },
  };
}
