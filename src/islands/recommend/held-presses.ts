/** What is pressed before there is anything to answer it: on a slow line, the form is there seconds before. */

import { nextTask } from '../next-task.ts';

/**
 * Holds what is pressed in an element, and what is ticked there already.
 *
 * @returns what presses it again, in the same order, once it can be answered, and holds nothing more
 */
export function holdPresses(root: HTMLElement): () => Promise<void> {
  const pressed = [...root.querySelectorAll<HTMLElement>('input:checked')];
  const hold = ({ target }: Event): void => {
    const control = target instanceof Element ? target.closest<HTMLElement>('button, input') : null;
    if (control !== null) pressed.push(control);
  };
  root.addEventListener('click', hold);
  return async () => {
    root.removeEventListener('click', hold);
    for (const control of pressed) {
      control.click();
      // Each is answered from what the one before it has led to.
      await nextTask();
    }
  };
}
