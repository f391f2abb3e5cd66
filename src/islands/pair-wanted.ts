/** Leads from the address of two options that have no page of their own to the comparison of any. */

import { picksQuery } from '../links/picks-query.ts';
import { comparePath, embeddedComparePath, pairIn, underBase } from '../links/routes.ts';

const { base = '/' } = document.documentElement.dataset;
const { pathname, search, hash } = location;
const pair = pathname.startsWith(base) ? pairIn(pathname.slice(base.length - 1)) : null;
if (pair !== null) {
  const query = [picksQuery(pair.options), search.slice(1)].filter((part) => part !== '').join('&');
  const path = pair.isFrame ? embeddedComparePath(query) : comparePath(query);
  location.replace(underBase(base, path) + hash);
}
