/**
 * Options as links name them, picked to be compared.
 *
 *     options = slug *( "," slug )
 */

import type { Named } from '../decision/model.ts';
import type { Tell } from './keys.ts';
import { byAnySlug } from './vocabulary.ts';

/** The key of a link that options stand under. */
export const OPTIONS_KEY = 'options';

/** Options in the order given, each once. */
export function parseOptions(known: readonly Named[], text: string, tell: Tell): readonly string[] {
  const slugs: string[] = [];
  for (const token of text.split(',')) {
    const option = byAnySlug(known, token.trim());
    if (option === undefined) tell(token, 'is not an option of this site');
    else if (slugs.includes(option.slug)) tell(token, 'stands here twice; the first one holds');
    else slugs.push(option.slug);
  }
  return slugs;
}

export const formatOptions = (slugs: readonly string[]): string => slugs.join(',');

/** The query string of a link that compares these options and asks nothing else. */
export const picksQuery = (slugs: readonly string[]): string =>
  `${OPTIONS_KEY}=${formatOptions(slugs)}`;
