/** The matrix and its ratings as tables to take along. */

import type { Sheet } from '../words/table-text.ts';
import { optionPath } from '../links/routes.ts';
import { plainText } from '../words/inline.ts';
import { ratingLabel } from '../words/label.ts';
import { ratingOf } from '../decision/model.ts';
import { hasValue, type Rating } from '../decision/rating.ts';
import type { Value } from '../decision/scale.ts';
import type { AbsoluteUrl } from './urls.ts';
import type { Comparison } from '../comparison/comparison.ts';

/** A row for each option, a column for each criterion, values in words. */
export function matrixSheet({ options, criteria }: Comparison): Sheet {
  return {
    head: ['Option', 'Slug', 'Kind', ...criteria.map((criterion) => criterion.name)],
    rows: options.map((option) => [
      option.name,
      option.slug,
      option.kind.name,
      ...criteria.map((criterion) => {
        const rating = ratingOf(option, criterion);
        const label = plainText(ratingLabel(criterion.scale, rating));
        // Without its reservation, a value would say more than it does.
        return rating.state === 'partial' ? `${label} (partial: ${plainText(rating.note)})` : label;
      }),
    ]),
  };
}

/** A row for each rating; quantities in the canonical unit of their scale. */
export function ratingsSheet({ options, criteria }: Comparison, absoluteUrl: AbsoluteUrl): Sheet {
  const rows = options.flatMap((option) =>
    criteria.map((criterion) => {
      const { scale } = criterion;
      const rating = ratingOf(option, criterion);
      const finding = hasValue(rating) ? rating : undefined;
      const sources = rating.state === 'unrated' ? [] : option.sources(rating.sources);
      return {
        option: option.slug,
        criterion: criterion.slug,
        group: criterion.group,
        state: rating.state,
        value: finding === undefined ? '' : valueText(finding.value),
        unit: finding !== undefined && scale.kind === 'quantity' ? scale.unit : '',
        label: ratingLabel(scale, rating),
        qualifier: finding?.qualifier ?? '',
        note: finding?.state === 'partial' ? finding.note : '',
        footnote: finding?.footnote ?? '',
        why: reasonOf(rating),
        evidence: finding?.evidence ?? '',
        version: finding?.version ?? '',
        checked: rating.state === 'unrated' ? '' : rating.checked,
        sources: sources.map((source) => source.url).join(' '),
        page: absoluteUrl(optionPath(option.slug, criterion.slug)),
      };
    }),
  );
  return {
    head: Object.keys(rows[0] ?? {}),
    rows: rows.map((row) => Object.values(row).map(plainText)),
  };
}

function valueText(value: Value): string {
  return typeof value === 'object' ? value.join(' ') : String(value);
}

/** Why a rating is what it is, or where somebody looked in vain. */
function reasonOf(rating: Rating): string {
  if (rating.state === 'unrated') return '';
  return rating.state === 'unknown' ? rating.looked : rating.why;
}
