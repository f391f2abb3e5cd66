/** The site in Firefox, on the screen and on paper. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { SITES } from '../sites.ts';
import { openFirefox } from './firefox.ts';
import { FIREFOX } from './installed.ts';
import { suiteFor, type Opened } from './suite.ts';

/** A sheet of paper, in points. */
type Sheet = readonly [width: number, height: number];

/** The sizes of the pages of a PDF, in points; they stand in its packed parts. */
function sheets(pdf: Buffer): readonly Sheet[] {
  const text = pdf.toString('latin1');
  const parts = [...text.matchAll(/\/ObjStm[^]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, text.indexOf('endstream', start)), {
      finishFlush: 2,
    }).toString('latin1');
  });
  return [text, ...parts].flatMap((part) =>
    [...part.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(
      ([, width, height]) => [Number(width), Number(height)] as const,
    ),
  );
}

/** A page of balls in a grid, each of 12 mm, with a mark in two of its corners. */
const GRID = { columns: 5, pitch: 30, ball: 12, right: 160, bottom: 90 };

function ballsPage(): string {
  const [real] = SITES;
  // Here the script draws balls of every kind; other pages have the styles of their own alone.
  const page = readFileSync(join(real?.directory ?? '', 'compare/index.html'), 'utf8');
  const site = [...page.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css).join('');
  const { columns, pitch, ball, right, bottom } = GRID;
  const at = (x: number, y: number): string => `left:${String(x)}mm;top:${String(y)}mm`;
  const cells = [...Array(13).keys()].map((filled) => {
    const place = at((filled % columns) * pitch + 10, Math.floor(filled / columns) * pitch + 10);
    return `<i class="ball b-${String(filled)} w-4" style="${place}"></i>`;
  });
  return `<!doctype html><style>${site}</style><style>
    body{margin:0;background:#fff}
    .mark,.ball{position:absolute}
    .mark{width:4mm;height:4mm;background:#f0f;print-color-adjust:exact}
    .ball{padding:0;line-height:0}
    .ball::before{width:${String(ball)}mm;height:${String(ball)}mm;margin:0;vertical-align:top}
  </style><i class="mark" style="${at(0, 0)}"></i>${cells.join('')}<i class="mark" style="${at(right, bottom)}"></i>`;
}

/** Which twelfths of each ball are filled in a picture of the page, or nothing before it is drawn. */
async function filledIn(png: Buffer): Promise<readonly (readonly boolean[])[] | undefined> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colour = (x: number, y: number): readonly number[] => {
    const start = (Math.round(y) * info.width + Math.round(x)) * info.channels;
    return [...data.subarray(start, start + 3)];
  };
  const marks = [...Array(info.width * info.height).keys()]
    .map((i) => [i % info.width, Math.floor(i / info.width)] as const)
    .filter(([x, y]) => {
      const [red = 0, green = 0, blue = 0] = colour(x, y);
      return red > 200 && green < 60 && blue > 200;
    });
  const xs = marks.map(([x]) => x);
  const ys = marks.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs) + 1];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys) + 1];
  const scale = (right - left) / (GRID.right + 4);
  // Until both marks are drawn, the picture is of no use.
  if (!(scale > 1) || Math.abs((bottom - top) / (GRID.bottom + 4) / scale - 1) > 0.05) {
    return undefined;
  }
  const middle = GRID.ball / 2;
  return [...Array(13).keys()].map((filled) => {
    const x = (filled % GRID.columns) * GRID.pitch + 10 + middle;
    const y = Math.floor(filled / GRID.columns) * GRID.pitch + 10 + middle;
    return [...Array(12).keys()].map((twelfth) => {
      const angle = ((twelfth + 0.5) / 12) * 2 * Math.PI;
      const [red = 0] = colour(
        left + (x + Math.sin(angle) * middle * 0.6) * scale,
        top + (y - Math.cos(angle) * middle * 0.6) * scale,
      );
      return red < 128;
    });
  });
}

const ASKED = [...Array(13).keys()].map((filled) =>
  [...Array(12).keys()].map((twelfth) => twelfth < filled),
);

/** Rows and notes that are like these add sheets, and minutes, and nothing else. */
const ROWS = 3;

function onPaper(opened: () => Opened): void {
  const printed = async (some: string): Promise<Buffer> => {
    const { browser } = opened();
    if (browser.print === undefined) throw new Error('This driver cannot print.');
    return browser.print(some);
  };
  /** The sizes of the first hundred sheets; more than that is more than Firefox hands over at once. */
  const printedSheets = async (path: string): Promise<readonly Sheet[]> => {
    await opened().go(path);
    await opened().browser.evaluate((rows) => {
      const after = `:nth-of-type(n + ${String(rows + 1)})`;
      for (const row of document.querySelectorAll(`:is(tbody, tr, li)${after}`)) row.remove();
    }, ROWS);
    return sheets(await printed('1-100'));
  };

  describe('on paper', () => {
    test.each([
      '/matrix/',
      '/matrix/print/',
      '/compare/k0s-vs-k3s/',
      '/compare/?options=k3s,microk8s',
    ])('%s is landscape throughout', async (path) => {
      const pages = await printedSheets(path);
      expect(pages).not.toEqual([]);
      expect(pages.filter(([width, height]) => width <= height)).toEqual([]);
    });

    test('an option is upright throughout', async () => {
      const pages = await printedSheets('/options/k3s/');
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.filter(([width, height]) => width >= height)).toEqual([]);
    });

    test('each ball is as full as on the screen', async () => {
      const { browser, site } = opened();
      await browser.goto(site.add('balls.html', 'text/html; charset=utf-8', ballsPage()));
      expect(await filledIn(await browser.screenshot())).toEqual(ASKED);
      // Firefox shows by itself what it has printed.
      await browser.goto(site.add('balls.pdf', 'application/pdf', await printed('1')));
      await browser.until(() => document.querySelector('.page canvas') !== null);
      await expect
        .poll(async () => filledIn(await browser.screenshot()), { timeout: 15_000 })
        .toEqual(ASKED);
    });
  });
}

suiteFor(FIREFOX, openFirefox, onPaper);
