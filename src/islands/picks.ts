/**
 * Options that a reader picks on any page, to compare them. They are kept in the browser, which is
 * one of the two things that the site keeps there.
 */

import { Kept } from './site-storage.ts';

/** More columns side by side could not be read. */
export const MOST = 5;

export interface Picked {
  readonly slug: string;
  readonly name: string;
}

const kept = new Kept('compare');

/** What is picked, in the order of picking. */
export function picked(): readonly Picked[] {
  try {
    const picks: unknown = JSON.parse(kept.read() ?? '[]');
    return Array.isArray(picks) ? picks.filter(isPicked).slice(0, MOST) : [];
  } catch {
    // What is kept may be garbled.
    return [];
  }
}

/** Keeps what is picked, and tells everything on the page that shows it. */
export function setPicked(picks: readonly Picked[]): void {
  kept.write(JSON.stringify(picks));
  tell(false);
}

/**
 * Picks as the site has them now: under their present names, and without what it has no more.
 *
 * @param find an option by its slug or a former one
 */
export function followed<T extends { readonly slug: string }>(
  picks: readonly Picked[],
  find: (slug: string) => T | undefined,
): readonly T[] {
  const found = picks.flatMap(({ slug }) => find(slug) ?? []);
  return found.filter(({ slug }, i) => found.findIndex((other) => other.slug === slug) === i);
}

function isPicked(value: unknown): value is Picked {
  const { slug, name } = Object(value) as Partial<Record<string, unknown>>;
  return typeof slug === 'string' && typeof name === 'string';
}

/** Calls back now and whenever what is picked changes, here or on another page. */
export function whenPicked(render: () => void): void {
  render();
  onPicked(render);
}

/** Calls back whenever what is picked changes, with whether that was on another page. */
export function onPicked(render: (elsewhere: boolean) => void): void {
  document.addEventListener('picked', (event) => {
    render(event instanceof CustomEvent && event.detail === true);
  });
}

function tell(elsewhere: boolean): void {
  document.dispatchEvent(new CustomEvent('picked', { detail: elsewhere }));
}

kept.whenElsewhereChanged(() => {
  tell(true);
});
