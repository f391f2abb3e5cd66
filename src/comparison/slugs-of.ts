/** What there is of each kind of content, by which routes.ts knows what pages there are. */

import { pairName } from '../links/pair-name.ts';
import type { SlugsOf } from '../links/routes.ts';
import type { Comparison } from './comparison.ts';
import { framedPairsOf, pairsOf, type Pair } from './pairs.ts';
import { sourcePages } from './source-pages.ts';

/** The slugs of each kind of content and of the pages of sources, and the names of pairs of options. */
export function slugsOf(comparison: Comparison): SlugsOf {
  return (kind) => {
    switch (kind) {
      case 'glossary':
      case 'method':
        return comparison[kind] === null ? [] : [kind];
      case 'pairs':
        return pairsOf(comparison).map(nameOf);
      case 'framedPairs':
        return framedPairsOf(comparison).map(nameOf);
      case 'sourcePages':
        return sourcePages(comparison.sources, comparison.site.language).map(({ slug }) => slug);
      default:
        return comparison[kind].map((entry) => entry.slug);
    }
  };
}

const nameOf = ([a, b]: Pair): string => pairName(a.slug, b.slug);
