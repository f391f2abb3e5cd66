/** The matrix and its ratings as tables to take along. */

import type { Sheet } from '../words/table-text.ts';
import { optionPath } from '../links/routes.ts';
import { plainText } from '../words/inline.ts';
import { plainValue, ratingLabel } from '../words/label.ts';
import { candidatesOf, ratingOf } from '../decision/model.ts';
import { hasValue, type Rating } from '../decision/rating.ts';
import type { Scale, Value } from '../decision/scale.ts';
import type { AbsoluteUrl } from './urls.ts';
import { editionOf } from '../comparison/edition-links.ts';
import { ratingsOf, type Comparison, type Source } from '../comparison/comparison.ts';

/** A row for each mode of each option, a column for each criterion, values in words. */
export function matrixSheet({ options, criteria }: Comparison): Sheet {
  return {
    head: ['Option', 'Slug', 'Mode', 'Kind', ...criteria.map((criterion) => criterion.name)],
    rows: options.flatMap((option) =>
      candidatesOf(option).map((candidate) => [
        option.name,
        option.slug,
        option.modes.find(({ slug }) => slug === candidate.mode)?.name ?? '',
        option.kind?.name ?? '',
        ...criteria.map((criterion) => {
          const rating = ratingOf(candidate, criterion);
          const label = plainText(ratingLabel(criterion.scale, rating));
          // Without its reservation, a value would say more than it does.
          return rating.state === 'partial'
            ? `${label} (partial: ${plainText(rating.note)})`
            : label;
        }),
      ]),
    ),
  };
}

/** A row for each rating, where modes differ for each mode; quantities in the unit of their scale. */
export function ratingsSheet({ options, criteria }: Comparison, absoluteUrl: AbsoluteUrl): Sheet {
  const rows = options.flatMap((option) =>
    criteria.flatMap((criterion) => {
      const { scale } = criterion;
      return ratingsOf(option, criterion).map(({ mode, rating }) => {
        const finding = hasValue(rating) ? rating : undefined;
        const bounds = rating.state === 'unknown' ? rating : undefined;
        const sources = rating.state === 'unrated' ? [] : option.sources(rating.sources);
        return {
          option: option.slug,
          criterion: criterion.slug,
          mode: mode?.slug ?? '',
          group: criterion.group,
          state: rating.state,
          value: finding === undefined ? '' : valueText(scale, finding.value),
          at_least: valueText(scale, bounds?.atLeast ?? ''),
          at_most: valueText(scale, bounds?.atMost ?? ''),
          unit:
            scale.kind === 'quantity' && (finding !== undefined || hasBounds(bounds))
              ? scale.unit
              : '',
          not: (finding?.not ?? []).map(({ member }) => member).join(' '),
          label: ratingLabel(scale, rating),
          qualifier: finding?.qualifier ?? '',
          note: finding?.state === 'partial' ? finding.note : '',
          footnote: finding?.footnote ?? '',
          why: reasonOf(rating),
          evidence: finding?.evidence ?? '',
          version: finding?.version ?? '',
          checked: rating.state === 'unrated' ? '' : rating.checked,
          sources: sources.map((source) => source.url).join(' '),
          // One for each source, in their order.
          read: sources.map(editionAddress).join(' '),
          page: absoluteUrl(optionPath(option.slug, criterion.slug)),
        };
      });
    }),
  );
  return {
    head: Object.keys(rows[0] ?? {}),
    rows: rows.map((row) => Object.values(row).map(plainText)),
  };
}

/** The copy of a source that was read, without a space in it; a hyphen where it has none. */
function editionAddress(source: Source): string {
  const edition = editionOf(source);
  if (edition === null) return '-';
  return edition.url ?? encodeURI(`${edition.repository}@${edition.commit}:${edition.path}`);
}

const hasBounds = (bounds: { atLeast?: unknown; atMost?: unknown } | undefined): boolean =>
  bounds?.atLeast !== undefined || bounds?.atMost !== undefined;

function valueText(scale: Scale, of: Value): string {
  const value = plainValue(scale, of);
  return typeof value === 'object' ? value.join(' ') : String(value);
}

/** Why a rating is what it is, or what was searched in vain. */
function reasonOf(rating: Rating): string {
  if (rating.state === 'unrated') return '';
  return rating.state === 'unknown' ? rating.looked : rating.why;
}
