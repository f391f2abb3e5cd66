/** Keys that go with others: what is pressed together with them belongs to the browser. */

export interface Modifiers {
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a key is pressed together with another that changes what it means, as in Alt and ←. */
export function isModified({ altKey, ctrlKey, metaKey, shiftKey }: Modifiers): boolean {
  return altKey || ctrlKey || metaKey || shiftKey;
}

/** What browsers give as the code of a key that belongs to what a reader composes, as in Japanese. */
const COMPOSING = 229;

/** Whether a key belongs to what a reader composes; Safari says so of the last one by its code alone. */
export function isOfComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells in Safari
  return event.isComposing || event.keyCode === COMPOSING;
}

/** Whether a click on a link opens it in another tab or window, or saves what it leads to. */
export const opensElsewhere: (click: Modifiers) => boolean = isModified;
