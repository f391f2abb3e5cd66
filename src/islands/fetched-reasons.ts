/** Reasons and sources of ratings, fetched when a reader first asks for one of an option. */

import type { OptionReasons, Reason, ReasonsByMode } from '../words/reason.ts';
import { reasonsPath, underBase } from '../links/routes.ts';
import { make } from './dom.ts';

const fetched = new Map<string, Promise<ReasonsByMode>>();

/**
 * The reasons of an option.
 *
 * @param base the path under which the site lives
 * @param mode the mode that is asked of; the first for null
 */
export async function optionReasons(
  base: string,
  option: string,
  mode: string | null,
): Promise<OptionReasons> {
  const { ratings, modes } = await fetchReasons(base, option);
  return { ...ratings, ...(mode === null ? undefined : modes[mode]) };
}

function fetchReasons(base: string, option: string): Promise<ReasonsByMode> {
  const known = fetched.get(option);
  if (known !== undefined) return known;
  const asked = fetch(underBase(base, reasonsPath(option))).then(
    (response) => response.json() as Promise<ReasonsByMode>,
  );
  fetched.set(option, asked);
  // A connection may come back.
  asked.catch(() => fetched.delete(option));
  return asked;
}

/** Sources as links. */
export function sourceList({ sources }: Reason): HTMLElement {
  return make(
    'ul',
    { className: 'source-list' },
    ...sources.map(({ title, publisher, url }) =>
      make('li', {}, make('a', { href: url, rel: 'noopener' }, title), ` (${publisher})`),
    ),
  );
}
