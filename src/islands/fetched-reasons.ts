/** Reasons and sources of ratings, fetched when a reader first asks for one of an option. */

import type { OptionReasons, Reason } from '../words/reason.ts';
import { reasonsPath, underBase } from '../links/routes.ts';
import { make } from './dom.ts';
import { fetchData } from './named-data.ts';

const fetched = new Map<string, Promise<OptionReasons>>();

/**
 * The reasons of an option.
 *
 * @param base the path under which the site lives
 */
export function optionReasons(base: string, option: string): Promise<OptionReasons> {
  const known = fetched.get(option);
  if (known !== undefined) return known;
  const asked = fetchData(underBase(base, reasonsPath(option))) as Promise<OptionReasons>;
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

/**
 * The way to the form for corrections, filled in for a rating.
 *
 * @param form the address of the empty form, which has a query already
 */
export function wrongLink(form: string, option: string, criterion: string): HTMLAnchorElement {
  const title = `Correction: ${option}`;
  const filled = new URLSearchParams({ title, option, criterion });
  return make(
    'a',
    { href: `${form}&${filled.toString()}`, className: 'text-xs text-soft' },
    'Wrong?',
  );
}
