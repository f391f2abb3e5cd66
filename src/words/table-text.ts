/** Tables as text to take along. */

/** A table of plain texts; each row is as long as the head. */
export interface Sheet {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Comma-separated values as RFC 4180 has them. A field that a spreadsheet would take for a formula
 * gets an apostrophe in front of it, by which spreadsheets know a text.
 *
 * @param options.bom begins with a byte order mark, without which Excel reads UTF-8 as something else
 */
export function toCsv({ head, rows }: Sheet, { bom = false } = {}): string {
  const lines = [head, ...rows].map((row) => row.map(csvField).join(','));
  return `${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

function csvField(text: string): string {
  const defused = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** A table in Markdown; the signs that would be markup are escaped. */
export function toMarkdown({ head, rows }: Sheet): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(head.length)}`;
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}

function markdownCell(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, String.raw`\$&`).replace(/\s+/g, ' ');
}

/** The table with rows and columns swapped. */
export function transpose({ head, rows }: Sheet): Sheet {
  const [corner = '', ...columns] = head;
  return {
    head: [corner, ...rows.map(([name = '']) => name)],
    rows: columns.map((column, i) => [column, ...rows.map((row) => row[i + 1] ?? '')]),
  };
}
