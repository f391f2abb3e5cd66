/** Text to be taken along: with this script, it has a button that copies it. */

import { copy } from './copy-and-save.ts';
import { button, make } from './dom.ts';

class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.textContent.trim();
    const said = make('span', { role: 'status' });
    const press = (): void => {
      void copy(text, said, 'Copied.');
    };
    this.append(button({ className: 'button' }, press, 'Copy'), said);
  }
}

customElements.define('copy-text', CopyText);
