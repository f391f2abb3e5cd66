/** The rows of the matrix, and how the page has them, which depends on how many there are. */

import type { Comparison, Option } from '../comparison/comparison.ts';
import { plainText } from '../words/inline.ts';
import { foldText } from '../decision/filter.ts';
import { alphabetically } from '../words/alphabetical.ts';
import { ratingLabel } from '../words/label.ts';
import { packTexts, type SearchedTexts } from '../words/searched-texts.ts';
import { ratingsOf } from '../comparison/comparison.ts';
import { optionReasons } from './reason-words.ts';

/** Up to so many rows the page has the reasons of the columns that it opens with, and a native table is laid out quickest. */
const FEW = 300;

/** Up to so many rows the page has all of them, for readers without scripts. */
const IN_PAGE = 1000;

/** So many rows a longer one has: more than a window shows. */
const FIRST_ROWS = 100;

/**
 * Whether a matrix of so many rows works on those of its page. Of more, all reasons are in the files of
 * the options, and a script draws those rows that are in view.
 */
export function hasFewRows(rows: number): boolean {
  return rows <= FEW;
}

/** How many rows the page of a matrix of so many has. */
export function rowsInPage(rows: number): number {
  return rows <= IN_PAGE ? rows : FIRST_ROWS;
}

/** The options in the order of the rows: what is listed for reference comes last. */
export function matrixRows({ options, site }: Comparison): readonly Option[] {
  const byShortName = options.toSorted((a, b) =>
    alphabetically(a.shortName, b.shortName, site.language),
  );
  return [
    ...byShortName.filter((o) => o.data.listing === 'candidate'),
    ...byShortName.filter((o) => o.data.listing === 'reference'),
  ];
}

/** What a search in the matrix looks at, beside the names of the options. */
export function searchedTexts(comparison: Comparison): SearchedTexts {
  const { criteria } = comparison;
  return packTexts(
    matrixRows(comparison).map((option) => {
      const { rest, modes } = optionReasons(option, criteria);
      const reasons = [rest, ...Object.values(modes)].flatMap((all) => Object.values(all));
      return [
        option.kind?.name ?? '',
        ...criteria.flatMap((criterion) =>
          ratingsOf(option, criterion).map(({ rating }) =>
            plainText(ratingLabel(criterion.scale, rating)),
          ),
        ),
        ...reasons.flatMap(({ qualifier = '', why, notes }) => [qualifier, why, ...notes]),
      ]
        .filter((text) => text !== '')
        .map(foldText);
    }),
  );
}
