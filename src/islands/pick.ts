/** A button that picks an option for comparison, wherever one is shown. */

import { button, spoken } from './dom.ts';
import { MOST, picked, setPicked, whenPicked } from './picks.ts';

class ComparePick extends HTMLElement {
  #toggle: HTMLButtonElement | undefined;

  connectedCallback(): void {
    // Results of a search come and go.
    if (this.#toggle !== undefined) return;
    const toggle = button({ className: 'button' }, () => {
      this.#press();
    });
    this.#toggle = toggle;
    this.replaceChildren(toggle);
    whenPicked(() => {
      this.#render(toggle);
    });
  }

  #press(): void {
    const { slug = '', name = '' } = this.dataset;
    const before = picked();
    const others = before.filter((other) => other.slug !== slug);
    if (others.length < before.length) setPicked(others);
    else if (others.length < MOST) setPicked([...others, { slug, name }]);
  }

  #render(toggle: HTMLButtonElement): void {
    const { slug = '', name = '' } = this.dataset;
    const picks = picked();
    const isOn = picks.some((other) => other.slug === slug);
    const full = !isOn && picks.length >= MOST;
    toggle.ariaPressed = String(isOn);
    toggle.ariaDisabled = String(full);
    const text = full
      ? `${String(MOST)} are picked, which is the most`
      : isOn
        ? 'Picked to compare'
        : 'Pick to compare';
    toggle.replaceChildren(`${text} `, spoken(name));
  }
}

customElements.define('compare-pick', ComparePick);
