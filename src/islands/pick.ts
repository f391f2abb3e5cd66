/** A button that picks an option for comparison, wherever one is shown. */

import { button } from './dom.ts';
import { MOST, picked, setPicked, whenPicked } from './picks.ts';

class ComparePick extends HTMLElement {
  connectedCallback(): void {
    const { slug = '', name = '' } = this.dataset;
    const toggle = button({ className: 'button' }, () => {
      const others = picked().filter((other) => other.slug !== slug);
      const isOn = others.length < picked().length;
      if (isOn) setPicked(others);
      else if (others.length < MOST) setPicked([...others, { slug, name }]);
    });
    this.replaceChildren(toggle);
    whenPicked(this, () => {
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
      toggle.textContent = text;
      // Among others of its kind it says which option it picks.
      toggle.ariaLabel = `${text}: ${name}`;
    });
  }
}

customElements.define('compare-pick', ComparePick);
