/** In milliseconds after a frame: some paint it only seconds later, and some frames are never painted. */
const LATEST = 4000;

/**
 * Does something once the page has been painted: until then the line and the processor are for what is read.
 * At once where the page is in the background, or waits for it to be painted at all.
 */
export function afterFirstPaint(what: () => void): void {
  if (document.hidden || document.documentElement.dataset.pending !== undefined) {
    what();
    return;
  }
  let isDone = false;
  const once = (): void => {
    observer.disconnect();
    if (!isDone) what();
    isDone = true;
  };
  const observer = new PerformanceObserver(once);
  observer.observe({ type: 'paint', buffered: true });
  requestAnimationFrame(() => {
    setTimeout(once, LATEST);
  });
}
