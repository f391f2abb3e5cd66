/** The pages of the built sites, read once for all tests that run one after the other. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { htmlFiles, type Site } from '../sites.ts';

export interface BuiltPage {
  readonly file: string;
  /** From the top of the site. */
  readonly path: string;
  readonly html: string;
  readonly root: HTMLElement;
  readonly ids: ReadonlySet<string>;
}

/** What is read as text, however much it looks like markup; the parser would count `pre` among it. */
const TEXT_ELEMENTS = { blockTextElements: { script: true, style: true } };

const known = new Map<Site, readonly BuiltPage[]>();

/** All pages of a site, with what stands in them. */
export function builtPages(site: Site): readonly BuiltPage[] {
  const pages =
    known.get(site) ??
    htmlFiles(site).map((file) => {
      const html = readFileSync(join(site.directory, file), 'utf8');
      const root = parse(html, { ...TEXT_ELEMENTS, comment: true });
      const ids = new Set(root.querySelectorAll('[id]').map(({ id }) => id));
      return { file, path: `/${file}`.replace(/index\.html$/, ''), html, root, ids };
    });
  known.set(site, pages);
  return pages;
}
