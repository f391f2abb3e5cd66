/** Under which headings of a text something changed. */

/** A stretch of the new text: its first line, counted from 1, and how many lines came there. */
export interface Hunk {
  readonly at: number;
  readonly came: number;
}

/** Headings of Markdown and AsciiDoc; a line of text that is underlined, as of reStructuredText. */
const MARKED = /^(?:#{1,6}|={1,6})\s+(.+?)\s*#*$/;
const UNDERLINE = /^(=|-|~|\^)\1{2,}\s*$/;

/** The nearest headings above the first line of each stretch, each once, in the order of the text. */
export function headingsOf(text: string, hunks: readonly Hunk[]): readonly string[] {
  const lines = text.split('\n');
  let inCode = false;
  // Fields above a text are none of it.
  const fields = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const headings = lines.flatMap((line, i) => {
    if (i <= fields) return [];
    if (/^(?:```|~~~|----$)/.test(line)) inCode = !inCode;
    if (inCode) return [];
    const marked = MARKED.exec(line)?.[1];
    const next = lines[i + 1] ?? '';
    const underlined = /^\S/.test(line) && UNDERLINE.test(next) && next.length >= line.length;
    const heading = marked ?? (underlined ? line.trim() : undefined);
    return heading === undefined ? [] : [{ line: i + 1, heading }];
  });
  const above = hunks.flatMap(
    ({ at, came }) =>
      headings.findLast(({ line }) => line <= at + Math.max(0, came - 1))?.heading ?? [],
  );
  return [...new Set(above)];
}
