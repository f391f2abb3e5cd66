/**
 * How high the parts are that stick to an edge of the window, for style sheets: what is scrolled to, as
 * by the keyboard, must come to rest clear of them, and they of one another.
 */

import { afterFirstPaint } from './first-paint.ts';

/**
 * Keeps `--<name>` of the page at the height of a part, in pixels; there is none while that is empty, not
 * shown, or does not stick at this width.
 *
 * @returns what ends that, for a part that goes
 */
export function tellHeight(name: string, part: HTMLElement): () => void {
  const { style } = document.documentElement;
  const property = `--${name}`;
  const observer = new ResizeObserver(() => {
    const sticks = part.hasChildNodes() && getComputedStyle(part).position !== 'static';
    const height = sticks ? part.offsetHeight : 0;
    // Each change has the browser work out the style of the whole page anew; without it, sheets take 0.
    if (height > 0) style.setProperty(property, `${String(height)}px`);
    else if (style.getPropertyValue(property) !== '') style.removeProperty(property);
  });
  let ended = false;
  // What is measured before holds the first paint up.
  afterFirstPaint(() => {
    if (!ended) observer.observe(part);
  });
  return () => {
    ended = true;
    observer.disconnect();
    style.removeProperty(property);
  };
}
