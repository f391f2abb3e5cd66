/** The options that a reader has picked, at the foot of every page, with the way to their comparison. */

import type { OptionNames } from '../words/option-names.ts';
import { button, make } from './dom.ts';
import { picksQuery } from '../links/picks-query.ts';
import { followed, picked, setPicked, whenPicked, type Picked } from './picks.ts';
import { tellHeight } from './sticking.ts';

class CompareTray extends HTMLElement {
  connectedCallback(): void {
    whenPicked(() => {
      this.#render();
    });
    // What is picked may take several lines.
    tellHeight('tray', this);
    if (picked().length > 0) void this.#follow();
  }

  /** Options may have gone or been renamed since they were picked. */
  async #follow(): Promise<void> {
    try {
      const response = await fetch(this.dataset.names ?? '');
      if (!response.ok) return;
      const names = (await response.json()) as OptionNames;
      // Most readers have picked nothing, and need none of this.
      const { optionNamed } = await import('../words/option-names.ts');
      const before = picked();
      const now = followed(before, (slug) => optionNamed(names, slug));
      if (slugsOf(now) !== slugsOf(before)) setPicked(now);
    } catch {
      // Without a network they stay as they are.
    }
  }

  #render(): void {
    const picks = picked();
    this.hidden = picks.length === 0;
    const focused = this.contains(document.activeElement);
    const items = picks.map(({ slug, name }) =>
      make(
        'li',
        {},
        `${name} `,
        button({ className: 'remove', ariaLabel: `Do not compare ${name}` }, () => {
          setPicked(picked().filter((other) => other.slug !== slug));
        }),
      ),
    );
    const enough = picks.length > 1;
    const link = make('a', {
      className: 'button',
      href: `${this.dataset.href ?? ''}?${picksQuery(picks.map(({ slug }) => slug))}`,
      textContent: `Compare ${String(picks.length)}`,
    });
    this.replaceChildren(
      make('ul', { ariaLabel: 'Picked to compare' }, ...items),
      enough
        ? link
        : make('span', { className: 'text-soft', textContent: 'Pick one more to compare' }),
    );
    if (focused) this.querySelector<HTMLElement>('button, a')?.focus();
  }
}

const slugsOf = (picks: readonly Picked[]): string => picks.map(({ slug }) => slug).join(',');

customElements.define('compare-tray', CompareTray);
