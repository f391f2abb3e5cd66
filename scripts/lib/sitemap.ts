/** What of the built site goes into the sitemap. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SitemapOptions } from '@astrojs/sitemap';

/**
 * Settings by which the sitemap lists what each built page says of itself: whether it wants to be
 * found, and the day on which it was last checked.
 *
 * @param directory where the site is built
 * @param basePath the path under which it lives, with a slash at both ends
 */
export function sitemapOptions(directory: string, basePath: string): SitemapOptions {
  /** What pages say of themselves, by address: asked for in turn, and many pages are not kept. */
  const said = new Map<string, { readonly isFound: boolean; readonly checked?: string }>();
  const saidAt = (url: string): { readonly isFound: boolean; readonly checked?: string } => {
    const known = said.get(url);
    if (known !== undefined) return known;
    const path = decodeURIComponent(new URL(url).pathname).slice(basePath.length);
    const html = readFileSync(join(directory, path, 'index.html'), 'utf8');
    const checked = /"dateModified":"(\d{4}-\d{2}-\d{2})"/.exec(html)?.[1];
    const found = {
      isFound: !html.includes('<meta name="robots" content="noindex">'),
      ...(checked === undefined ? {} : { checked }),
    };
    said.set(url, found);
    return found;
  };
  return {
    filter: (url) => saidAt(url).isFound,
    serialize: (item) => {
      const { checked } = saidAt(item.url);
      return checked === undefined ? item : { ...item, lastmod: checked };
    },
    namespaces: { news: false, xhtml: false, image: false, video: false },
  };
}
