/**
 * A drawing of where the parts of an option live, as SVG. Its looks are attributes and no classes, so that it
 * looks the same wherever it is put; colours are those of the theme.
 */

import type { SiteData } from '../comparison/schemas/site.ts';
import type { TopologyData } from '../comparison/schemas/topology.ts';
import { escapeHtml } from './escape-html.ts';
import { layoutTopology, type Drawing } from './topology-layout.ts';

/** An element with its attributes, those that are false left out; children are markup. */
function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | false>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== false)
    .map(([key, value]) => ` ${key}="${escapeHtml(String(value))}"`);
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

const colour = (name: string): string => `var(--color-${name})`;
const DASHED = '5 3';
const DOTTED = '1 3';

/** Words within a drawing; they may not be larger than it has room for. */
function words(
  text: string,
  at: { readonly x: number; readonly y: number },
  looks: Readonly<Record<string, string | number>>,
): string {
  return tag(
    'text',
    { ...at, 'text-anchor': 'middle', 'font-size': 14, ...looks },
    escapeHtml(text),
  );
}

type Roles = SiteData['boxRoles'];

function boxOf({ box, x, y, width, height }: Drawing['boxes'][number], roles: Roles): string {
  const middle = x + width / 2;
  const look = roles.find(({ slug }) => slug === box.role)?.look ?? 'plain';
  return tag(
    'g',
    {},
    tag('rect', {
      x,
      y,
      width,
      height,
      rx: look === 'rounded' ? 14 : 4,
      fill: colour('card'),
      stroke: colour(look === 'accented' ? 'accent' : 'rule'),
      'stroke-width': look === 'accented' && 2,
      'stroke-dasharray': box.optional ? DASHED : look === 'dotted' && DOTTED,
    }),
    words(
      box.name,
      { x: middle, y: y + (box.detail === undefined ? 29 : 21) },
      { fill: colour('ink') },
    ),
    ...(box.detail === undefined
      ? []
      : [words(box.detail, { x: middle, y: y + 38 }, { fill: colour('soft'), 'font-size': 12 })]),
  );
}

/**
 * The drawing of a topology as an SVG element.
 *
 * @param id unique on the page; the elements `<id>-name` and `<id>-text` beside it name and describe it
 * @param roles what boxes stand for, which says how they look
 */
export function topologySvg(topology: TopologyData, id: string, roles: Roles): string {
  const { width, height, zones, boxes, wires } = layoutTopology(topology);
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `-1 -1 ${String(width + 2)} ${String(height + 2)}`,
      role: 'img',
      'aria-labelledby': `${id}-name`,
      'aria-describedby': `${id}-text`,
    },
    tag(
      'defs',
      {},
      tag(
        'marker',
        {
          id: `${id}-tip`,
          viewBox: '0 0 8 8',
          refX: 7,
          refY: 4,
          markerWidth: 8,
          markerHeight: 8,
          orient: 'auto',
        },
        tag('path', {
          d: 'M1 1L7 4L1 7',
          fill: 'none',
          stroke: 'context-stroke',
          'stroke-width': 1.4,
        }),
      ),
    ),
    ...zones.map(({ zone, x, y, width: across, height: down }) =>
      tag(
        'g',
        {},
        tag('rect', {
          x,
          y,
          width: across,
          height: down,
          rx: 6,
          fill: colour('sunk'),
          stroke: colour('line'),
        }),
        words(
          zone.name,
          { x: x + 14, y: y + 20 },
          { fill: colour('soft'), 'font-weight': 600, 'text-anchor': 'start' },
        ),
      ),
    ),
    ...wires.map(({ crosses, link, path }) =>
      tag('path', {
        d: path,
        fill: 'none',
        stroke: colour(crosses ? 'poor' : 'soft'),
        'stroke-width': crosses ? 1.8 : 1.4,
        'stroke-dasharray': link.optional && DASHED,
        'marker-end': `url(#${id}-tip)`,
      }),
    ),
    ...boxes.map((box) => boxOf(box, roles)),
    ...wires.map(({ at, crosses, number }) =>
      tag(
        'g',
        {},
        tag('circle', {
          cx: at.x,
          cy: at.y,
          r: 10,
          fill: colour('card'),
          stroke: colour(crosses ? 'poor' : 'soft'),
        }),
        words(String(number), { x: at.x, y: at.y + 4 }, { fill: colour('ink') }),
      ),
    ),
  );
}
