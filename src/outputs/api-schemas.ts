/**
 * What the files under `/api/v1/` hold. They are made of the content’s own schemas, so that a field
 * has one definition from the file that a contributor writes to the file that a program reads.
 */

import { z } from 'zod';
import {
  day,
  foundEdition,
  noEdition,
  slug,
  source,
  sources,
  text,
  url,
} from '../comparison/schemas/common.ts';
import { criterionSchema } from '../comparison/schemas/criterion.ts';
import { optionSchema, ratingSchema } from '../comparison/schemas/option.ts';
import { practiceSchema } from '../comparison/schemas/practice.ts';
import { questionSchema } from '../comparison/schemas/question.ts';
import { scenarioSchema } from '../comparison/schemas/scenario.ts';
import { siteSchema } from '../comparison/schemas/site.ts';

/** What changed in the form of the files, newest first. */
export const API_CHANGES = [
  {
    version: '1.4.0',
    date: '2026-11-29',
    changes: [
      'Modes of options may say how many units in one place they take, and answers how many there are (“size”).',
    ],
  },
  {
    version: '1.3.0',
    date: '2026-11-29',
    changes: [
      'Sources may say that their publisher has since taken the text away (“edition.removed”), and when a page that lies in no public repository was read (“edition.read”).',
      'openapi.json names the licence of the data and whom to ask.',
      'Schemas say by a pattern that addresses begin with http or https.',
      'Quantities may be dates: their unit is “date”, “calendar month” or “calendar year”, and values, bounds and anchors are texts such as 2026-11-29.',
      'Answers whose “exit” says that none of this may be needed name the guide on what there is instead (“exitGuide”).',
      'Drawings of options may say of which modes they are (“topologies”, “modes”).',
      'Units may say what one of them is called (“singular”), which prefixes they take (“prefixes”, “base”) and how many digits are shown (“digits”).',
    ],
  },
  {
    version: '1.2.0',
    date: '2026-11-29',
    changes: [
      'Sources say which copy of a text in a public repository was read: repository, path, branch, commit and its day (“edition”), or why none is named.',
      'Options may say where their releases are tagged (“release.latest.tags”).',
      'ratings.csv has the address of each copy that was read (“read”), one for each source, a hyphen where there is none.',
      'Options say what to look at instead, and when (“instead”); a consideration that decides much is marked (“warning”).',
      'Of an option only name, ratings and sources are always there, of a criterion name and scale: what an author has not written is left out, and lists are empty. Tool areas, roles of boxes and kinds are slugs; options.json names them (“toolAreas”, “boxRoles”, “kinds”).',
    ],
  },
  {
    version: '1.1.0',
    date: '2026-11-29',
    changes: [
      'Options have modes: ways of running them that exclude each other. Where they differ, the rating of an option is that of its first mode, which “mode” names.',
      'ratings.json has the ratings of the other modes under “otherModes”, an option all of them under “modes”.',
      'Ratings of sets may say what is documented not to be there (“not”), unknown quantities between which bounds they lie (“atLeast”, “atMost”).',
      'Members of sets say what their absence means (“absence”); “exhaustive” stays, and is true where it means no for all of them.',
      'Questions may take several answers, and answers may say what is enough.',
      'practice.json: what others had and chose.',
    ],
  },
  {
    version: '1.0.0',
    date: '2026-11-22',
    changes: ['The first version.'],
  },
] as const;

/** The version of the form of the files: major.minor.patch, as semantic versioning has it. */
export const SCHEMA_VERSION = API_CHANGES[0].version;

const page = url.describe('The page for readers, at the exact place.');

const head = {
  $schema: url.describe('The JSON Schema of this file.'),
  schemaVersion: z
    .string()
    .regex(/^1\.\d+\.\d+$/)
    .describe('The version of the form of this file.'),
  contentVersion: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe('Changes when any of the data changes, and only then.'),
  generatedAt: day.describe('The day of the content, in UTC; not the time of the build.'),
};

const apiSource = z
  .strictObject({
    id: slug.describe('Unique on the whole site.'),
    ...source.shape,
    edition: z
      .union([
        foundEdition.extend({
          url: url.optional().describe('The text as it was read.'),
          changes: url.optional().describe('What happened to it since.'),
        }),
        noEdition,
      ])
      .optional()
      .describe('Which copy of the text was read, or why none is named.'),
    page,
  })
  .meta({ id: 'Source', title: 'A cited page' });

