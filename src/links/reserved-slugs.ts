/** Words with a meaning of their own in the query string of a link. */

import { ASK_KEYS } from './ask.ts';
import { ENDS } from './clause-text.ts';
import { wordsOf } from './keys.ts';
import { WAIVED } from './requirement-link.ts';
import { VIEW_KEYS } from './view.ts';

/**
 * Content may not use these as the slug of a criterion or question, which are keys of the query string
 * too, nor of a level. Alphabetical.
 */
export const RESERVED_SLUGS: readonly string[] = [
  ...new Set([...wordsOf(VIEW_KEYS), ...wordsOf(ASK_KEYS), ...Object.values(ENDS), WAIVED]),
].toSorted();
