/** The few lines that every island needs to build and find elements. Text goes in as text, never as markup. */

type Tags = HTMLElementTagNameMap;

/** Makes an element with some properties (not attributes) and children. */
export function make<K extends keyof Tags>(
  tag: K,
  properties: Partial<Tags[K]> = {},
  ...children: readonly (Node | string)[]
): Tags[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A button that does something, with its visible or spoken name. */
export function button(
  properties: Partial<HTMLButtonElement>,
  onclick: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  return make('button', { type: 'button', ...properties, onclick }, ...children);
}

/** A checkbox or radio button within its label. */
export interface Ticked {
  readonly input: HTMLInputElement;
  readonly element: HTMLLabelElement;
}

/** A labelled checkbox or radio button, the label after it. */
export function tick(
  properties: Partial<HTMLInputElement>,
  ...label: readonly (Node | string)[]
): Ticked {
  const input = make('input', { type: 'checkbox', ...properties });
  return { input, element: make('label', { className: 'tick' }, input, ...label) };
}

/**
 * The one element that must be there.
 *
 * @throws {Error} if it is not, which means that page and script are not of one build
 */
export function find<T extends HTMLElement>(
  root: ParentNode,
  selector: string,
  type: new () => T,
): T {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  return missing(selector);
}

/** @throws {Error} always: page and script are not of one build */
export function missing(what: string): never {
  throw new Error(`There is no ${what} here.`);
}

/** The data that the page carries for its script. */
export function embedded(id: string): unknown {
  return JSON.parse(find(document, `#${id}`, HTMLScriptElement).textContent);
}

/** Words that are spoken and not seen. */
export function spoken(text: string): HTMLSpanElement {
  return make('span', { className: 'sr-only', textContent: text });
}

/** Copies a text, and says in a place of its own whether it could. */
export function copyText(text: string, said: HTMLElement, done: string): void {
  navigator.clipboard.writeText(text).then(
    () => {
      said.textContent = done;
    },
    () => {
      said.textContent = 'Could not copy.';
    },
  );
}
