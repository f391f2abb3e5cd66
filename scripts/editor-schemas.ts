/**
 * Writes the JSON Schemas by which editors complete, explain and check content files while one
 * types: the schemas of the validator, narrowed to the criteria, kinds and groups of the content.
 * With `--check` it writes nothing, and fails where a schema on disk is not what it would write.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import type { Comparison } from '../src/comparison/comparison.ts';
import { COLLECTION_NAMES, KINDS, type CollectionName } from '../src/comparison/collections.ts';
import { authoredCriterionSchema } from '../src/comparison/schemas/criterion.ts';
import { authoredOptionSchema, authoredRatingSchema } from '../src/comparison/schemas/option.ts';
import { optionTopologySchema } from '../src/comparison/schemas/topology.ts';
import { siteSchema } from '../src/comparison/schemas/site.ts';
import { datePartOf } from '../src/decision/calendar.ts';
import type { QuantityScale, Scale } from '../src/decision/scale.ts';
import { singularOf, unitsOf } from '../src/links/figure-text.ts';
import { loadContent, runCommand } from './lib/command.ts';

/** Where the schemas are kept. */
export const SCHEMA_DIRECTORY = join(import.meta.dirname, '../.vscode/schemas');

/** What the schemas are narrowed to. */
type Vocabulary = Pick<Comparison, 'site' | 'criteria'>;

/**
 * The schemas as text, by file name, laid out as the rest of the repository is.
 *
 * They follow from the criteria and from site.yaml: a new option does not change them.
 */
export async function renderSchemas(vocabulary: Vocabulary): Promise<ReadonlyMap<string, string>> {
  const style = await resolveConfig(import.meta.filename);
  const rendered = new Map<string, string>();
  for (const [name, schema] of narrowedSchemas(vocabulary)) {
    const text = await format(JSON.stringify(jsonSchema(schema)), { ...style, parser: 'json' });
    rendered.set(`${name}.schema.json`, text);
  }
  return rendered;
}

/** The names of the schemas that are missing from `directory`, or differ there. */
export function staleSchemas(rendered: ReadonlyMap<string, string>, directory: string): string[] {
  const onDisk = (name: string): string | undefined => {
    try {
      return readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    } catch {
      return undefined;
    }
  };
  return [...rendered].flatMap(([name, text]) => (onDisk(name) === text ? [] : [name]));
}

/** A schema for each kind of file that people write, by what one of them is. */
function narrowedSchemas(vocabulary: Vocabulary): ReadonlyMap<string, z.ZodType> {
  const narrowed = narrowings(vocabulary);
  return new Map(
    COLLECTION_NAMES.filter((name) => KINDS[name].writtenBy === undefined).map((name) => [
      KINDS[name].noun,
      narrowed[name] ?? KINDS[name].schema,
    ]),
  );
}

/** The schemas that follow from the content. */
function narrowings({ site, criteria }: Vocabulary): Partial<Record<CollectionName, z.ZodType>> {
  const criterion = z.enum(criteria.map((c) => c.slug));
  const criterionList = z.array(criterion).optional();
  const { headline, defaultView, lifecycle } = siteSchema.shape;
  const { ratings, modes, tooling, topologies } = authoredOptionSchema.shape;
  const { boxes } = optionTopologySchema.shape;
  const drawing = optionTopologySchema.extend({
    boxes: z.array(boxes.element.extend({ role: belonging(site.boxRoles).optional() })).min(1),
  });
  const mode = modes.unwrap().element;
  // An option has some of them itself, and its modes the others.
  const rated = z
    .strictObject(
      Object.fromEntries(
        criteria.map((c) => [
          c.slug,
          ratingOn(c.scale).describe([c.question ?? c.name, c.summary].join(' ').trimEnd()),
        ]),
      ),
    )
    .partial();
  return {
    options: authoredOptionSchema.extend({
      kind: belonging(site.kinds),
      tooling: describedAs(
        tooling,
        z.array(tooling.unwrap().element.extend({ area: belonging(site.toolAreas) })).optional(),
      ),
      topologies: describedAs(topologies, z.array(drawing).optional()),
      ratings: describedAs(ratings, rated),
      modes: describedAs(
        modes,
        z.array(mode.extend({ ratings: describedAs(mode.shape.ratings, rated) })).optional(),
      ),
    }),
    criteria: authoredCriterionSchema.extend({ group: belonging(site.groups) }),
    site: siteSchema.extend({
      headline: describedAs(headline, criterionList),
      defaultView: describedAs(defaultView, criterionList),
      lifecycle: describedAs(lifecycle, lifecycle.unwrap().extend({ criterion }).optional()),
    }),
  };
}

