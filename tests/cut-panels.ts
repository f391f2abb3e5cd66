/** Runs in the page of the matrix, in every browser. */

/** What was found of the panels with reasons. */
export interface Panels {
  /** How many were opened. */
  readonly opened: number;
  /** Those that were not wholly within the window, with their place in it. */
  readonly cut: readonly string[];
}

/**
 * Opens the reasons of cells all over the window. It sees nothing but its arguments, since it is sent
 * to the page.
 *
 * @param part how far the table is scrolled, from 0 for its beginning to 1 for its end
 * @param step of the cells in sight, every how manieth is opened
 */
export async function cutPanels(part: number, step: number): Promise<Panels> {
  const frame = document.querySelector('.matrix-frame');
  if (frame === null) return { opened: 0, cut: ['There is no matrix.'] };
  const nextFrame = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  const placeOf = (panel: Element): string => {
    const { left, top, right, bottom } = panel.getBoundingClientRect();
    return [left, top, right, bottom].map(Math.round).join(' ');
  };
  const cut: string[] = [];
  let opened = 0;
  const top = frame.getBoundingClientRect().top + scrollY - 8;
  // On a desktop the page scrolls, else the table within it.
  const { scrollWidth, clientWidth } = document.documentElement;
  scrollTo({
    left: part * (scrollWidth - clientWidth),
    top: top + part * Math.max(0, frame.clientHeight - innerHeight),
    behavior: 'instant',
  });
  frame.scrollTo(
    part * (frame.scrollWidth - frame.clientWidth),
    part * (frame.scrollHeight - frame.clientHeight),
  );
  await nextFrame();
  await nextFrame();
  const inSight = [...frame.querySelectorAll<HTMLElement>('tbody .cell')].filter((cell) => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there?.closest('.cell') === cell;
  });
  for (const cell of inSight.filter((_, i) => i % step === 0)) {
    cell.click();
    let panel: Element | null = null;
    let steady = 0;
    let before = '';
    // Its sources come a little after it and make it longer; then it must rest.
    for (let i = 0; i < 120 && steady < 2; i++) {
      await nextFrame();
      panel = document.querySelector('.why:popover-open');
      const now = panel === null ? '' : placeOf(panel);
      const isWhole = i > 30 || panel?.querySelector('.source-list') != null;
      steady = isWhole && now === before && now !== '' ? steady + 1 : 0;
      before = now;
    }
    opened += 1;
    if (panel === null) cut.push(`${cell.textContent.trim()}: it did not open`);
    else {
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) {
        cut.push(`${cell.textContent.trim()}: ${placeOf(panel)}`);
      }
      if (panel instanceof HTMLElement) panel.hidePopover();
    }
  }
  return { opened, cut };
}
