/** Where an option is added to a comparison: a list, or a field for its name where they are many. */

import { distinctNames, slugTyped } from '../../words/typed-name.ts';
import { ElementError, find, make } from '../dom.ts';

interface Addable {
  readonly slug: string;
  readonly shortName: string;
}

export class OptionAdder {
  readonly #field: HTMLInputElement | HTMLSelectElement;

  /**
   * @param add called with the slug of what the reader chooses
   * @throws {ElementError} if the page has neither list nor field
   */
  constructor(root: HTMLElement, options: readonly Addable[], add: (slug: string) => void) {
    const field = root.querySelector('[name=add]');
    if (field instanceof HTMLSelectElement) {
      field.append(
        ...options.map(({ slug, shortName }) => make('option', { value: slug }, shortName)),
      );
      field.onchange = () => {
        add(field.value);
      };
    } else if (field instanceof HTMLInputElement) {
      takeNames(field, find(root, 'datalist', HTMLDataListElement), options, add);
    } else {
      throw new ElementError(root, '[name=add]', 'field');
    }
    this.#field = field;
  }

  /** Empties the field for the next option. */
  offer(isOpen: boolean, isLeft: (slug: string) => boolean): void {
    this.#field.disabled = !isOpen;
    this.#field.value = '';
    if (this.#field instanceof HTMLInputElement) return;
    for (const option of this.#field.options) {
      option.disabled = option.value !== '' && !isLeft(option.value);
    }
  }

  focus(): void {
    this.#field.focus();
  }
}

/** Proposes names while one is typed; the list is made when the field is first entered. */
function takeNames(
  field: HTMLInputElement,
  list: HTMLDataListElement,
  options: readonly Addable[],
  add: (slug: string) => void,
): void {
  const named = distinctNames(options.map(({ slug, shortName }) => ({ slug, name: shortName })));
  field.onfocus = () => {
    if (list.options.length > 0) return;
    list.append(...named.map(({ name }) => make('option', { value: name })));
  };
  field.oninput = () => {
    field.setCustomValidity('');
  };
  field.onchange = () => {
    const slug = slugTyped(named, field.value);
    if (slug !== undefined) add(slug);
    else if (field.value.trim() !== '') {
      field.setCustomValidity('No option, or more than one, has that name.');
      field.reportValidity();
    }
  };
}