const describedAs = <S extends z.ZodType>(original: z.ZodType, narrowed: S): S =>
  narrowed.meta(original.meta() ?? {});

/** Any rating; that of a criterion says which values it may hold. Kept once, under this id. */
const anyRating = z
  .union(
    authoredRatingSchema.options.map((state) =>
      'value' in state.shape ? state.extend({ value: z.unknown() }) : state,
    ),
  )
  .meta({ id: 'rating' });

function ratingOn(scale: Scale): z.ZodType {
  const own =
    scale.kind === 'quantity'
      ? { value: valueOn(scale), basis: oneOf(scale.bases, meaningOf) }
      : scale.kind === 'set'
        ? {
            value: valueOn(scale),
            not: z.partialRecord(oneOf(scale.members, meaningOf), z.unknown()),
          }
        : { value: valueOn(scale) };
  return z.intersection(anyRating, z.looseObject(own).partial());
}

function valueOn(scale: Scale): z.ZodType {
  switch (scale.kind) {
    case 'ordinal':
      return oneOf(scale.levels, meaningOf);
    case 'choice':
      return oneOf(scale.values, meaningOf);
    case 'set':
      return z.array(oneOf(scale.members, meaningOf));
    case 'flag':
      return z.literal([true, false]).meta({
        enumDescriptions: scale.rubric && [scale.rubric.yes, scale.rubric.no],
      });
    case 'quantity':
      return figureOn(scale);
    case 'text':
      return z.string().min(1);
  }
}

/** A number, or a text that begins with one and ends with a unit of the scale; on a scale of dates, a date. */
function figureOn(scale: QuantityScale): z.ZodType {
  if (datePartOf(scale) !== null) {
    const date = z.string().regex(/^\d{4}(?:-\d\d){0,2}$/);
    return z
      .union([date, z.number().int()])
      .describe('A date: YYYY-MM-DD, or what of it is known.');
  }
  const names = [...unitsOf(scale).keys()]
    .flatMap((unit) => [unit, singularOf(scale, unit)])
    .map((name) => name.replace(/[^\p{L}\p{N} ]/gu, String.raw`\$&`));
  const written = z
    .string()
    .regex(new RegExp(`^\\d[\\d., ]*(?:${[...new Set(names)].join('|')})$`));
  return z
    .union([z.number().nonnegative(), written])
    .describe(`In ${scale.unit}, or with a unit behind it.`);
}

const meaningOf = (level: { label: string; rubric?: string | undefined }): string =>
  level.rubric ?? level.label;

/** What something of the content belongs to; nothing where there is nothing to belong to. */
function belonging(
  named: readonly { slug: string; name: string; summary?: string | undefined }[],
): z.ZodType {
  return named.length === 0
    ? z.string().optional()
    : oneOf(named, ({ name, summary }) => summary ?? name);
}

/** One of the slugs, each with what it means, which editors show beside it. */
function oneOf<T extends { slug: string }>(
  named: readonly T[],
  meaning: (item: T) => string,
): z.ZodEnum {
  return z.enum(named.map((item) => item.slug)).meta({ enumDescriptions: named.map(meaning) });
}

/** The JSON Schema of what contributors write, before defaults are filled in. */
function jsonSchema(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema: json }) => {
      // YAML reads a bare year as a number, and so may the validator.
      if (json.format === 'date, month or year') json.type = ['string', 'integer'];
    },
  });
}

async function main({ check }: { check: boolean }): Promise<number> {
  const rendered = await renderSchemas(loadContent());
  if (check) {
    const stale = staleSchemas(rendered, SCHEMA_DIRECTORY);
    if (stale.length === 0) return 0;
    console.error(`Out of date in .vscode/schemas: ${stale.join(', ')}. Run: npm run fix`);
    return 1;
  }
  mkdirSync(SCHEMA_DIRECTORY, { recursive: true });
  for (const [name, text] of rendered) writeFileSync(join(SCHEMA_DIRECTORY, name), text);
  return 0;
}

if (import.meta.main) {
  await runCommand({
    usage: 'node scripts/editor-schemas.ts [--check]',
    options: { check: { type: 'boolean', default: false } },
    main,
  });
}
