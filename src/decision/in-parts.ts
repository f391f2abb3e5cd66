/** Work that can be done a part at a time, so that a page need not stand still meanwhile. */

/** Work that stops after each part, and returns what all of them come to. */
export type InParts<T> = Generator<undefined, T, undefined>;

/** Does all parts at once. */
export function wholeOf<T>(work: InParts<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
