/** Views of this site that stand in frames on other pages. */

/** What of a table takes room besides its rows, and what a row takes, in pixels, in the widest of fonts. */
const ROOM = { around: 130, row: 64 } as const;

/** The width in pixels from which on a frame of the stated height shows a whole view. */
export const FRAME_WIDTH = 1000;

/** How high a frame must be for a table of so many rows, in pixels. */
export function tableHeight(rows: number): number {
  return ROOM.around + rows * ROOM.row;
}

/** How high a frame must be for the answer to a scenario, in pixels. */
export const SCENARIO_HEIGHT = 480;

/** How many of the options that come first the view of a scenario names. */
export const FIRST_FEW = 3;

export interface FrameOptions {
  /** The address of the view. */
  readonly url: string;
  /** What it is called for those who do not see it. */
  readonly title: string;
  /** In pixels. */
  readonly height: number;
}

/** The element that puts a view into a page, ready to be pasted. */
export function frameSnippet({ url, title, height }: FrameOptions): string {
  const attributes = [
    ['src', url],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['loading', 'lazy'],
    // It runs no scripts and sends no forms; its links open in tabs of their own.
    ['sandbox', 'allow-popups allow-popups-to-escape-sandbox'],
  ] as const;
  const lines = attributes.map(([name, value]) => `  ${name}="${value.replaceAll('"', '&quot;')}"`);
  return `<iframe\n${lines.join('\n')}\n></iframe>`;
}
