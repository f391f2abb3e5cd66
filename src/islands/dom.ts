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

/**
 * Leaves in an element only some elements, in their order. What is there already stays where it is, since
 * what is moved is styled and laid out anew.
 */
export function keepOnly(parent: Element, wanted: readonly Element[]): void {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const element of wanted) {
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
  }
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

/** Page and script are not of one build: a component does not find what it works on. */
export class ElementError extends Error {
  override readonly name = 'ElementError';

  /**
   * @param component the element that looks for it, or one within it
   * @param element what is looked for, as a selector or a name
   * @param type the kind of element that it should be
   */
  constructor(component: ParentNode, element: string, type = 'Element') {
    super(`${componentName(component)}: “${element}” is not here, or is no ${type}.`);
  }
}

/** The custom element in which a node lies, or what comes closest to a name. */
function componentName(node: ParentNode): string {
  if (!(node instanceof Element)) return 'page';
  for (let at: Element | null = node; at !== null; at = at.parentElement) {
    if (at.localName.includes('-')) return at.localName;
  }
  return node.localName;
}

/**
 * The one element that must be there.
 *
 * @throws {ElementError} if it is not
 */
export function find<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new ElementError(root, selector, type.name);
}

/** The data that the page carries for its script. */
export function embedded(id: string): unknown {
  return JSON.parse(find(document, `#${id}`, HTMLScriptElement).textContent);
}

/** Words that are spoken and not seen. */
export function spoken(text: string): HTMLSpanElement {
  return make('span', { className: 'sr-only', textContent: text });
}
