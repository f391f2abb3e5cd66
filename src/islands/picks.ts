/**
 * Options that a reader picks on any page, to compare them. They are kept in the browser, which is
 * one of the two things that the site keeps there.
 */

const KEY = 'compare';

/** More columns side by side could not be read. */
export const MOST = 5;

export interface Picked {
  readonly slug: string;
  readonly name: string;
}

let fallback: readonly Picked[] = [];

/** What is picked, in the order of picking. */
export function picked(): readonly Picked[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPicked).slice(0, MOST) : [];
  } catch {
    // Storage may be forbidden or garbled; then picks last as long as the page.
    return fallback;
  }
}

/** Keeps what is picked, and tells everything on the page that shows it. */
export function setPicked(picks: readonly Picked[]): void {
  fallback = picks;
  try {
    localStorage.setItem(KEY, JSON.stringify(picks));
  } catch {
    // As above.
  }
  document.dispatchEvent(new Event('picked'));
}

function isPicked(value: unknown): value is Picked {
  const { slug, name } = Object(value) as Partial<Record<string, unknown>>;
  return typeof slug === 'string' && typeof name === 'string';
}

/** Calls back now and whenever what is picked changes, here or in another tab. */
export function whenPicked(element: HTMLElement, render: () => void): void {
  render();
  document.addEventListener('picked', render);
  addEventListener('storage', ({ key }) => {
    if (key === KEY && element.isConnected) render();
  });
}
