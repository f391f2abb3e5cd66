/**
 * The rows of a matrix of more than a thousand options: drawn as they come into view, each at its place
 * in a body as high as all of them. What has the focus stays in the document, wherever it is scrolled.
 */

import { ballClasses } from '../../words/ball.ts';
import { CLIPPED, type DrawnRows } from '../../words/row-extras.ts';
import { ratingLabel } from '../../words/label.ts';
import { bandText } from '../../words/standing-words.ts';
import type { Band } from '../../decision/filter.ts';
import { differsByMode, ratingOf } from '../../decision/model.ts';
import { hasValue } from '../../decision/rating.ts';
import { partsOfWay } from '../../links/option-list.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import { embedded, find, make } from '../dom.ts';
import { columnHeads, nameAs } from './column-heads.ts';
import { captionOf, type GridParts, type Rows } from './grid.ts';
import { rowMarks, type RowMarks } from './row-marks.ts';
import { rowLayout, widened, type RowLayout, type Span } from './row-window.ts';
import type { Shown } from './shown.ts';

/** So many rows beyond those in sight are drawn, so that the next ones are there as one scrolls. */
const MORE = 6;
/** So many rows are kept when they are out of sight, to be shown again. */
const KEPT = 150;
/** So many options at most lie side by side. */
const ACROSS = 100;

interface Drawn {
  readonly option: number;
  readonly row: HTMLTableRowElement;
  readonly name: HTMLTableCellElement;
  readonly marks: RowMarks;
  /** By the place of their column; made when the column is first shown. */
  readonly cells: Map<number, HTMLTableCellElement>;
  mode: number;
}

/** A row that names those after it. */
interface DrawnName {
  readonly row: HTMLTableRowElement;
  readonly words: HTMLElement;
}

/** What lies at a place: an option, or the name of those that are listed below the matches. */
type Item = number | Exclude<Band, 'met'>;

/**
 * Draws the rows of a table into its body.
 *
 * @param told where is said what a reader does not see
 */