const [known, partial, unknown, notApplicable, unrated] = ratingSchema.options;
const rated = {
  option: slug,
  criterion: slug,
  mode: slug
    .optional()
    .describe('The mode that it is about, where the modes of the option differ here.'),
};
const cited = z.array(slug).describe('Ids of sources.');
const label = text.describe('The value, or why there is none, in words.');
const worth = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .describe('How good the value is on its scale: 0 the worst, 1 the best; null without an order.');

const denial = z.strictObject({ member: slug, why: text, sources: cited });
const not = z
  .array(denial)
  .optional()
  .describe('Of a set, members that a source says are not there, each with that source.');

/** What is a date where the scale is of dates. */
const figure = (number: z.ZodType<number | undefined>): z.ZodType =>
  z
    .union([z.number(), z.string()])
    .optional()
    .describe(`${number.description ?? ''} A text on a scale of dates.`);

const apiRating = z
  .discriminatedUnion('state', [
    z.strictObject({
      ...rated,
      ...known.shape,
      not,
      state: z.literal('known'),
      sources: cited,
      label,
      worth,
      page,
    }),
    z.strictObject({ ...rated, ...partial.shape, not, sources: cited, label, worth, page }),
    z.strictObject({
      ...rated,
      ...unknown.shape,
      atLeast: figure(unknown.shape.atLeast),
      atMost: figure(unknown.shape.atMost),
      sources: cited,
      label,
      page,
    }),
    z.strictObject({ ...rated, ...notApplicable.shape, sources: cited, label, worth, page }),
    z.strictObject({ ...rated, ...unrated.shape, label, page }),
  ])
  .meta({ id: 'Rating', title: 'One option, or one of its modes, on one criterion' });

const apiGroup = siteSchema.shape.groups
  .unwrap()
  .element.extend({ criteria: z.array(slug).describe('In order.') })
  .meta({ id: 'Group', title: 'A group of criteria' });

const scales = criterionSchema.shape.scale.options;

const anchor = (earns: string): z.ZodType =>
  z.union([z.number(), z.string()]).describe(`What ${earns}; a text on a scale of dates.`);

/** A scale as the first version had it: of a set, in one word what the absence of any member means. */
const apiScale = z.union(
  scales.map((scale) =>
    scale.shape.kind.value === 'quantity'
      ? scale.extend({ worst: anchor('earns 0'), best: anchor('earns 1') })
      : scale.shape.kind.value === 'set'
        ? scale.extend({
            exhaustive: z
              .boolean()
              .describe('Whether the absence of every member means no; see also “absence”.'),
          })
        : scale,
  ),
);

const apiCriterion = z
  .strictObject({
    slug,
    ...criterionSchema.omit({ order: true, defaults: true }).shape,
    scale: apiScale,
    shortName: text,
    page,
  })
  .meta({ id: 'Criterion', title: 'A ground for choosing' });

const modeShape = optionSchema.shape.modes.unwrap().element.shape;

const apiMode = z
  .strictObject({
    ...modeShape,
    slug,
    ratings: z
      .array(apiRating)
      .describe('On the criteria on which the modes of the option differ, in their order.'),
  })
  .meta({ id: 'Mode', title: 'A way of running an option that excludes its others' });

const optionShape = {
  slug,
  ...optionSchema.omit({ ratings: true, modes: true, sources: true, defaults: true }).shape,
  shortName: text,
  checked: day.optional().describe('The newest day on which any of its ratings was checked.'),
  page,
};

export const apiOptionSummary = z
  .strictObject(optionShape)
  .pick({
    slug: true,
    name: true,
    shortName: true,
    summary: true,
    kind: true,
    listing: true,
    maintainer: true,
    aliases: true,
    formerNames: true,
    formerSlugs: true,
    links: true,
    bestFor: true,
    notFor: true,
    checked: true,
    page: true,
  })
  .extend({ file: url.describe('All that is known of the option.') })
  .meta({ id: 'OptionSummary', title: 'A thing that can be chosen, in short' });

const apiOption = z
  .strictObject({
    ...optionShape,
    ratings: z
      .array(apiRating)
      .describe(
        'One on each criterion, in the order of the criteria; where modes differ, of the first.',
      ),
    modes: z.array(apiMode).describe('The first is what the ratings are of; empty for one way.'),
    sources: z.array(apiSource).describe('All that the option cites.'),
  })
  .meta({ id: 'Option', title: 'A thing that can be chosen' });

const apiQuestion = z
  .strictObject({ slug, ...questionSchema.omit({ order: true }).shape })
  .meta({ id: 'Question', title: 'A question and what its answers ask for' });

