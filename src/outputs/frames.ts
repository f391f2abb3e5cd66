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
  /** Whether the view is made by a script of its own. */
  readonly scripted?: boolean;
}

/** The element that puts a view into a page, ready to be pasted. */
export function frameSnippet({ url, title, height, scripted = false }: FrameOptions): string {
  const attributes = [
    ['src', url],
    ['title', title],
    ['width', '100%'],
    ['height', String(height)],
    ['loading', 'lazy'],
    // It sends no forms, and its links open in tabs of their own. A script may run only where one is
    // needed; without an origin of its own, it could not be loaded.
    [
      'sandbox',
      [
        'allow-popups',
        'allow-popups-to-escape-sandbox',
        ...(scripted ? ['allow-scripts', 'allow-same-origin'] : []),
      ].join(' '),
    ],
  ] as const;
  const lines = attributes.map(([name, value]) => `  ${name}="${value.replaceAll('"', '&quot;')}"`);
  return `<iframe\n${lines.join('\n')}\n></iframe>`;
}