export function drawnRows(parts: GridParts, told: HTMLElement): Rows {
  const { root, table, model, actions } = parts;
  const { base = '' } = root.dataset;
  const { options } = model.table;
  const about = embedded('matrix-rows') as DrawnRows;
  const lines = [...find(root, '#matrix-lines', HTMLTemplateElement).content.children];
  const columns = columnHeads(table, root, model, actions);
  const frame = find(root, '.matrix-frame', HTMLElement);
  const body = find(table, 'tbody', HTMLTableSectionElement);
  const caption = find(table, 'caption', HTMLElement);

  const kept = new Map<number, Drawn>();
  const names = new Map<Item, DrawnName>();
  let shown: Shown | undefined;
  let items: readonly Item[] = [];
  let layout: RowLayout = rowLayout([], { row: 0, name: 0 });
  let picked: ReadonlySet<string> = new Set();
  let printing = false;
  let view = { top: 0, bottom: 0 };
  /** As the style sheet has them, by whether rows have room for what is said of them. */
  const heights = new Map<boolean, { row?: number; name?: number }>();

  const fillCell = (button: HTMLButtonElement, i: number, c: number, mode: number): void => {
    const option = options[i];
    const column = model.columns[c];
    if (option === undefined || column === undefined) return;
    const differs = differsByMode(option, column);
    const rating = ratingOf(differs ? (option.modes[mode] ?? option) : option, column);
    const label = ratingLabel(column.scale, rating);
    button.className = [
      'cell',
      ...ballClasses(column.scale, rating),
      ...(hasValue(rating) ? [] : ['none']),
      ...(differs ? ['differs'] : []),
    ].join(' ');
    const isNoted = about[i]?.noted?.some(([at, of]) => at === c && (!differs || of === mode));
    const words =
      label.length > CLIPPED ? [make('span', { className: 'line-clamp-3' }, label)] : [label];
    button.replaceChildren(...words, ...(isNoted === true ? [make('sup', {}, '*')] : []));
  };

  const cellOf = (drawn: Drawn, c: number): HTMLTableCellElement => {
    const known = drawn.cells.get(c);
    if (known !== undefined) return known;
    const button = make('button', { type: 'button' });
    fillCell(button, drawn.option, c, drawn.mode);
    const cell = make('td', { role: 'cell' }, button);
    drawn.cells.set(c, cell);
    return cell;
  };

  const layOut = (drawn: Drawn): void => {
    const { row, name } = drawn;
    const places = columns.shown().map((column) => model.columns.indexOf(column));
    row.replaceChildren(name, ...places.map((c) => cellOf(drawn, c)));
  };

  const draw = (i: number): Drawn => {
    const { slug = '', shortName = '' } = options[i] ?? {};
    const { below = 0, reference = false } = about[i] ?? {};
    const href = underBase(base, optionPath(slug));
    const link = make('a', { className: 'line-clamp-2', href }, shortName);
    const name = make('th', { scope: 'row', role: 'rowheader' }, link);
    name.append(...[...(lines[below]?.childNodes ?? [])].map((node) => node.cloneNode(true)));
    const row = make('tr', { role: 'row', className: reference ? 'reference' : '' });
    const marks = rowMarks(model, i, row, name, [], actions.pick);
    for (const words of name.querySelectorAll('.standing')) words.classList.add('line-clamp-2');
    return { option: i, row, name, marks, cells: new Map(), mode: 0 };
  };

  const follow = (drawn: Drawn): void => {
    const { option, marks, cells } = drawn;
    const standing = shown?.standings[option];
    if (shown === undefined || standing === undefined) return;
    if (drawn.mode !== standing.mode) {
      drawn.mode = standing.mode;
      for (const [c, cell] of cells) {
        const button = cell.querySelector('button');
        if (button !== null) fillCell(button, option, c, drawn.mode);
      }
    }
    marks.follow(shown, standing);
    marks.box.checked = picked.has(options[option]?.slug ?? '');
  };

  /** The row of an option, as it stands now. */
  const drawnOf = (i: number): Drawn => {
    const known = kept.get(i);
    const drawn = known ?? draw(i);
    // Those that were shown last are the last.
    kept.delete(i);
    kept.set(i, drawn);
    if (known === undefined) layOut(drawn);
    if (known?.row.isConnected !== true) follow(drawn);
    return drawn;
  };

  const drawName = (): DrawnName => {
    const words = make('span', {});
    const cell = make('th', { scope: 'rowgroup', role: 'rowheader' }, words);
    return { words, row: make('tr', { className: 'band', role: 'row' }, cell) };
  };

  const rowOf = (item: Item): HTMLTableRowElement => {
    if (typeof item === 'number') return drawnOf(item).row;
    const name = names.get(item) ?? drawName();
    names.set(item, name);
    const list = shown?.bands.find(({ band }) => band === item)?.rows ?? [];
    const text = bandText(item, list.length);
    if (name.words.textContent !== text) name.words.textContent = text;
    return name.row;
  };

  /** The place at which a row lies that is drawn; -1 where it lies nowhere now. */
  const placeOf = (row: HTMLTableRowElement): number => {
    for (const [i, drawn] of kept) if (drawn.row === row) return items.indexOf(i);
    for (const [band, name] of names) if (name.row === row) return items.indexOf(band);
    return -1;
  };

  /** The row that must stay where it is: it has the focus, or its reason is open. */
  const heldRow = (): HTMLTableRowElement | null => {
    const { activeElement } = document;
    const focused = body.contains(activeElement) ? (activeElement?.closest('tr') ?? null) : null;
    return focused ?? body.querySelector('[aria-expanded="true"]')?.closest('tr') ?? null;
  };

  /** What part of the body is in the window and its frame, from its top. */
  const look = (): void => {
    const { top } = body.getBoundingClientRect();
    const { top: frameTop, bottom } = frame.getBoundingClientRect();
    view = { top: Math.max(frameTop, 0) - top, bottom: Math.min(bottom, innerHeight) - top };
  };

  const inSight = (): Span => {
    if (printing) return { from: 0, to: layout.count };
    return widened(layout.between(view.top, view.bottom), MORE, layout.count);
  };

  /** Puts the rows in order that are to be drawn. One that is held is not moved: it would lose the focus. */
  const put = (places: readonly number[], held: HTMLTableRowElement | null): void => {
    const rows = places.map((place) => {
      const row = rowOf(items[place] ?? 0);
      const top = `${String(layout.topOf(place))}px`;
      if (row.style.top !== top) row.style.top = top;
      // The head is the first.
      const index = String(place + 2);
      if (row.ariaRowIndex !== index) row.ariaRowIndex = index;
      return row;
    });
    const wanted = new Set(rows);
    for (const row of [...body.rows]) if (!wanted.has(row)) row.remove();
    let next = body.firstElementChild;
    for (const row of rows) {
      if (row === held) {
        while (next !== null && next !== row) {
          const after: Element | null = next.nextElementSibling;
          next.remove();
          next = after;
        }
      }
      if (row === next) next = next.nextElementSibling;
      else body.insertBefore(row, next);
    }
    for (const [i, { row }] of kept) {
      if (kept.size <= KEPT) break;
      if (!row.isConnected) kept.delete(i);
    }
  };

  /** Draws what is in sight, what is held, and what is next to that. */
  const drawInSight = (): void => {
    if (shown?.state.transposed !== false) return;
    const { from, to } = inSight();
    const places = new Set(Array.from({ length: to - from }, (_, i) => from + i));
    const held = heldRow();
    const place = held === null ? -1 : placeOf(held);
    if (place >= 0) {
      const beside = widened({ from: place, to: place + 1 }, 1, layout.count);
      for (let i = beside.from; i < beside.to; i += 1) places.add(i);
    }
    put(
      [...places].toSorted((a, b) => a - b),
      held,
    );
  };

  /** How high a row is: the style sheet’s to say, by the size of the text, so it is asked once. */
  const heightOf = (item: Item | undefined): number => {
    if (item === undefined) return 0;
    const isTelling = table.classList.contains('telling');
    const known = heights.get(isTelling) ?? {};
    const kind = typeof item === 'number' ? 'row' : 'name';
    const measured = known[kind];
    if (measured !== undefined) return measured;
    const row = rowOf(item);
    if (!row.isConnected) body.append(row);
    const { height } = row.getBoundingClientRect();
    // In a frame that is hidden, nothing has a height yet.
    if (height > 0) heights.set(isTelling, { ...known, [kind]: height });
    return height;
  };

  const measure = (): void => {
    const row = heightOf(items.find((item) => typeof item === 'number'));
    const name = heightOf(items.find((item) => typeof item === 'string'));
    const groups = (shown?.bands ?? []).map(({ band, rows }) => ({
      rows: rows.length,
      isNamed: band !== 'met',
    }));
    layout = rowLayout(groups, { row, name });
    body.style.height = `${String(layout.height)}px`;
  };

  const layAcross = (): void => {
    const across = (shown?.rows ?? []).slice(0, ACROSS).map(drawnOf);
    columns.head.replaceChildren(columns.corner, ...across.map(({ name }) => name));
    for (const drawn of across) {
      nameAs(drawn.name, 'column');
      follow(drawn);
    }
    body.style.height = '';
    body.replaceChildren(
      ...columns.chosen(columns.heads).map((head) => {
        const c = columns.heads.indexOf(head);
        return make('tr', { role: 'row' }, head, ...across.map((drawn) => cellOf(drawn, c)));
      }),
    );
  };

  const tell = (text: string): void => {
    if (told.textContent !== text) told.textContent = text;
  };
  const seen = told.textContent;

  let isLaidAcross = false;

  body.replaceChildren();
  const lookAgain = (): void => {
    look();
    drawInSight();
  };
  const redraw = (): void => {
    if (shown?.state.transposed !== false) return;
    heights.clear();
    measure();
    lookAgain();
  };
  document.addEventListener('scroll', lookAgain, { capture: true, passive: true });
  body.addEventListener('focusin', lookAgain);
  new ResizeObserver(redraw).observe(columns.corner);
  addEventListener('resize', redraw);
  for (const type of ['beforeprint', 'afterprint']) {
    addEventListener(type, () => {
      printing = type === 'beforeprint';
      drawInSight();
    });
  }

  return {
    update(now) {
      const { state, bands } = now;
      const otherColumns = columns.follow(now);
      if (state.options !== shown?.state.options) {
        picked = new Set(state.options.map((way) => partsOfWay(way).option));
      }
      shown = now;
      items = bands.flatMap(({ band, rows }): readonly Item[] =>
        band === 'met' ? rows : [band, ...rows],
      );
      // Where something is said of rows, all of them have room for it.
      table.classList.toggle('telling', now.conditions.length > 0);
      table.classList.toggle('placed', !state.transposed);
      if (state.transposed !== isLaidAcross) columns.turn(state.transposed);
      if (state.transposed) {
        layAcross();
        table.ariaRowCount = String(columns.shown().length + 1);
      } else {
        if (isLaidAcross) {
          body.replaceChildren();
          for (const { name } of kept.values()) nameAs(name, 'row');
        }
        if (isLaidAcross || otherColumns) {
          columns.head.replaceChildren(columns.corner, ...columns.chosen(columns.heads));
          for (const drawn of kept.values()) layOut(drawn);
        }
        for (const drawn of kept.values()) if (drawn.row.isConnected) follow(drawn);
        measure();
        // To look has the page laid out; what little moves by a change is seen when it has been.
        if (view.bottom > layout.height || view.bottom === 0) look();
        drawInSight();
        requestAnimationFrame(() => {
          setTimeout(layout.height > 0 ? lookAgain : redraw);
        });
        table.ariaRowCount = String(layout.count + 1);
      }
      isLaidAcross = state.transposed;
      tell(
        state.transposed && now.rows.length > ACROSS
          ? `Of ${String(now.rows.length)} options, the first ${String(ACROSS)} are laid side by side. Filter, or lay options in rows, to see others. Exports have all.`
          : seen,
      );
      caption.textContent = captionOf(now, model, columns.shown().length);
    },
    subjectOf(cell) {
      for (const { option, cells } of kept.values()) {
        for (const [column, own] of cells) if (own === cell) return { option, column };
      }
      return null;
    },
    rowBeside(row, before) {
      const step = before ? -1 : 1;
      // Criteria in rows are all there.
      if (isLaidAcross) {
        const next = before ? row.previousElementSibling : row.nextElementSibling;
        return next instanceof HTMLTableRowElement ? next : null;
      }
      let place = placeOf(row);
      do place += step;
      while (typeof items[place] === 'string');
      const item = items[place];
      if (item === undefined) return null;
      // What has the focus has its neighbours drawn, but not beyond the name of a band.
      const next = rowOf(item);
      if (!next.isConnected) {
        next.style.top = `${String(layout.topOf(place))}px`;
        next.ariaRowIndex = String(place + 2);
        if (before) row.before(next);
        else row.after(next);
      }
      return next;
    },
  };
}
