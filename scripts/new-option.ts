/**
 * `npm run new:option <slug>`: begins the file of a new option, with a blank for all that the
 * validator asks for and a comment on each criterion. `--dry-run` prints the file instead.
 */

import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Document, isMap, isScalar, isSeq, stringify } from 'yaml';
import { z } from 'zod';
import { placeOf } from '../src/comparison/collections.ts';
import { datePartOf } from '../src/decision/calendar.ts';
import type { Comparison } from '../src/comparison/comparison.ts';
import { contentDirectory } from '../src/comparison/environment.ts';
import { inputSchema } from '../src/comparison/explain-issue.ts';
import { tryLoadComparison } from '../src/comparison/load.ts';
import { isFileSlug, SLUG, SLUG_IN_WORDS } from '../src/comparison/schemas/common.ts';
import { optionSchema } from '../src/comparison/schemas/option.ts';
import { levelsOf, type Scale } from '../src/decision/scale.ts';
import { CommandError, loadContent, MISUSED, runCommand } from './lib/command.ts';

type OptionInput = z.input<typeof optionSchema>;
type RatingInput = OptionInput['ratings'][string];

/** Stands in every blank of a new file, or beside it where only some values are legal. */
export const TO_WRITE = 'TO-WRITE';

const YAML_STYLE = {
  lineWidth: 100,
  flowCollectionPadding: false,
  aliasDuplicateObjects: false,
} as const;

/**
 * Why no option can be added under this slug.
 *
 * @returns undefined where one can
 */
export function refusal(slug: string, { options }: Comparison): string | undefined {
  if (!SLUG.test(slug)) {
    return `“${slug}” is not a slug. Write lower-case words joined by hyphens, as in small-one.`;
  }
  if (!isFileSlug(slug)) {
    return `“${slug}” cannot be the name of a file. Write ${SLUG_IN_WORDS}.`;
  }
  const same = options.find((option) => option.slug === slug);
  if (same !== undefined) {
    return `${same.file} exists already. Correct it there, or choose another slug.`;
  }
  const heir = options.find((option) => option.data.formerSlugs.includes(slug));
  if (heir !== undefined) {
    return `“${slug}” is a former slug of ${heir.name}, so old links with it lead to ${heir.file}. Choose another slug.`;
  }
  return undefined;
}

/** The text of a file for a new option: no fault in it, and every blank marked. */
export function optionSkeleton(slug: string, comparison: Comparison): string {
  const document = new Document(blankOption(slug, comparison), YAML_STYLE);
  document.commentBefore = comment(
    `Each ${TO_WRITE} is a blank${hasStyle() ? '; content/STYLE.md says how to fill it' : ''}. Remove the comments as you go.`,
  );
  annotate(document.contents, inputSchema(explainedSchema(comparison)));
  const frontMatter = document.toString(YAML_STYLE);
  return `---\n${frontMatter}---\n\n${TO_WRITE} <Cite sources="${sourceId(slug)}" />\n`;
}

/** Whether the authors of the content have written down how it is to be written. */
const hasStyle = (): boolean => existsSync(join(contentDirectory, 'STYLE.md'));

const sourceId = (slug: string): string => `${slug}-docs`;

/** Fields that some comparisons have and others do without. */
const OF_SOME = [
  'summary',
  'kind',
  'maintainer',
  'links',
  'release',
  'bestFor',
  'notFor',
  'considerations',
  'tooling',
  'start',
  'startSources',
  'history',
  'topologies',
] as const satisfies readonly (keyof OptionInput)[];

/** Whether an option says something in a field. */
const isFilled = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  (typeof value !== 'object' || Object.keys(value).length > 0);

/** A blank for each field that must be there, and for each that any option of the comparison has. */
function blankOption(slug: string, comparison: Comparison): OptionInput {
  const idle: readonly string[] = OF_SOME.filter(
    (field) => !comparison.options.some(({ data }) => isFilled(data[field])),
  );
  const { name, ratings, sources, ...rest } = wholeOption(slug, comparison);
  return {
    name,
    ...Object.fromEntries(Object.entries(rest).filter(([field]) => !idle.includes(field))),
    ratings,
    sources,
  };
}

