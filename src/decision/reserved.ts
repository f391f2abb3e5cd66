/**
 * Words with a meaning of their own in the query string of a link. Content may not use them as the
 * slug of a criterion or question, since those are keys of the query string too.
 */
export const RESERVED_SLUGS = [
  'columns',
  'differences',
  'hide',
  'on',
  'options',
  'q',
  'rows',
  'sort',
  'strict',
  'v',
  'view',
] as const;
