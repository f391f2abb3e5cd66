/** What is pressed before there is anything to answer it: on a slow line, the form is there seconds before. */

/**
 * Holds what is pressed in an element, and what is ticked there already.
 *
 * @returns what presses it again, in the same order, once it can be answered, and holds nothing more
 */
export function holdPresses(root: HTMLElement): () => void {
  const pressed = [...root.querySelectorAll<HTMLElement>('input:checked')];
  const hold = ({ target }: Event): void => {
    const control = target instanceof Element ? target.closest<HTMLElement>('button, input') : null;
    if (control !== null) pressed.push(control);
  };
  root.addEventListener('click', hold);
  return () => {
    root.removeEventListener('click', hold);
    for (const control of pressed) control.click();
  };
}
