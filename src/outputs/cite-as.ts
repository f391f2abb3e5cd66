/** How a page of this site is cited elsewhere. */

import { dateInWords } from '../words/dates.ts';

export interface Citable {
  readonly site: string;
  readonly title: string;
  /** The address of the page. */
  readonly url: string;
  /** The day on which its sources were last read, if it says one. */
  readonly checked: string | undefined;
  /** The day of the content. */
  readonly today: string;
}

/** A citation as running text. */
export function citeAsText({ site, title, url, checked, today }: Citable): string {
  const when = checked === undefined ? today.slice(0, 4) : `checked ${dateInWords(checked)}`;
  return `${site}, “${title}”, ${when}. ${url}`;
}

/** A citation as an entry of a BibTeX file. */
export function citeAsBibtex({ site, title, url, checked, today }: Citable): string {
  const { hostname, pathname } = new URL(url);
  const key = `${hostname}${pathname}`.replace(/[^a-z0-9]+/gi, '-').replace(/-$/, '');
  const fields = [
    ['author', `{${escapeTex(site)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['year', (checked ?? today).slice(0, 4)],
    ...(checked === undefined ? [] : [['note', `Checked ${dateInWords(checked)}`] as const]),
    ['url', url],
  ] as const;
  const lines = fields.map(([name, value]) => `  ${name.padEnd(6)} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}`;
}

const TEX: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** Text in which no character has a meaning to TeX. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (sign) => TEX[sign] ?? `\\${sign}`);
}
