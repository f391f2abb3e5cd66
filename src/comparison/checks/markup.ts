/** Markup in fields that show texts as they are written. */

import { faultAt, type Check, type Entry } from '../content.ts';
import type { CollectionName } from '../collections.ts';
import type { FieldPath } from '../document.ts';
import { quote, type Fault } from '../fault.ts';
import { inlineSpans } from '../../words/inline.ts';

/** The fields in which `code` and *emphasis* are understood, by kind of file; “*” stands for any name. */
const MARKED: Readonly<Partial<Record<CollectionName, readonly string[]>>> = {
  options: [
    'release.policy.text',
    'release.ends.what',
    'instead.when',
    'considerations.point',
    'tooling.role',
    'start.step',
    'reports.point',
    'conflicts.point',
    'claims.claim',
    'claims.note',
    'history.event',
    'modes.summary',
    ...['ratings.*', 'modes.ratings.*'].flatMap((rating) =>
      ['value', 'why', 'qualifier', 'footnote', 'note', 'looked', 'premises', 'not.*.why'].map(
        (field) => `${rating}.${field}`,
      ),
    ),
  ],
  glossary: ['terms.meaning'],
  guides: ['answer'],
  scenarios: ['answers.*.because', 'experts.said', 'experts.disagreement.reason'],
  practice: ['chosen.words', 'chosen.why', 'differs.why'],
  questions: ['answers.exit'],
};

/** Fields whose texts are quoted, typed or compared, and never read as prose. */
const VERBATIM = [
  'command',
  'pattern',
  'says',
  'sign',
  'edition',
  'changes',
  'url',
  'path',
  'href',
];

/** Kinds of file of which readers see no text. */
const UNSEEN: readonly CollectionName[] = ['exceptions', 'watch', 'releases'];

const MARKUP = [
  { pattern: /<\/?[a-z][^<>]*>|<!--/i, what: 'HTML' },
  { pattern: /\[[^\][]*\]\([^()\s]*\)/, what: 'a link of Markdown' },
  { pattern: /\*\*[^\s*][^*]*\*\*|(?<!\w)__[^\s_][^_]*__(?!\w)/, what: 'strong text of Markdown' },
  { pattern: /~~[^\s~][^~]*~~/, what: 'struck text of Markdown' },
  { pattern: /^\s*(?:[-*+]|\d+[.)]) [^\n]+\n\s*(?:[-*+]|\d+[.)]) \S/m, what: 'a list of Markdown' },
  { pattern: /^#{1,6} \S/m, what: 'a heading of Markdown' },
  { pattern: /`/, what: 'a backtick without its partner' },
  { pattern: /&(?:[a-z][a-z\d]*|#\d+|#x[\da-f]+);/i, what: 'a character reference of HTML' },
] as const;

export const checkMarkup: Check = (content) =>
  content.all
    .filter(({ collection }) => !UNSEEN.includes(collection))
    .flatMap((entry) =>
      textsIn(entry.data, []).flatMap(([path, text]) => wrong(entry, path, text)),
    );

function wrong(entry: Entry<unknown>, path: FieldPath, text: string): Fault[] {
  const names = path.filter((step) => typeof step !== 'number').map(String);
  if (names.some((name) => VERBATIM.includes(name))) return [];
  const spans = inlineSpans(text);
  const plain = spans.map((span) => (span.kind === 'code' ? ' ' : span.text)).join('');
  for (const { pattern, what } of MARKUP) {
    const [found] = pattern.exec(plain) ?? [];
    if (found === undefined) continue;
    return [
      faultAt(entry, path, {
        problem: `Fields hold plain text, so ${what} is shown as it is written.`,
        found: quote(found),
        fix: 'Write the text itself, or as `code` where a field takes it.',
      }),
    ];
  }
  const marked = spans.find(({ kind }) => kind !== 'text');
  if (marked === undefined || isMarked(entry.collection, names)) return [];
  const sign = marked.kind === 'code' ? '`' : '*';
  return [
    faultAt(entry, path, {
      problem: `This field shows texts as they are written, with their ${sign === '`' ? 'backticks' : 'stars'}.`,
      found: quote(`${sign}${marked.text}${sign}`),
      fix: 'Remove the signs.',
    }),
  ];
}

const isMarked = (collection: CollectionName, names: readonly string[]): boolean =>
  (MARKED[collection] ?? []).some((field) => {
    const steps = field.split('.');
    return (
      steps.length === names.length && steps.every((step, i) => step === '*' || step === names[i])
    );
  });

/** All texts of a value with their paths. */
function textsIn(value: unknown, path: FieldPath): readonly (readonly [FieldPath, string])[] {
  if (typeof value === 'string') return /[`*<&[~_#\n]/.test(value) ? [[path, value]] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) =>
    textsIn(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
