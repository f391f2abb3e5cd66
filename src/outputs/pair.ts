/** Two options side by side: what their page says of them. */

import type { WebPage, WithContext } from 'schema-dts';
import type { Comparison, Source } from '../comparison/comparison.ts';
import type { Pair } from '../comparison/pairs.ts';
import { claimsOf, claimText, type Claim } from '../words/claims.ts';
import { fieldCitations } from '../comparison/cited-ids.ts';
import { plainText } from '../words/inline.ts';
import { ratingOf } from '../decision/model.ts';
import { pairPath } from '../links/routes.ts';
import { homeOf, modifiedOn } from './structured-data.ts';
import { absoluteUrl } from './urls.ts';

/** How much is said before the table begins. */
const CHOICE = { better: 5, different: 3, oneSided: 2 } as const;

export interface Sentence {
  readonly text: string;
  /** The criterion that it speaks of, by slug; null where it speaks of all. */
  readonly criterion: string | null;
}

const sentence = ([a, b]: Pair, claim: Claim): Sentence => {
  const nameOf = (slug: string): string => (slug === a.slug ? a.shortName : b.shortName);
  return {
    text: plainText(claimText(claim, nameOf)),
    criterion: claim.kind === 'tally' ? null : claim.criterion.slug,
  };
};

/** What differs most between two options, in sentences; the first speaks of all criteria. */
export function pairSentences({ criteria, site }: Comparison, pair: Pair): readonly Sentence[] {
  const prominent = [...new Set([...site.headline, ...site.defaultView])];
  const claims = claimsOf(pair[0], pair[1], criteria, { ...CHOICE, prominent });
  return claims.map((claim) => sentence(pair, claim));
}

/** All that the ratings of two options cite, in the order in which their table tells of them. */
export function pairReferences({ criteria }: Comparison, pair: Pair): readonly Source[] {
  const cited = criteria.flatMap((criterion) =>
    pair.flatMap((option) => {
      const rating = ratingOf(option, criterion);
      return rating.state === 'unrated'
        ? []
        : option.sources(fieldCitations(rating).map(({ id }) => id));
    }),
  );
  return [...new Set(cited)];
}

export function pairTitle([a, b]: Pair): string {
  return `${a.shortName} vs ${b.shortName}`;
}

/** The days on which two options were last checked, the older first; none for one that never was. */
export function checkedOn(pair: Pair): readonly string[] {
  return pair.flatMap(({ checked }) => checked ?? []).toSorted();
}

/** The page of two options for search engines: a page about both. */
export function pairData(
  { site }: Comparison,
  pair: Pair,
  description: string,
): WithContext<WebPage> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: pairTitle(pair),
    description,
    url: absoluteUrl(pairPath(pair[0].slug, pair[1].slug)),
    inLanguage: site.language,
    ...modifiedOn(checkedOn(pair).at(-1)),
    about: pair.map(({ name, data }) => ({
      '@type': 'Thing',
      name,
      ...homeOf(data),
    })),
  };
}
