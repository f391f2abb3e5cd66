/** What readers type, with the page that must come first; see the file for what belongs there. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const QUERIES_FILE = 'search-queries.tsv';

export interface Query {
  readonly query: string;
  /** The page that is to be found first, from the top of the site. */
  readonly path: string;
  readonly line: number;
}

export const queries: readonly Query[] = readFileSync(
  join(import.meta.dirname, QUERIES_FILE),
  'utf8',
)
  .split('\n')
  .map((text, i) => ({ text, line: i + 1 }))
  .filter(({ text }) => text !== '' && !text.startsWith('#'))
  .map(({ text, line }) => {
    const [query = '', path = ''] = text.split('\t');
    return { query, path, line };
  });
