/**
 * Words with a meaning of their own in the query string of a link. Content may not use them as the
 * slug of a criterion or question, which are keys of the query string too, nor of a level.
 */
export const RESERVED_SLUGS = [
  'any',
  'best',
  'columns',
  'differences',
  'failed',
  'levels',
  'max',
  'on',
  'options',
  'q',
  'rows',
  'sort',
  'strict',
  'unproven',
  'v',
  'worst',
] as const;
