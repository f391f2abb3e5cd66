/** The only markup of front matter: `code` in backticks and *emphasis* between stars. */

export interface Span {
  readonly kind: 'text' | 'code' | 'emphasis';
  readonly text: string;
}

const MARKUP = /`([^`]+)`|(?<![\w*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\w*])/g;
const SIGN = /[`*]/;

/** Splits a text into its spans; signs without a partner stay as they are. */
export function inlineSpans(text: string): Span[] {
  // Most texts have none, and a site has hundreds of thousands.
  if (text !== '' && !SIGN.test(text)) return [{ kind: 'text', text }];
  const spans: Span[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKUP)) {
    if (match.index > end) spans.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, code, emphasis] = match;
    spans.push(
      code === undefined
        ? { kind: 'emphasis', text: emphasis ?? '' }
        : { kind: 'code', text: code },
    );
    end = match.index + whole.length;
  }
  if (end < text.length) spans.push({ kind: 'text', text: text.slice(end) });
  return spans;
}

/**
 * Markdown whose beginning and end are text and no marks: “- so”, “1. So” and “# so” would begin a list or be a
 * heading, “---” would make a heading of what is above, and a heading “so #” would lose its sign.
 */
export const asLineOfMarkdown = (markdown: string): string =>
  markdown
    .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(\s*)(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|[-=]+\s*$)/, '$1\\')
    .replace(/(?<=\s)(?=#+\s*$)/, '\\');

/** The text without its markup, for places that show plain text. */
export function plainText(text: string): string {
  return inlineSpans(text)
    .map((span) => span.text)
    .join('');
}
