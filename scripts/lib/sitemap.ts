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
  const html = (url: string): string => {
    const path = decodeURIComponent(new URL(url).pathname).slice(basePath.length);
    return readFileSync(join(directory, path, 'index.html'), 'utf8');
  };
  return {
    filter: (url) => !html(url).includes('<meta name="robots" content="noindex">'),
    serialize: (item) => {
      const checked = /"dateModified":"(\d{4}-\d{2}-\d{2})"/.exec(html(item.url))?.[1];
      return checked === undefined ? item : { ...item, lastmod: checked };
    },
    namespaces: { news: false, xhtml: false, image: false, video: false },
  };
}
