/**
 * Does something once the page has been painted: until then the line and the processor are for what is read.
 * At once where the page is in the background, or waits for it to be painted at all.
 */
export function afterFirstPaint(what: () => void): void {
  if (document.hidden || document.documentElement.dataset.pending !== undefined) {
    what();
    return;
  }
  requestAnimationFrame(() => {
    // What runs before a frame is not yet in it; what a timer of it runs comes after.
    setTimeout(what);
  });
}
