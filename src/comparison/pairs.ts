/** Which two options have a page side by side; all others are compared on the page for any choice. */

import { nearestFew } from '../decision/likeness.ts';
import type { Criterion, Option as DecisionOption } from '../decision/model.ts';
import { pairName } from '../links/pair-name.ts';
import { picksQuery } from '../links/picks-query.ts';
import { openRelease } from '../links/release.ts';
import { comparePath, embeddedComparePath, pairIn, pairPath } from '../links/routes.ts';
import { candidates } from './candidates.ts';
import type { Comparison, Option } from './comparison.ts';

/** Two options, in alphabetical order of slugs. */
export type Pair = readonly [Option, Option];

/** About so many pages there are of pairs, or twice that where likeness is not mutual … */
const ENOUGH = 1200;

/** … and at least so many of each option with those that are most like it. */
const LEAST = 2;

/** With how many others an option has a page of its own; the fewer, the more options there are. */
export const partnersOf = (options: number): number =>
  Math.max(LEAST, Math.floor(ENOUGH / Math.max(1, options)));

/**
 * Until this day there was a frame of each pair beside its page. Frames on other people’s pages were
 * told to run no scripts, so nothing but the table itself can stand at their addresses.
 */
const FRAMED_UNTIL = '2026-11-30';

/**
 * The pairs of options that have a page: each with those that are most like it, and, so that no
 * address dies, all that a kept release had a page for.
 */
export function pairsOf(comparison: Comparison): readonly Pair[] {
  return pagesOf(comparison).pairs;
}

/** The pairs that have a frame at an address of their own, as in former days. */
export function framedPairsOf(comparison: Comparison): readonly Pair[] {
  return pagesOf(comparison).framed;
}

/** The path of two options side by side: of their page if they have one, else of the comparison of any. */
export function sideBySidePath(comparison: Comparison, a: string, b: string): string {
  return pagesOf(comparison).names.has(pairName(a, b))
    ? pairPath(a, b)
    : comparePath(picksQuery([a, b]));
}

/** The path to what a link of content means: itself, but for a pair of options that has no page or frame. */
export function pathMeant(comparison: Comparison, target: string): string {
  const [path = '', ...rest] = target.split(/(?=[?#])/);
  const pair = pairIn(path);
  if (pair === null) return target;
  const [a, b] = pair.options;
  const { names, framed } = pagesOf(comparison);
  const isThere = pair.isFrame
    ? framed.some(([one, other]) => one.slug === a && other.slug === b)
    : names.has(pairName(a, b));
  if (isThere) return target;
  const query = picksQuery([a, b]);
  return [
    pair.isFrame ? embeddedComparePath(query) : comparePath(query),
    ...rest.map((part) => part.replace(/^\?/, '&')),
  ].join('');
}

/** The options with which one has a page, those with whom it is most alike first. */
export function partners(comparison: Comparison, option: Option): readonly Option[] {
  return pagesOf(comparison).partners.get(option.slug) ?? [];
}

interface PairPages {
  readonly pairs: readonly Pair[];
  readonly names: ReadonlySet<string>;
  readonly framed: readonly Pair[];
  readonly partners: ReadonlyMap<string, readonly Option[]>;
}

const remembered = new WeakMap<Comparison, PairPages>();

function pagesOf(comparison: Comparison): PairPages {
  const known = remembered.get(comparison) ?? findPages(comparison);
  remembered.set(comparison, known);
  return known;
}

function findPages(comparison: Comparison): PairPages {
  const { options, criteria } = comparison;
  // Present slugs last, since they count where one was another’s in former days.
  const bySlug = new Map([
    ...options.flatMap((option) => option.formerSlugs.map((slug) => [slug, option] as const)),
    ...options.map((option) => [option.slug, option] as const),
  ]);
  const releasable = new Set(candidates(comparison));
  const neverReleased = options.filter((option) => !releasable.has(option));
  const nearest = nearestPairs(options, criteria);
  const former = comparison.releases.map((release) => {
    const { name, model } = openRelease(release);
    const released = new Set(model.options.map(({ slug }) => bySlug.get(slug)));
    // What cannot be chosen is in no release. There are few such options, and they are taken to have been
    // there; were they many, their pairs would be left to the page for any.
    const whole = [...model.options, ...neverReleased.filter((option) => !released.has(option))];
    const had = partnersOf(whole.length) < whole.length - 1 ? model.options : whole;
    const pairs = nearestPairs(had, model.criteria);
    return {
      name,
      pairs: pairs.flatMap(([{ slug: one }, { slug: other }]): readonly Pair[] => {
        const [a, b] = [bySlug.get(one), bySlug.get(other)];
        return a === undefined || b === undefined || a === b ? [] : [ordered(a, b)];
      }),
    };
  });
  const pairs = unique([
    ...nearest.map(([a, b]) => ordered(a, b)),
    ...former.flatMap((release) => release.pairs),
  ]);
  const partnersBySlug = new Map(options.map(({ slug }) => [slug, new Set<Option>()]));
  for (const [one, other] of nearest) partnersBySlug.get(one.slug)?.add(other);
  for (const [a, b] of pairs) {
    partnersBySlug.get(a.slug)?.add(b);
    partnersBySlug.get(b.slug)?.add(a);
  }
  return {
    pairs,
    names: new Set(pairs.map(([a, b]) => pairName(a.slug, b.slug))),
    framed: unique(former.flatMap((r) => (r.name < FRAMED_UNTIL ? r.pairs : []))),
    partners: new Map([...partnersBySlug].map(([slug, found]) => [slug, [...found]])),
  };
}

/** Each option with each of those that are most like it; some pairs twice. */
function nearestPairs<O extends DecisionOption>(
  options: readonly O[],
  criteria: readonly Criterion[],
): readonly (readonly [O, O])[] {
  return nearestFew(options, criteria, partnersOf(options.length)).flatMap((nearest, i) =>
    nearest.flatMap((j) => {
      const [one, other] = [options[i], options[j]];
      return one === undefined || other === undefined ? [] : [[one, other] as const];
    }),
  );
}

const ordered = (a: Option, b: Option): Pair => (a.slug < b.slug ? [a, b] : [b, a]);

/** Each pair once, in alphabetical order of slugs. */
function unique(pairs: readonly Pair[]): readonly Pair[] {
  const byName = new Map(pairs.map((pair) => [pairName(pair[0].slug, pair[1].slug), pair]));
  return [...byName.values()].toSorted(
    ([a, b], [c, d]) => compareText(a.slug, c.slug) || compareText(b.slug, d.slug),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
