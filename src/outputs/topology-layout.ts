/**
 * Where the parts of a topology drawing go. Zones are bands from top to bottom, boxes stand two in
 * a row, links are numbered lines; the list under the drawing says what each number stands for.
 */

import type { TopologyData } from '../comparison/schemas/topology.ts';

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Zone = TopologyData['zones'][number];
type Box = TopologyData['boxes'][number];
type Link = TopologyData['links'][number];

export interface Wire {
  readonly link: Link;
  readonly number: number;
  /** Whether the link joins two zones. */
  readonly crosses: boolean;
  /** An SVG path. */
  readonly path: string;
  /** Where the number stands. */
  readonly at: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly zones: readonly (Rect & { readonly zone: Zone })[];
  readonly boxes: readonly (Rect & { readonly box: Box })[];
  readonly wires: readonly Wire[];
}

const WIDTH = 520;
const MARGIN = 20;
const HEAD = 30;
const BOX = { width: 215, height: 48 };
const GAP = { x: 50, y: 34 };
const BETWEEN_ZONES = 36;
const NUMBER_RADIUS = 10;

/** Lays out a topology; the same topology gives the same drawing. */
export function layoutTopology(topology: TopologyData): Drawing {
  const known = drawings.get(topology) ?? layOut(topology);
  drawings.set(topology, known);
  return known;
}

/** Several pages and files show the same drawing. */
const drawings = new WeakMap<TopologyData, Drawing>();

function layOut(topology: TopologyData): Drawing {
  const zones: (Rect & { zone: Zone })[] = [];
  const boxes: (Rect & { box: Box })[] = [];
  let y = 0;
  for (const zone of topology.zones) {
    const inside = topology.boxes.filter((box) => box.zone === zone.id);
    const rows = Math.ceil(inside.length / 2);
    const height = HEAD + rows * BOX.height + Math.max(0, rows - 1) * GAP.y + MARGIN;
    zones.push({ zone, x: 0, y, width: WIDTH, height });
    inside.forEach((box, i) => {
      const alone = i === inside.length - 1 && i % 2 === 0;
      const left = (WIDTH - 2 * BOX.width - GAP.x) / 2;
      boxes.push({
        box,
        x: alone ? (WIDTH - BOX.width) / 2 : left + (i % 2) * (BOX.width + GAP.x),
        y: y + HEAD + Math.floor(i / 2) * (BOX.height + GAP.y),
        ...BOX,
      });
    });
    y += height + BETWEEN_ZONES;
  }

  const numbers: Point[] = [];
  const wires = topology.links.flatMap((link, i): Wire[] => {
    const from = boxes.find((b) => b.box.id === link.from);
    const to = boxes.find((b) => b.box.id === link.to);
    if (from === undefined || to === undefined) return [];
    const others = boxes.filter((b) => b !== from && b !== to);
    const { path, points } = route(from, to, others, i);
    const at = placeNumber(points, boxes, numbers);
    numbers.push(at);
    return [{ link, number: i + 1, crosses: from.box.zone !== to.box.zone, path, at }];
  });
  return { width: WIDTH, height: Math.max(0, y - BETWEEN_ZONES), zones, boxes, wires };
}

const centre = (r: Rect): Point => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 });

/** A curve between two boxes that passes through no third one, bent only as far as it must be. */
function route(
  from: Rect,
  to: Rect,
  others: readonly Rect[],
  index: number,
): { path: string; points: Point[] } {
  const a = centre(from);
  const b = centre(to);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  // Parallel links between the same two boxes take opposite sides.
  const sides = index % 2 === 0 ? [1, -1] : [-1, 1];
  const bends = [0, 90, 180, 270, 380, 500].flatMap((bend) => sides.map((side) => bend * side));
  const candidates = bends.map((bend) => {
    const middle = {
      x: (a.x + b.x) / 2 + normal.x * bend,
      y: (a.y + b.y) / 2 + normal.y * bend,
    };
    const points = Array.from({ length: STEPS + 1 }, (_, i) => ({
      ...quadratic(a, middle, b, i / STEPS),
      t: i / STEPS,
    }));
    const outside = points.filter((p) => !contains(from, p) && !contains(to, p));
    const free =
      outside.every((p) => p.x > 4 && p.x < WIDTH - 4) &&
      outside.every((p) => others.every((rect) => !contains(grow(rect, 6), p)));
    return { middle, points: outside, free, isStraight: bend === 0 };
  });
  const chosen = candidates.find((c) => c.free) ?? candidates[0];
  const [first, last] = [chosen?.points[0], chosen?.points.at(-1)];
  if (chosen === undefined || first === undefined || last === undefined) {
    return { path: '', points: [a, b] };
  }
  const via = chosen.isStraight
    ? 'L'
    : `Q${written(between(a, chosen.middle, b, first.t, last.t))} `;
  return { path: `M${written(first)}${via}${written(last)}`, points: chosen.points };
}

/** How many steps of a curve are looked at. */
const STEPS = 40;

const written = (p: Point): string => `${round(p.x)} ${round(p.y)}`;

/** The control point of the part of a quadratic curve from one of its parameters to another. */
function between(a: Point, m: Point, b: Point, from: number, to: number): Point {
  const mix = (p: number, q: number, r: number): number =>
    (1 - from) * (1 - to) * p + ((1 - from) * to + from * (1 - to)) * q + from * to * r;
  return { x: mix(a.x, m.x, b.x), y: mix(a.y, m.y, b.y) };
}

function quadratic(a: Point, m: Point, b: Point, t: number): Point {
  const mix = (p: number, q: number, r: number): number =>
    (1 - t) ** 2 * p + 2 * (1 - t) * t * q + t ** 2 * r;
  return { x: mix(a.x, m.x, b.x), y: mix(a.y, m.y, b.y) };
}

function contains(rect: Rect, p: Point): boolean {
  return (
    p.x >= rect.x && p.x <= rect.x + rect.width && p.y >= rect.y && p.y <= rect.y + rect.height
  );
}

const grow = (r: Rect, by: number): Rect => ({
  x: r.x - by,
  y: r.y - by,
  width: r.width + 2 * by,
  height: r.height + 2 * by,
});

/** The point of a line nearest its middle at which a number covers no box and no other number. */
function placeNumber(
  points: readonly Point[],
  boxes: readonly Rect[],
  numbers: readonly Point[],
): Point {
  const middle = (points.length - 1) / 2;
  const byMiddle = points
    .map((point, i) => ({ point, off: Math.abs(i - middle) }))
    .toSorted((p, q) => p.off - q.off)
    .map(({ point }) => point);
  const free = (clearance: number): Point | undefined =>
    byMiddle.find(
      (p) =>
        boxes.every((box) => !contains(grow(box, clearance), p)) &&
        numbers.every((n) => Math.hypot(n.x - p.x, n.y - p.y) > 2 * NUMBER_RADIUS + 1),
    );
  return free(NUMBER_RADIUS) ?? free(2) ?? byMiddle[0] ?? { x: 0, y: 0 };
}

const round = (n: number): string => String(Math.round(n * 10) / 10);
