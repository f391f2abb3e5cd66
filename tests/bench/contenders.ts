/**
 * Tables that can be filtered and sorted, each set up in a page by a function that runs there. None
 * may use anything from outside itself.
 */

/** Option names and the labels of their ratings, row by row. */
export interface TableData {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a reader does; each returns once the handler has. */
export interface Contender {
  readonly filter: (text: string) => void;
  readonly sort: (column: number) => void;
}

declare global {
  var contender: Contender;
}

/** The page of this site, as it is. */
export function ours(): void {
  const search = document.querySelector<HTMLInputElement>('[type=search]');
  const heads = [...document.querySelectorAll<HTMLElement>('.matrix .head')];
  // The menu of a column is open before one sorts by it.
  const sorts = heads.map((head) => {
    head.click();
    const menu = document.querySelector<HTMLElement>('.head-menu:popover-open');
    menu?.hidePopover();
    return menu?.querySelector<HTMLElement>('[role=menuitemradio]');
  });
  // Who types has the focus there.
  search?.focus();
  globalThis.contender = {
    filter(text) {
      if (search !== null) search.value = text;
      search?.dispatchEvent(new Event('input', { bubbles: true }));
    },
    sort(column) {
      sorts[column]?.click();
    },
  };
}

/** The least: a typed index, `row.hidden`, and rows put in order; with or without a table’s layout. */
export function floor({ data, lazy }: { data: TableData; lazy: boolean }): void {
  const { head, rows } = data;
  const table = document.createElement('table');
  const line = (cells: readonly string[], tag: string): HTMLTableRowElement => {
    const row = document.createElement('tr');
    for (const text of cells) {
      const cell = document.createElement(tag);
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  };
  const body = document.createElement('tbody');
  const lines = rows.map((cells) => line(cells, 'td'));
  body.append(...lines);
  const top = document.createElement('thead');
  top.append(line(head, 'th'));
  table.append(top, body);
  const frame = document.createElement('div');
  frame.className = lazy ? 'frame lazy' : 'frame';
  frame.append(table);
  document.body.append(frame);
  const texts = rows.map((cells) => cells.join(' ').toLowerCase());
  const columns = head.map((_, i) => rows.map((cells) => cells[i] ?? ''));
  globalThis.contender = {
    filter(text) {
      const words = text.toLowerCase().split(' ');
      texts.forEach((own, i) => {
        const row = lines[i];
        const hidden = !words.every((word) => own.includes(word));
        if (row !== undefined && row.hidden !== hidden) row.hidden = hidden;
      });
    },
    sort(column) {
      const values = columns[column + 1] ?? [];
      const order = [...values.keys()].sort((a, b) =>
        (values[a] ?? '') < (values[b] ?? '') ? -1 : 1,
      );
      body.append(...order.flatMap((i) => lines[i] ?? []));
    },
  };
}

/** Each row as an object with a field for each column, as libraries want it. */
type Row = Record<string, string>;

interface TabulatorTable {
  on(event: 'tableBuilt', then: () => void): void;
  setFilter(wanted: (row: Row) => boolean): void;
  setSort(field: string, direction: 'asc'): void;
}

export async function tabulator(data: TableData): Promise<void> {
  const { Tabulator } = globalThis as unknown as {
    Tabulator: new (frame: HTMLElement, options: object) => TabulatorTable;
  };
  const frame = document.createElement('div');
  document.body.append(frame);
  const table = new Tabulator(frame, {
    height: '800px',
    data: data.rows.map((cells) => Object.fromEntries(cells.map((c, i) => [`c${String(i)}`, c]))),
    columns: data.head.map((title, i) => ({ title, field: `c${String(i)}`, width: 140 })),
  });
  await new Promise<void>((resolve) => {
    table.on('tableBuilt', resolve);
  });
  globalThis.contender = {
    filter(text) {
      const words = text.toLowerCase().split(' ');
      table.setFilter((row) => {
        const own = Object.values(row).join(' ').toLowerCase();
        return words.every((word) => own.includes(word));
      });
    },
    sort(column) {
      table.setSort(`c${String(column + 1)}`, 'asc');
    },
  };
}

interface GridApi {
  setGridOption(name: 'quickFilterText', text: string): void;
  applyColumnState(state: object): void;
}

export function agGrid(data: TableData): void {
  const { agGrid: library } = globalThis as unknown as {
    agGrid: { createGrid: (frame: HTMLElement, options: object) => GridApi };
  };
  const frame = document.createElement('div');
  frame.style.height = '800px';
  document.body.append(frame);
  const api = library.createGrid(frame, {
    rowData: data.rows.map((cells) =>
      Object.fromEntries(cells.map((c, i) => [`c${String(i)}`, c])),
    ),
    columnDefs: data.head.map((headerName, i) => ({
      headerName,
      field: `c${String(i)}`,
      width: 140,
    })),
  });
  globalThis.contender = {
    filter(text) {
      api.setGridOption('quickFilterText', text);
    },
    sort(column) {
      api.applyColumnState({
        state: [{ colId: `c${String(column + 1)}`, sort: 'asc' }],
        defaultState: { sort: null },
      });
    },
  };
}
