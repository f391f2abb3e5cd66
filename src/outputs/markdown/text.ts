/** Pieces of Markdown documents. */

import type { Source } from '../../comparison/comparison.ts';
import { editionOf } from '../../comparison/edition-links.ts';
import { editionInWords } from '../../words/edition-words.ts';
import { asLineOfMarkdown, inlineSpans } from '../../words/inline.ts';
import { dateInWords } from '../../words/dates.ts';

/** Text of front matter as Markdown: its own markup stays, and nothing else becomes markup. */
export function inline(text: string): string {
  const marked = inlineSpans(text)
    .map((span) => {
      if (span.kind === 'code') return `\`${span.text}\``;
      const plain = escape(span.text.replace(/\s+/g, ' '));
      return span.kind === 'emphasis' ? `*${plain}*` : plain;
    })
    .join('');
  return asLineOfMarkdown(marked);
}

// An underscore within a word is none of Markdown’s business.
const escape = (text: string): string =>
  text.replace(/[\\`*[\]<>]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');

/** A link; an address with a bracket of its own would end at it, were it not set apart. */
export const link = (words: string, url: string): string =>
  `[${words}](${/[()]/.test(url) ? `<${url}>` : url})`;

/** Parts of a document with a blank line between them; those that are empty are left out. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A heading with what belongs to it; nothing at all if that is empty. */
export function section(title: string, body: string, level = 2): string {
  return body === '' ? '' : `${'#'.repeat(level)} ${title}\n\n${body}`;
}

/** A list of items, each a line. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** The numbered sources at the end of a document. */
export function sourceList(sources: readonly Source[]): string {
  return sources
    .map((source, i) => {
      const { title, url, publisher, date, note } = source;
      const parts = [link(inline(title), url), inline(publisher)];
      if (date !== null) parts.push(dateInWords(date));
      const tail = note === undefined ? '' : `. ${inline(note)}`;
      const edition = editionOf(source);
      const words = edition === null ? '' : editionInWords(edition);
      const read = edition?.url === undefined ? words : link(words, edition.url);
      return `${String(i + 1)}. ${parts.join(', ')}${tail}${read === '' ? '' : `${tail.endsWith('.') ? '' : '.'} Read in the ${read}`}`;
    })
    .join('\n');
}
