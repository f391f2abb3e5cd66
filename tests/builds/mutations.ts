/** Changes to a content folder as people, editors and accidents make them, drawn at random from a seed. */

import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { parse, stringify } from 'yaml';

/** A number from 0 up to, and not including, `below`. */
export type Draw = (below: number) => number;

/** Draws that are the same on every machine for a seed (mulberry32). */
export function drawing(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) % (1 << 30)) % below;
  };
}

/** A change that was made. */
export interface Mutation {
  /** For whoever reads of a failure. */
  readonly what: string;
  /** Words that were put in, and that readers must find somewhere if the content is sound. */
  readonly word?: string;
}

const one = <T>(draw: Draw, list: readonly T[]): T => {
  const item = list[draw(list.length)];
  if (item === undefined) throw new RangeError('Nothing to choose from.');
  return item;
};

/** Texts for fields; `@` is where the word to be found stands. */
const TEXTS: readonly string[] = [
  '@',
  '<b>@</b>',
  '@ & co',
  '"@"',
  'it’s @',
  "@'s",
  '`@`',
  '*@*',
  '{@}',
  '${@}',
  '[@](/options/candle/)',
  '<script>alert(1)</script> @',
  '</script> @',
  ']]> @',
  '--> @',
  '@: so',
  '# @',
  '@ # so',
  '@ #so',
  '--- @',
  '\\@',
  '%40 @',
  'Ünïcödé @ 日本語',
  '🕯️ @',
  'עברית @',
  'soft\u00ADhyphen @',
  'zero\u200Bwidth @',
  'null @ \u0000',
  'tab\t@',
  '  @  ',
  'two\n\nparagraphs @',
  '@ ' + 'word '.repeat(400),
  '@'.padEnd(900, 'x'),
  '@ ' + 'x'.repeat(1200),
  'https://x.example/@',
  '1.5 @',
  '@ &amp; &lt; &nope;',
  '`@',
  '*@',
  '@ $1 $& $`',
];

/** What is put into the place of any value. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  1e21,
  2020,
  '',
  ' ',
  'yes',
  'no',
  'null',
  '1',
  '-',
  'constructor',
  '__proto__',
  'candle',
  'light',
  'book',
  '2025-02-30',
  '2031-01-01',
  '2024-02-29',
  '1999',
  '/options/torch/',
  '/matrix/?light=bright#content',
  '/options/torch/#care',
  'https://lamps.example/a?b=c&d=%20#e',
  'https://lamps.example/ä b',
  'javascript:alert(1)',
  [],
  {},
  [[]],
  ['book', 'book'],
  [null],
  { a: 1 },
];

/** What is put into prose, between empty lines. */
const PROSE: readonly string[] = [
  '@',
  '<b>@</b>',
  '{@}',
  '## Ratings',
  '## Care',
  '## This page',
  '## Sources',
  '## @ -- so',
  '### @...',
  '## !!!',
  '# @',
  '[@](#ratings)',
  '[@](#care)',
  '[@](/method/#evidence)',
  '[@](/options/lantern/#care)',
  '[@](/options/torch/?a=b&c#light)',
  '[@](/whats-new/#ends)',
  '[@](/nowhere/)',
  '[@](javascript:alert(1))',
  '[@][x]\n\n[x]: /options/torch/',
  '[@][missing]',
  '[@](</options/torch/> "A title")',
  '<https://x.example/@>',
  'https://x.example/@',
  '![@](/x.png)',
  '> @',
  '```\n{@} <b>\n```',
  '```js\nconst @ = 1;\n```',
  '    four spaces @',
  '| a | b |\n| - | - |\n| @ | c |',
  '- [ ] @\n- [x] done',
  '1. @\n   1. two',
  '<Note>\n\n@\n\n</Note>',
  '<Note kind="warning">@</Note>',
  '<Note>@',
  '<Note kind="odd">@</Note>',
  '<Cite sources="book" /> @',
  '<Cite sources="book, book" /> @',
  '<Cite sources="" /> @',
  '<Cite sources="box" /> @',
  '<Drawing id="wick" />',
  '@[^1]\n\n[^1]: a note',
  '***\n\n@',
  '@  \nso',
  '~~@~~ **so**',
  '$@$',
  ':::note\n@\n:::',
  ':abbr[@]',
  '\\<@ \\{so\\}',
  '&lt;@&gt; &copy; &nope;',
  '<!-- @ -->',
  '{/* @ */}',
  '<>@</>',
  'export const a = 1\n\n@',
  'import a from "b"\n\n@',
  '---\n\n@',
  '+++\n\n@',
  'Ünïcödé @ 日本語 🕯️',
  '@ ' + 'word '.repeat(3000),
  '@'.padEnd(1500, 'x'),
  '@ wick scissors shears',
  '@ \u202Eback',
];

