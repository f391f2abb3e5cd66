/** Leads from the address that a source had while all stood on one page to where it stands now. */

import { underBase } from '../links/routes.ts';
import { unpackFindables, type PackedFindables } from '../words/search-entry.ts';
import { namedData } from './named-data.ts';

async function lead(): Promise<void> {
  const part = location.hash;
  if (part.length < 2 || document.getElementById(part.slice(1)) !== null) return;
  const sources = await namedData(
    (page) => page.querySelector<HTMLElement>('site-search')?.dataset.sources,
  );
  const wanted = unpackFindables(sources as PackedFindables).find(({ path }) =>
    path.endsWith(part),
  );
  const { base = '/' } = document.documentElement.dataset;
  if (wanted !== undefined) location.replace(underBase(base, wanted.path));
}

const follow = (): void => {
  lead().catch(() => {
    // The page says how a source is found.
  });
};
follow();
addEventListener('hashchange', follow);
