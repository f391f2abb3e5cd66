/** Warnings about what ratings rest on. */

import { hasValue } from '../../decision/rating.ts';
import { listed } from '../../words/clause-words.ts';
import type { Comparison } from '../comparison.ts';
import { editionOf, fileRepository } from '../edition-links.ts';
import type { Warning } from './warning.ts';
import { ratedPlaces, ratingWarning } from './rated-places.ts';

type Found = readonly Omit<Warning, 'rule'>[];

/** Kinds of source that report claims, not documentation. */
const HEARSAY = ['blog', 'news', 'marketing', 'discussion'];

/** “No SLA was found”, “was not found”, “a search found nothing”. */
const NOT_FOUND =
  /[^.;·]*(?:\b(?:none|nothing|nobody|no|not)\b[^.;·]{0,60}\bfound\b|\bfound (?:no|none|nothing)\b)[^.;·]*/i;

/** Words that name what was searched. */
const SEARCHED = /\b(?:search|looked|read\b|went through)/i;

/** A claim or an inference that rests on a single page. */
export function weakEvidence(comparison: Comparison): Found {
  return ratedPlaces(comparison).flatMap((place) => {
    const { rating, subject } = place;
    if (!hasValue(rating)) return [];
    const isWeak = rating.evidence === 'claimed' || rating.evidence === 'inferred';
    if (!isWeak || rating.sources.length > 1) return [];
    return [ratingWarning(place, `${subject} is ${rating.evidence} from one page alone.`)];
  });
}

/** “documented”, where no source is documentation. */
export function documentedByHearsay(comparison: Comparison): Found {
  return ratedPlaces(comparison).flatMap((place) => {
    const { rating, option, subject } = place;
    if (!hasValue(rating) || rating.evidence !== 'documented') return [];
    const all = option.sources(rating.sources);
    // A source need not say what it is.
    const kinds = [...new Set(all.flatMap(({ kind }) => kind ?? []))];
    if (!all.every(({ kind = '' }) => HEARSAY.includes(kind))) return [];
    return [
      ratingWarning(
        place,
        `${subject} is “documented”, and all that it cites is ${listed(kinds)}: grade it “claimed”, or cite documentation.`,
      ),
    ];
  });
}

/**
 * Ratings that say that nothing was found and not where, and unknown ones after a look at one page. That
 * a text says so is told by its English words.
 */
export function unnamedSearches(comparison: Comparison): Found {
  const isEnglish = comparison.site.language.startsWith('en');
  return ratedPlaces(comparison).flatMap((place) => {
    const { rating, subject } = place;
    if (rating.state === 'unknown') {
      if (rating.sources.length > 1) return [];
      return [ratingWarning(place, `${subject} is unknown after a look at one page alone.`)];
    }
    if (!hasValue(rating) || !isEnglish) return [];
    const { why, qualifier = '', footnote = '' } = rating;
    const note = rating.state === 'partial' ? rating.note : '';
    const said = [why, qualifier, footnote, note].join(' · ');
    const [found] = NOT_FOUND.exec(said) ?? [];
    if (found === undefined || SEARCHED.test(said)) return [];
    return [
      ratingWarning(
        place,
        `${subject} does not say what was searched: “${shortened(found.trim())}”.`,
      ),
    ];
  });
}

/** As much of a sentence as finds it again. */
const shortened = (text: string): string =>
  text.length <= 80 ? text : `${text.slice(0, 79).trimEnd()}…`;

/** Options without reports from users, where others have some; a subject may have none at all. */
export function missingReports({ options }: Comparison): Found {
  if (options.every(({ data }) => data.reports.length === 0)) return [];
  return options
    .filter(({ data }) => data.reports.length === 0)
    .map(({ file, slug }) => ({
      file,
      line: null,
      option: slug,
      criterion: null,
      source: null,
      text: 'Nothing says what users report of it.',
    }));
}

/** Sources that lie in a repository of which others have editions, and say nothing of one themselves. */
export function withoutEdition({ sources, site }: Comparison): Found {
  const repositories = new Set(sources.flatMap((s) => editionOf(s)?.repository ?? []));
  return sources.flatMap((source) => {
    if (source.edition !== undefined) return [];
    const repository = fileRepository(source.url, site.hosts);
    if (repository === null || !repositories.has(repository)) return [];
    return [
      {
        file: source.file,
        line: null,
        option: null,
        criterion: null,
        source: source.id,
        text: `The source “${source.title}” lies in ${repository}, of which others have editions, and has none.`,
      },
    ];
  });
}