interface ParsedFile {
  data: unknown;
  body: string | null;
}

function read(path: string): ParsedFile {
  const text = readFileSync(path, 'utf8');
  const match = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text);
  return match === null
    ? { data: parse(text), body: null }
    : { data: parse(match[1] ?? ''), body: match[2] ?? '' };
}

function write(path: string, { data, body }: ParsedFile): void {
  const yaml = stringify(data, { lineWidth: 0 });
  writeFileSync(path, body === null ? yaml : `---\n${yaml}---\n${body}`);
}

/** A place in the data of a file: what holds it, and under which key. */
interface Slot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
  readonly path: string;
}

function slots(value: unknown, path = ''): readonly Slot[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Slot['holder'];
  return Object.entries(value).flatMap(([key, child]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [{ holder, key, path: here }, ...slots(child, here)];
  });
}

const valueIn = ({ holder, key }: Slot): unknown => (holder as Record<string, unknown>)[key];

function put({ holder, key }: Slot, value: unknown): void {
  (holder as Record<string, unknown>)[key] = value;
}

function remove({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

/** Whether a value is words for readers, and not a name or a day. */
const isText = (value: unknown): boolean => typeof value === 'string' && /[A-Z .,;]/.test(value);

type Change = (draw: Draw, directory: string, files: readonly string[], word: string) => Mutation;

/** Changes the data of one file at one place. */
function inData(
  change: (
    draw: Draw,
    slot: Slot,
    word: string,
    all: readonly Slot[],
  ) => { what: string; word?: string },
  where: (value: unknown) => boolean = () => true,
): Change {
  return (draw, directory, files, word) => {
    const file = one(draw, files);
    const path = join(directory, file);
    const parsed = read(path);
    const all = slots(parsed.data);
    const fitting = all.filter((slot) => where(valueIn(slot)));
    if (fitting.length === 0) return { what: 'nothing' };
    const slot = one(draw, fitting);
    const { what, ...rest } = change(draw, slot, word, all);
    write(path, parsed);
    return { what: `${file} ${slot.path}: ${what}`, ...rest };
  };
}

const CHANGES: readonly { readonly weight: number; readonly change: Change }[] = [
  {
    weight: 30,
    change: inData((draw, slot, word) => {
      const text = one(draw, TEXTS).replaceAll('@', word);
      put(slot, text);
      return { what: `text ${JSON.stringify(text.slice(0, 60))}`, word };
    }, isText),
  },
  {
    weight: 10,
    change: inData((draw, slot) => {
      const value = one(draw, VALUES);
      put(slot, value);
      return { what: `value ${JSON.stringify(value)}` };
    }),
  },
  {
    weight: 8,
    change: inData((_, slot) => {
      remove(slot);
      return { what: 'removed' };
    }),
  },
  {
    weight: 6,
    change: inData((_, slot) => {
      const { holder, key } = slot;
      const copy = structuredClone(valueIn(slot));
      if (Array.isArray(holder)) holder.splice(Number(key), 0, copy);
      else holder[`${key}-2`] = copy;
      return { what: 'twice' };
    }),
  },
  {
    weight: 4,
    change: inData(
      (_, slot) => {
        put(slot, Array.isArray(valueIn(slot)) ? [] : {});
        return { what: 'emptied' };
      },
      (value) => typeof value === 'object' && value !== null,
    ),
  },
  {
    weight: 4,
    change: inData(
      (_, slot) => {
        const value = valueIn(slot);
        if (Array.isArray(value)) value.reverse();
        return { what: 'reversed' };
      },
      (value) => Array.isArray(value) && value.length > 1,
    ),
  },
  {
    weight: 6,
    change: inData((draw, slot, _, all) => {
      const other = one(draw, all);
      const mine = valueIn(slot);
      const theirs = valueIn(other);
      put(slot, structuredClone(theirs));
      put(other, structuredClone(mine));
      return { what: `swapped with ${other.path}` };
    }, isText),
  },
  {
    weight: 20,
    change: (draw, directory, files, word) => {
      const file = one(
        draw,
        files.filter((name) => name.endsWith('.mdx')),
      );
      const path = join(directory, file);
      const parsed = read(path);
      const text = one(draw, PROSE).replaceAll('@', word);
      const blocks = (parsed.body ?? '').split('\n\n');
      blocks.splice(draw(blocks.length + 1), 0, text);
      write(path, { ...parsed, body: `\n${blocks.join('\n\n')}\n` });
      return {
        what: `${file} prose ${JSON.stringify(text.slice(0, 80))}`,
        ...(text.includes(word) ? { word } : {}),
      };
    },
  },
  {
    // Renamed as one should, wherever it is named.
    weight: 8,
    change: (draw, directory, files) => {
      const file = one(
        draw,
        files.filter((name) => name.includes('/')),
      );
      const slug = basename(file, extname(file));
      const name = one(draw, [
        'a',
        'x-1',
        '2fast',
        'index',
        'ratings',
        'source-1',
        'group-use',
        'content',
        'mode-low',
        'long-'.repeat(12) + 'name',
        'references',
        'print',
        'matrix',
        'sort',
        'old-torch',
      ]);
      for (const other of files) {
        const text = readFileSync(join(directory, other), 'utf8');
        writeFileSync(
          join(directory, other),
          text.replace(new RegExp(`(?<![\\w-])${slug}(?![\\w-])`, 'g'), name),
        );
      }
      renameSync(join(directory, file), join(directory, dirname(file), `${name}${extname(file)}`));
      return { what: `${file} renamed to ${name}` };
    },
  },
  {
    weight: 4,
    change: (draw, directory, files) => {
      const file = one(draw, files);
      rmSync(join(directory, file));
      return { what: `${file} removed` };
    },
  },
  {
    weight: 3,
    change: (draw, directory, files) => {
      const file = one(draw, files);
      const alike = files.filter((other) => dirname(other) === dirname(file));
      const other = one(draw, alike);
      const text = readFileSync(join(directory, file));
      writeFileSync(join(directory, file), readFileSync(join(directory, other)));
      writeFileSync(join(directory, other), text);
      return { what: `${file} swapped with ${other}` };
    },
  },
  {
    // What editors and merges do to the text itself.
    weight: 8,
    change: (draw, directory, files) => {
      const file = one(draw, files);
      const path = join(directory, file);
      const lines = readFileSync(path, 'utf8').split('\n');
      const at = draw(lines.length);
      const line = lines[at] ?? '';
      const [what, put] = one<readonly [string, readonly string[]]>(draw, [
        ['twice', [line, line]],
        ['gone', []],
        ['indented', [`  ${line}`]],
        ['with a tab', [`\t${line}`]],
        ['with a comment', [`${line} # so`]],
        ['with carriage return', [`${line}\r`]],
        ['a mark of a merge', ['<<<<<<< HEAD', line]],
        ['anchored', [line.replace(/: /, ': &a ')]],
        ['with a star', [line.replace(/: /, ': *')]],
        ['with an exclamation mark', [line.replace(/: /, ': !x ')]],
        ['cut', [line.slice(0, line.length / 2)]],
      ]);
      lines.splice(at, 1, ...put);
      writeFileSync(path, lines.join('\n'));
      return { what: `${file}:${String(at + 1)} ${what}: ${line.trim().slice(0, 60)}` };
    },
  },
];

/** Makes one change to a content folder. */
export function mutate(draw: Draw, directory: string, word: string): Mutation {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  let left = draw(CHANGES.reduce((sum, { weight }) => sum + weight, 0));
  const chosen = CHANGES.find(({ weight }) => (left -= weight) < 0);
  if (chosen === undefined) throw new RangeError('The weights do not add up.');
  return chosen.change(draw, directory, files, word);
}