/** A blank for each field. Names and source addresses are unique, so they hold the slug. */
function wholeOption(slug: string, { site, criteria, today }: Comparison): OptionInput {
  const sources = [sourceId(slug)];
  const url = `https://example.org/${TO_WRITE}`;
  return {
    name: `${TO_WRITE} ${slug}`,
    summary: TO_WRITE,
    kind: site.kinds[0]?.slug,
    maintainer: TO_WRITE,
    aliases: [],
    formerNames: [],
    links: { documentation: url },
    release: {
      latest: { version: TO_WRITE, checked: today, sources },
      policy: { text: TO_WRITE, checked: today, sources },
      ends: [],
    },
    bestFor: [TO_WRITE],
    notFor: [TO_WRITE],
    considerations: [{ point: TO_WRITE, sources }],
    tooling: [{ name: TO_WRITE, role: TO_WRITE, area: site.toolAreas[0]?.slug, url }],
    start: [{ step: TO_WRITE }],
    startSources: sources,
    reports: [],
    conflicts: [],
    claims: [],
    history: [{ date: today, event: TO_WRITE, sources }],
    topologies: [
      {
        name: TO_WRITE,
        summary: TO_WRITE,
        zones: [{ id: 'site', name: TO_WRITE }],
        boxes: [{ id: 'machine', zone: 'site', name: TO_WRITE, role: site.boxRoles[0]?.slug }],
        links: [],
      },
    ],
    ratings: Object.fromEntries(criteria.map((c) => [c.slug, { state: 'unrated' }])),
    sources: {
      [sourceId(slug)]: {
        title: TO_WRITE,
        url: `${url}/${slug}`,
        publisher: TO_WRITE,
        date: null,
        kind: 'documentation',
      },
    },
  };
}

/** The schema of a blank option, with descriptions that tell what this comparison asks for. */
function explainedSchema({ site, groups, today }: Comparison): z.ZodType {
  const { ratings } = optionSchema.shape;
  const unrated = groups.flatMap((group) =>
    group.criteria.map(({ slug, name, question, summary, scale }, i) => {
      const heading = i === 0 && groups.length > 1 ? `── ${group.name} ──\n` : '';
      const asks = `${heading}${question ?? summary ?? name}\nvalue: ${allowedValues(scale)}`;
      return [slug, z.strictObject({ state: z.literal('unrated') }).describe(asks)] as const;
    }),
  );
  const known: RatingInput = {
    value: '…',
    why: '…',
    evidence: 'documented',
    version: '…',
    checked: today,
    sources: ['…'],
  };
  const unknown: RatingInput = { state: 'unknown', looked: '…', checked: today, sources: ['…'] };
  return optionSchema.extend({
    ...(site.kinds.length > 0 ? { kind: z.enum(site.kinds.map((kind) => kind.slug)) } : {}),
    ratings: z
      .strictObject(Object.fromEntries(unrated))
      .describe(
        [
          ratings.description,
          'Once decided, by the rubric in criteria/<criterion>.mdx, it reads',
          indent(stringify(known, YAML_STYLE)),
          'or, where nothing says it,',
          indent(stringify(unknown, YAML_STYLE)),
          'Of a figure that nothing gives, a source may still say “atLeast” or “atMost”.',
          'If it can be run in ways that exclude each other, list them under “modes”, each with slug, name and summary; what they differ in is rated there for each of them, and not here.',
        ].join('\n'),
      ),
  });
}

function allowedValues(scale: Scale): string {
  const levels = levelsOf(scale)
    .map((level) => level.slug)
    .join(', ');
  switch (scale.kind) {
    case 'ordinal':
    case 'choice':
      return levels;
    case 'set':
      return `a list of ${levels}`;
    case 'flag':
      return 'true or false';
    case 'quantity':
      return `${datePartOf(scale) === null ? `a number of ${scale.unit}` : 'a date'}\nbasis: ${scale.bases.map((basis) => basis.slug).join(', ')}`;
    case 'text':
      return 'a text';
  }
}

