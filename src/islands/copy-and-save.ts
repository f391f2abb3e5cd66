/** The two ways in which a text leaves the page: by the clipboard, and as a file. */

import { make } from './dom.ts';

const BY_HAND = 'The browser does not copy here: the text is selected for you to copy.';

/**
 * Copies a text and says in a place of its own that it did. Over plain HTTP browsers have no clipboard
 * for scripts; the text is then copied from a selected field. Where that is refused too, the field
 * stays beside the place, for the reader to copy from.
 *
 * @param place where it is said; empty before the first time
 * @param done what is said once it is copied
 */
export async function copy(text: string, place: HTMLElement, done: string): Promise<void> {
  fieldBeside(place)?.remove();
  const copied = (await byClipboard(text)) || fromField(text, place);
  place.textContent = copied ? done : BY_HAND;
}

/** Saves a text as a file. */
export function save(text: string, name: string, type: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}

async function byClipboard(text: string): Promise<boolean> {
  // Outside secure contexts there is none, whatever the types say.
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies from a field beside the place: elsewhere, an open dialog might keep the focus from it. */
function fromField(text: string, place: HTMLElement): boolean {
  const focused = document.activeElement;
  const field = make('textarea', {
    className: 'to-copy',
    value: text,
    readOnly: true,
    ariaLabel: 'Text to copy',
    rows: 3,
  });
  place.after(field);
  field.focus({ preventScroll: true });
  field.select();
  if (!copiesSelection()) return false;
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return true;
}

function copiesSelection(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies over plain HTTP
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

function fieldBeside(place: HTMLElement): Element | null {
  const next = place.nextElementSibling;
  return next?.matches('.to-copy') === true ? next : null;
}