const apiScenario = z
  .strictObject({ slug, ...scenarioSchema.omit({ order: true, sources: true }).shape, page })
  .meta({ id: 'Scenario', title: 'A typical situation' });

const apiPractice = z
  .strictObject({ slug, ...practiceSchema.omit({ order: true, sources: true }).shape, page })
  .meta({ id: 'Case', title: 'A public account of what people had, and what they chose' });

const PARTS = [
  apiSource,
  apiRating,
  apiGroup,
  apiCriterion,
  apiMode,
  apiOptionSummary,
  apiOption,
  apiQuestion,
  apiScenario,
  apiPractice,
] as const;

/** Every file of the interface, by name; `options/<slug>` stands for one file per option. */
export const API_FILES = {
  index: z
    .strictObject({
      ...head,
      title: text,
      subject: text.describe('What is being compared.'),
      description: text,
      home: url,
      files: z.array(
        z.strictObject({
          name: text,
          url,
          mediaType: text,
          schema: url.optional(),
          description: text,
        }),
      ),
    })
    .describe('What there is, and where.'),
  options: z
    .strictObject({
      ...head,
      kinds: siteSchema.shape.kinds,
      toolAreas: siteSchema.shape.toolAreas,
      boxRoles: siteSchema.shape.boxRoles,
      options: z.array(apiOptionSummary),
    })
    .describe('All options in short, in alphabetical order of their names.'),
  option: z
    .strictObject({ ...head, option: apiOption })
    .describe('One option with its ratings and its sources.'),
  criteria: z
    .strictObject({ ...head, groups: z.array(apiGroup), criteria: z.array(apiCriterion) })
    .describe('All criteria with their scales, in order.'),
  ratings: z
    .strictObject({
      ...head,
      ratings: z.array(apiRating),
      otherModes: z
        .array(apiRating)
        .describe('Of modes but the first, where they differ: by option, mode and criterion.'),
    })
    .describe('All ratings, by option and then by criterion.'),
  sources: z
    .strictObject({ ...head, sources: z.array(apiSource) })
    .describe('All sources, by publisher and then by title.'),
  scenarios: z
    .strictObject({
      ...head,
      questions: z.array(apiQuestion).describe('What scenarios answer.'),
      scenarios: z.array(apiScenario),
    })
    .describe('All scenarios, with the questions that they answer.'),
  practice: z
    .strictObject({ ...head, cases: z.array(apiPractice) })
    .describe('What others had and chose, with the answers that come closest.'),
} as const;

export type ApiFile = keyof typeof API_FILES;

/**
 * The JSON Schema of a kind of file, as of draft 2020-12. Objects may hold more fields than it
 * names, because a later version of the same major number may add some.
 *
 * @param id the address of the schema itself
 */
export function apiJsonSchema(file: ApiFile, id: string): object {
  const { $schema, ...schema } = z.toJSONSchema(API_FILES[file], STYLE);
  return { $schema, $id: id, ...schema };
}

/** The schemas of all kinds of file and of what stands in them, by the name that OpenAPI gives them. */
export function apiComponents(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>();
  for (const [file, schema] of Object.entries(API_FILES)) {
    registry.add(schema, { id: componentName(file as ApiFile) });
  }
  for (const schema of PARTS) {
    const { id, ...meta } = schema.meta() ?? {};
    if (id !== undefined) registry.add(schema, { ...meta, id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    ...STYLE,
    uri: (id) => `#/components/schemas/${id}`,
  });
  // They are named by their place in the document; an address of their own may have no fragment.
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _, ...schema }]) => [name, schema]),
  );
}

/** The component that describes a kind of file. */
export function componentName(file: ApiFile): string {
  return `${file.charAt(0).toUpperCase()}${file.slice(1)}File`;
}

/** Text formats that JSON Schema knows; the content’s own are hints for editors. */
const STANDARD_FORMATS = ['date', 'uri'];

/** What the content’s schemas say to those who write, in words for those who read. */
const FOR_READERS = new Map([
  [sources.description, 'Ids of sources.'],
  [known.shape.why.description, 'Why the rubric gives this value.'],
  [known.shape.checked.description, 'The day on which the sources were last read.'],
]);

const STYLE = {
  target: 'draft-2020-12',
  io: 'output',
  override: ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    const { additionalProperties, format, description } = jsonSchema;
    if (additionalProperties === false) delete jsonSchema.additionalProperties;
    if (format !== undefined && !STANDARD_FORMATS.includes(format)) delete jsonSchema.format;
    const reworded = description === undefined ? undefined : FOR_READERS.get(description);
    if (reworded !== undefined) jsonSchema.description = reworded;
  },
} as const;
