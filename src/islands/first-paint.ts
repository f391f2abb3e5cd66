/** Waits until the page has been painted, which a page in the background is not: there is nothing to wait for. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) {
      resolve();
      return;
    }
    requestAnimationFrame(() => {
      // What runs before a frame is not yet in it.
      setTimeout(resolve);
    });
  });
}
