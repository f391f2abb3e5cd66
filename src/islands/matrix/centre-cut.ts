/**
 * Reasons stand beside their cells, where style sheets place them. Where there is no room beside a
 * cell, browsers differ: what would leave the window comes to its middle instead.
 */

/** Keeps whatever opens in an element, and is longer or has less room later, within the window. */
export function centreCut(root: HTMLElement): void {
  let open: HTMLElement | null = null;
  const place = (): void => {
    if (open === null) return;
    delete open.dataset.centred;
    const { left, top, right, bottom } = open.getBoundingClientRect();
    const isCut = left < 0 || top < 0 || right > innerWidth || bottom > innerHeight;
    if (isCut) open.dataset.centred = '';
  };
  // Sources are added after it has opened.
  const size = new ResizeObserver(place);
  root.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLElement) || !target.hasAttribute('popover')) return;
      size.disconnect();
      open = target.matches(':popover-open') ? target : null;
      if (open === null) return;
      place();
      size.observe(open);
    },
    true,
  );
  addEventListener('resize', place);
  addEventListener('scroll', place, { capture: true, passive: true });
}
