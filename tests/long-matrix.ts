/**
 * The page of a matrix with its rows many times over, since a site of so many options takes long to
 * build. It is as the template would write it, but for what only readers without scripts see.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedTable } from '../src/words/packed-table.ts';
import type { DrawnRows } from '../src/words/row-extras.ts';

const DATA = /(<script type="application\/json" id="matrix-data">)(.*?)(<\/script>)/s;
const SCRIPT = /src="[^"]*\/_astro\/matrix\.astro_[^"]*"/;
const root = join(import.meta.dirname, '..');

/** The script of matrices whose rows are drawn, among the scripts of a site; it names their data. */
function drawingScript(site: string): string {
  const folder = join(site, '_astro');
  const found = readdirSync(folder).find(
    (name) =>
      name.endsWith('.js') && readFileSync(join(folder, name), 'utf8').includes('matrix-rows'),
  );
  if (found === undefined) throw new Error(`No script of ${folder} draws rows.`);
  return found;
}

const copiesOf = (times: number): readonly string[] =>
  Array.from({ length: times }, (_, i) => String(i));

/** The options of a page many times over, each with a slug and a name of its own. */
function withOptions(html: string, times: number): string {
  return html.replace(DATA, (_, start: string, json: string, end: string) => {
    const packed = JSON.parse(json) as PackedTable;
    const options = copiesOf(times).flatMap((i) =>
      packed.options.map((option) => ({
        ...option,
        slug: `${option.slug}-${i}`,
        shortName: `${option.shortName} ${i}`,
      })),
    );
    return `${start}${JSON.stringify({ ...packed, options }).replaceAll('<', '\\u003c')}${end}`;
  });
}

/** A page whose rows are drawn, with so many times as many. */
export function manyRows(html: string, times: number): string {
  return withOptions(html, times).replace(
    /(<script type="application\/json" id="matrix-rows">)(.*?)(<\/script>)/s,
    (_, start: string, json: string, end: string) => {
      const about = JSON.parse(json) as DrawnRows;
      const many = copiesOf(times).flatMap(() => about);
      return [start, JSON.stringify(many).replaceAll('<', '\\u003c'), end].join('');
    },
  );
}

/**
 * A page of few rows as one whose rows are drawn, so many times those that it had. Its style is in a sheet that only a
 * browser takes which heeds no policy.
 *
 * @param site the folder of the site that the page is of
 */
export function drawnMatrix(site: string, html: string, times: number): string {
  const rows = /<tbody[^>]*>(.*)<\/tbody>/s.exec(html)?.[1]?.match(/<tr/g)?.length ?? 0;
  const about: DrawnRows = Array.from({ length: rows * times }, (_, i) => ({
    below: 0,
    ...(i % 3 === 0 ? { noted: [[0, 0]] } : {}),
  }));
  const sheet = readFileSync(join(root, 'src/islands/matrix/matrix.css'), 'utf8');
  return withOptions(html, times)
    .replace('</head>', `<style>${sheet}</style></head>`)
    .replace(/<table class="[^"]*"( role="table")?/, '<table class="matrix many" role="table"')
    .replace(
      /<div class="reasons">.*<\/div>(?=\s*<script type="application\/json" id="matrix-data")/s,
      '',
    )
    .replace(/<(thead|tbody)>/g, '<$1 role="rowgroup">')
    .replace(/(<thead[^>]*>\s*)<tr>/, '$1<tr role="row">')
    .replace(/<th scope="col"(?! role)/g, '<th scope="col" role="columnheader"')
    .replace(/(?=<div[^>]*class="matrix-frame)/, '<p class="drawn-told text-sm">Drawn.</p>')
    .replace(
      DATA,
      (data) =>
        `${data}<template id="matrix-lines"><div><span class="block text-xs">A kind</span></div></template>` +
        `<script type="application/json" id="matrix-rows">${JSON.stringify(about)}</script>`,
    )
    .replace(SCRIPT, (address) => address.replace(/[^/]*"$/, `${drawingScript(site)}"`));
}
