/** Draws pictures as PNG. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { sector, twelfths } from '../../words/ball.ts';
import { PICTURE_SIZE, pictureName, type Fact, type Picture } from './picture.ts';

/** Names tell what pictures show, so one that is there need not be drawn again. */
const CACHE = resolve('.cache/pictures');

/** The light theme of the site; see theme.css. */
export const COLOURS = {
  paper: '#faf9f6',
  ink: '#1b2126',
  soft: '#555f68',
  line: '#e0ddd4',
  accent: '#0b5a66',
  worth: ['#9d4a1f', '#9d4a1f', '#7a6518', '#0d6e63', '#0d6e63'],
} as const;

/** The picture as PNG: from the cache, or drawn and put there. */
export async function drawPicture(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(CACHE, `${pictureName(picture)}.png`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    // Not drawn yet.
  }
  const svg = await satori(frame(picture), { ...PICTURE_SIZE, fonts: fonts() });
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
  mkdirSync(CACHE, { recursive: true });
  // Moved into place, so that another build never reads a half of it.
  const fresh = `${file}.${String(process.pid)}`;
  writeFileSync(fresh, png);
  renameSync(fresh, file);
  return new Uint8Array(png);
}

/** An element as satori takes it. */
interface Element {
  readonly type: string;
  readonly key: null;
  readonly props: Readonly<Record<string, unknown>>;
}

type Style = Readonly<Record<string, string | number>>;

const box = (style: Style, ...children: readonly (Element | string)[]): Element => ({
  type: 'div',
  key: null,
  props: { style: { display: 'flex', ...style }, children },
});

const SANS = 'Source Sans 3';
const SERIF = 'Source Serif 4';

function frame({ kind, title, text, facts, site }: Picture): Element {
  return box(
    {
      ...PICTURE_SIZE,
      boxSizing: 'border-box',
      flexDirection: 'column',
      padding: '56px 64px 44px',
      backgroundColor: COLOURS.paper,
      color: COLOURS.ink,
      borderTop: `14px solid ${COLOURS.accent}`,
      fontFamily: SANS,
    },
    box({ fontSize: 26, color: COLOURS.soft }, kind),
    lines(
      2,
      { marginTop: 10, fontFamily: SERIF, fontWeight: 600, fontSize: 60, lineHeight: 1.12 },
      title,
    ),
    lines(
      facts.length === 0 ? 5 : 3,
      { marginTop: 20, fontSize: 30, lineHeight: 1.35, color: COLOURS.soft },
      text,
    ),
    box({ flexGrow: 1 }),
    box({ borderTop: `2px solid ${COLOURS.line}`, paddingTop: 22, gap: 28 }, ...facts.map(tile)),
    box(
      { marginTop: 26, fontFamily: SERIF, fontWeight: 600, fontSize: 26, color: COLOURS.accent },
      site,
    ),
  );
}

/** Text of so many lines at most; what is longer ends with an ellipsis. */
function lines(most: number, style: Style, text: string): Element {
  return box({ ...style, display: 'block', lineClamp: most, textOverflow: 'ellipsis' }, text);
}

function tile({ name, value, worth }: Fact): Element {
  return box(
    { flexDirection: 'column', flexGrow: 1, flexBasis: 0 },
    lines(1, { fontSize: 22, color: COLOURS.soft }, name),
    box(
      { marginTop: 4, alignItems: 'center', gap: 10 },
      ...(worth === null ? [] : [ball(worth)]),
      lines(2, { fontSize: 27, fontWeight: 600, lineHeight: 1.15 }, value),
    ),
  );
}

/** A ball as on the pages: how full it is says how good the value is. */
function ball(worth: number): Element {
  const colour = COLOURS.worth[Math.min(4, Math.floor(worth * 5))];
  const filled = twelfths(worth);
  const shape = (type: string, props: Element['props']): Element => ({ type, key: null, props });
  const circle = { cx: 6, cy: 6, r: 5, stroke: colour, 'stroke-width': 1.5 };
  return shape('svg', {
    width: 26,
    height: 26,
    viewBox: '0 0 12 12',
    style: { flexShrink: 0 },
    children: [
      shape('circle', { ...circle, fill: filled === 12 ? colour : 'none' }),
      ...(filled > 0 && filled < 12 ? [shape('path', { d: sector(filled), fill: colour })] : []),
    ],
  });
}

interface Font {
  readonly name: string;
  readonly weight: 400 | 600;
  readonly style: 'normal';
  readonly data: Buffer;
}

let loaded: Font[] | undefined;

/** The fonts, with the letters of all languages that are written in Latin script. */
function fonts(): Font[] {
  // The code may be bundled elsewhere; the packages are where the build was started.
  const { resolve: find } = createRequire(resolve('package.json'));
  const font = (name: string, family: string, weight: 400 | 600): Font[] =>
    ['latin', 'latin-ext'].map((subset) => ({
      name,
      weight,
      style: 'normal',
      data: readFileSync(
        find(`@fontsource/${family}/files/${family}-${subset}-${String(weight)}-normal.woff`),
      ),
    }));
  loaded ??= [
    ...font(SANS, 'source-sans-3', 400),
    ...font(SANS, 'source-sans-3', 600),
    ...font(SERIF, 'source-serif-4', 600),
  ];
  return loaded;
}
