/**
 * How high the parts are that stick to an edge of the window, for style sheets: what is scrolled to, as
 * by the keyboard, must come to rest clear of them, and they of one another.
 */

/**
 * Keeps `--<name>` of the page at the height of a part, in pixels; 0 while it is empty, not shown, or does
 * not stick at this width.
 *
 * @returns what ends that, for a part that goes
 */
export function tellHeight(name: string, part: HTMLElement): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => {
    const sticks = part.hasChildNodes() && getComputedStyle(part).position !== 'static';
    style.setProperty(`--${name}`, `${String(sticks ? part.offsetHeight : 0)}px`);
  });
  observer.observe(part);
  return () => {
    observer.disconnect();
    style.removeProperty(`--${name}`);
  };
}