/**
 * Writes beside the fields what their schema says of them: each description once, the fields that an
 * entry of an empty list has, what is legal in place of a value, and which fields may be added.
 */
function annotate(
  node: unknown,
  schema: ReturnType<typeof inputSchema>,
  said = new Set<string>(),
): void {
  if (isMap(node)) {
    const { properties = {}, additionalProperties: others } = schema;
    for (const { key, value } of node.items) {
      const field = properties[String(key)] ?? (typeof others === 'object' ? others : {});
      const entry = isSeq(value) && value.items.length === 0 ? field.items?.properties : undefined;
      const hints = [
        field.description ?? '',
        entry === undefined ? '' : `Each with ${Object.keys(entry).join(', ')}.`,
      ].filter((hint) => hint !== '' && !said.has(hint));
      if (isScalar(key) && hints.length > 0) key.commentBefore = comment(hints.join('\n'));
      for (const hint of hints) said.add(hint);
      annotate(value, field, said);
    }
    const absent = Object.keys(properties).filter((name) => !node.has(name));
    if (absent.length > 0) node.comment = comment(`Optional: ${absent.join(', ')}`);
  } else if (isSeq(node)) {
    node.flow = node.items.every(isScalar);
    for (const item of node.items) annotate(item, schema.items ?? {}, said);
  } else if (isScalar(node)) {
    const { enum: values, format } = schema.anyOf?.[0] ?? schema;
    const legal = format?.startsWith('date') === true ? format : values?.join(', ');
    if (legal !== undefined) node.comment = comment(`${TO_WRITE}: ${legal}`);
  }
}

const comment = (text: string): string => indent(text, ' ');

const indent = (text: string, by = '  '): string => text.trimEnd().replace(/^/gm, by);

/**
 * What the validator has against a new file, in a copy of the content; it judges what no rule here could
 * foresee, such as a slug with a meaning of its own.
 *
 * @returns undefined where it has nothing against it
 */
function faultsOf(
  slug: string,
  text: string,
  { directory, today }: { readonly directory: string; readonly today: string },
): string | undefined {
  const copy = mkdtempSync(join(tmpdir(), 'new-option-'));
  try {
    cpSync(directory, copy, { recursive: true });
    writeOption(copy, slug, text);
    const { faults } = tryLoadComparison({ directory: copy, today });
    return faults.length === 0
      ? undefined
      : faults.map(({ problem, fix }) => `${problem} ${fix}`).join('\n');
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Writes the file of an option that is not there yet, and gives its path; the others may all be rows of a table. */
function writeOption(directory: string, slug: string, text: string): string {
  const folder = join(directory, placeOf('options').place);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${slug}.mdx`);
  writeFileSync(path, text, { flag: 'wx' });
  return path;
}

function main(flags: { 'dry-run': boolean }, [slug = '']: readonly string[]): number {
  const comparison = loadContent();
  const refused = refusal(slug, comparison);
  if (refused !== undefined) throw new CommandError(refused, MISUSED);

  const text = optionSkeleton(slug, comparison);
  const { today } = comparison;
  const fault = faultsOf(slug, text, { directory: contentDirectory, today });
  if (fault !== undefined) {
    throw new CommandError(`No option can be called “${slug}”. ${fault}`, MISUSED);
  }
  // npm takes this flag for its own unless a -- stands before it, and then tells of it here.
  if (flags['dry-run'] || process.env.npm_config_dry_run === 'true') {
    console.log(text);
    return 0;
  }
  const path = writeOption(contentDirectory, slug, text);
  console.log(
    [
      `Wrote ${relative(process.cwd(), path)}. Next:`,
      `  1. Fill each ${TO_WRITE} in it${hasStyle() ? ', as content/STYLE.md says' : ''}.`,
      '  2. npm run check   tells what is wrong, with file, line and what is expected.',
      `  3. npm run dev     shows it under /options/${slug}/.`,
    ].join('\n'),
  );
  return 0;
}

if (import.meta.main) {
  await runCommand({
    usage: 'npm run new:option <slug> [-- --dry-run]',
    options: { 'dry-run': { type: 'boolean', default: false } },
    positionals: [1, 1],
    main,
  });
}
