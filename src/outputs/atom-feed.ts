/** What changed in the data, as Atom feeds (RFC 4287): one for the site, one for each option. */

import { Feed } from 'feed';
import { candidateOf, ratingOf } from '../decision/model.ts';
import { criterionPath, feedPath, optionPath, PAGES } from '../links/routes.ts';
import { openRelease, type OpenedRelease, type Release } from '../links/release.ts';
import { escapeHtml } from './escape-html.ts';
import type { AbsoluteUrl } from './urls.ts';
import {
  changesBetween,
  type ChangedOption,
  type Changes,
  type Item,
} from '../comparison/release-changes.ts';
import type { Comparison, Option, Source } from '../comparison/comparison.ts';
import { currentRelease } from './recommender-props.ts';

/**
 * Whether the option has a feed: there is one as soon as a release has the option, which none ever does
 * of what is listed without being on offer.
 */
export const hasFeed = ({ releases }: Comparison, option: Option): boolean =>
  releases.some((release) => hasOption(release, option));

function hasOption({ options }: Release, { slug, data }: Option): boolean {
  return options.some((one) => one.slug === slug || data.formerSlugs.includes(one.slug));
}

/** More than a reader catches up with; the releases themselves have it all. */
const MOST = 200;

interface Entry {
  /** Unique, and the same whenever the feed is made. */
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** From the top of the site. */
  readonly path: string;
  /** The day of the release. */
  readonly day: string;
  readonly isAbout: (option: Option) => boolean;
}

/**
 * All feeds by path from the top of the site, newest entries first; none without a release. There is
 * an entry for each option that a release added, removed or changed, and the feed of the site has
 * one for each criterion that came or went. The first release is told of once, in all feeds of what
 * it has.
 */
export function changesFeeds(
  comparison: Comparison,
  absoluteUrl: AbsoluteUrl,
): ReadonlyMap<string, string> {
  const { site, options, releases } = comparison;
  if (releases.length === 0) return new Map();
  const all = entries(comparison, absoluteUrl);
  return new Map([
    [
      feedPath(),
      atom(comparison, absoluteUrl, feedPath(), `Changes, ${site.title}`, PAGES.whatsNew.path, all),
    ],
    ...options
      .filter((option) => hasFeed(comparison, option))
      .map((option) => {
        const { slug, name } = option;
        const path = feedPath(slug);
        const own = all.filter(({ isAbout }) => isAbout(option));
        const title = `Changes of ${name}, ${site.title}`;
        return [path, atom(comparison, absoluteUrl, path, title, optionPath(slug), own)] as const;
      }),
  ]);
}

function atom(
  { site, today }: Comparison,
  absoluteUrl: AbsoluteUrl,
  self: string,
  title: string,
  page: string,
  items: readonly Entry[],
): string {
  const feed = new Feed({
    id: absoluteUrl(self),
    title,
    updated: atNoon(items[0]?.day ?? today),
    generator: false,
    author: { name: site.title, link: absoluteUrl(PAGES.home.path) },
    link: absoluteUrl(page),
    feedLinks: { atom: absoluteUrl(self) },
  });
  for (const { id, title: what, html, path, day } of items.slice(0, MOST)) {
    feed.addItem({
      id: `${absoluteUrl(feedPath())}#${id}`,
      title: escapeHtml(what),
      content: html,
      link: absoluteUrl(path),
      date: atNoon(day),
    });
  }
  return `${feed.atom1()}\n`;
}

function entries(comparison: Comparison, absoluteUrl: AbsoluteUrl): readonly Entry[] {
  const { site, releases } = comparison;
  const present = openRelease(currentRelease(comparison));
  return releases
    .map((release, i) => {
      const before = releases[i - 1];
      // Against nothing, all of a release is new; one entry says so.
      if (before === undefined) return [firstRelease(release, site.title)];
      const changes = changesBetween(before, release);
      const opened = openRelease(release);
      return [
        ...criteriaEntries(changes),
        ...changes.options.map((changed) =>
          optionEntry(comparison, changes.release, changed, absoluteUrl, (criterion, mode) =>
            currentSources(comparison, opened, present, {
              option: changed.option.slug,
              mode,
              criterion,
            }),
          ),
        ),
      ];
    })
    .toReversed()
    .flat();
}

const dayOf = (release: string): string => release.slice(0, 10);

/** A release is of a day; the middle of it is the same day in most of the world. */
const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

function firstRelease(release: Release, site: string): Entry {
  const { name } = release;
  return {
    id: name,
    title: `The first release of ${site}`,
    html: '<p>From here on, changes to the data are told in this feed.</p>',
    path: PAGES.whatsNew.path,
    day: dayOf(name),
    isAbout: (option) => hasOption(release, option),
  };
}

function criteriaEntries({ release, criteriaAdded, criteriaRemoved }: Changes): readonly Entry[] {
  const entry = (item: Item, done: string, path: string): Entry => ({
    id: `${release}-criterion-${item.slug}`,
    title: `${item.name}: criterion ${done}`,
    html: `<p>The criterion ${escapeHtml(item.name)} was ${done}.</p>`,
    path,
    day: dayOf(release),
    isAbout: () => false,
  });
  return [
    ...criteriaAdded.map((item) => entry(item, 'added', criterionPath(item.slug))),
    ...criteriaRemoved.map((item) => entry(item, 'removed', PAGES.criteria.path)),
  ];
}

function optionEntry(
  comparison: Comparison,
  release: string,
  { option, change, renamed, ratings }: ChangedOption,
  absoluteUrl: AbsoluteUrl,
  sourcesOn: (criterion: string, mode: string | null) => readonly Source[],
): Entry {
  const isListed = comparison.options.some((o) => o.slug === option.slug);
  const path = isListed ? optionPath(option.slug) : PAGES.options.path;
  const lines = [
    ...(renamed === null ? [] : [`Formerly ${escapeHtml(renamed)}.`]),
    ...ratings.map(({ criterion, mode, before, after }) => {
      const name = [
        link(absoluteUrl(`${path}#${criterion.slug}`), criterion.name),
        ...(mode === null ? [] : [`as ${escapeHtml(mode.name)}`]),
      ].join(' ');
      const sources = sourcesOn(criterion.slug, mode?.slug ?? null).map(({ url, title }) =>
        link(url, title),
      );
      const cited = sources.length === 0 ? '' : ` Sources: ${sources.join('; ')}.`;
      return `${name}: ${escapeHtml(before)} → ${escapeHtml(after)}.${cited}`;
    }),
  ];
  const what =
    change === 'changed'
      ? [...new Set(ratings.map((rating) => rating.criterion.name))].join(', ') || 'new name'
      : change;
  return {
    id: `${release}-${option.slug}`,
    title: `${option.name}: ${what}`,
    html:
      lines.length === 0
        ? `<p>${escapeHtml(option.name)} was ${change}.</p>`
        : `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`,
    path,
    day: dayOf(release),
    isAbout: ({ slug }) => slug === option.slug,
  };
}

/**
 * The sources of a rating as a release gave it. Releases do not keep them, so they are known as long
 * as the rating still says the same.
 */
function currentSources(
  { options, criteria }: Comparison,
  release: OpenedRelease,
  present: OpenedRelease,
  at: { readonly option: string; readonly mode: string | null; readonly criterion: string },
): readonly Source[] {
  const ratingIn = ({ model }: OpenedRelease): string => {
    const option = model.options.find(({ slug }) => slug === at.option);
    return JSON.stringify(
      option === undefined ? null : candidateOf(option, at.mode).ratings[at.criterion],
    );
  };
  const option = options.find(({ slug }) => slug === at.option);
  const criterion = criteria.find(({ slug }) => slug === at.criterion);
  if (option === undefined || criterion === undefined) return [];
  const rating = ratingOf(candidateOf(option, at.mode), criterion);
  if (rating.state === 'unrated' || ratingIn(release) !== ratingIn(present)) return [];
  return option.sources(rating.sources);
}

const link = (url: string, text: string): string =>
  `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;
