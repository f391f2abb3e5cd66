/** Names that must exist elsewhere: criteria, options, kinds, groups, and the roles of site.yaml. */

import { levelsOf } from '../../decision/scale.ts';
import { criteriaMeant } from './misnamed-ratings.ts';
import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, nearest, type Fault } from '../fault.ts';

/** A fault unless `name` is one of `legal`. */
export function mustExist(
  entry: Entry<unknown>,
  path: FieldPath,
  name: string,
  noun: string,
  legal: readonly string[],
  part: 'key' | 'value' = 'value',
): Fault[] {
  if (legal.includes(name)) return [];
  return [
    faultAt(
      entry,
      path,
      {
        problem: `There is no ${noun} of this name.`,
        found: name,
        allowed: listNames(legal.toSorted()),
        nearest: nearest(name, legal),
        fix: `Correct the name, or add the ${noun}.`,
      },
      part,
    ),
  ];
}

/** A fault unless `name` is one of `legal`, or there are neither. */
function mustBelong(
  entry: Entry<unknown>,
  path: FieldPath,
  name: string | undefined,
  noun: string,
  legal: readonly string[],
): Fault[] {
  if (name !== undefined) return mustExist(entry, path, name, noun, legal);
  if (legal.length === 0) return [];
  return [
    faultAt(
      entry,
      path,
      {
        problem: `The ${noun} is missing.`,
        allowed: listNames(legal.toSorted()),
        fix: `Say which ${noun} of site.yaml it belongs to.`,
      },
      'key',
    ),
  ];
}

/** A fault unless there is a question of this name, with an answer of this name. */
export function mustBeAnswer(
  content: Content,
  entry: Entry<unknown>,
  question: string,
  questionPath: FieldPath,
  answer: string | readonly string[],
  answerPath: FieldPath,
): Fault[] {
  const known = content.questions.find((q) => q.slug === question);
  if (known === undefined) {
    const legal = content.slugs('questions');
    return mustExist(entry, questionPath, question, 'question', legal, 'key');
  }
  const given = [answer].flat();
  const missing = given.flatMap((slug, i) => {
    const path = Array.isArray(answer) ? [...answerPath, i] : answerPath;
    return mustExist(entry, path, slug, 'answer', slugsOf(known.data.answers));
  });
  if (missing.length > 0 || given.length < 2 || known.data.several) return missing;
  return [
    faultAt(entry, answerPath, {
      problem: 'Only one answer can be given to this question.',
      found: given.join(', '),
      fix: 'Keep one of them.',
    }),
  ];
}

export const checkReferences: Check = (content) => [
  ...siteRoles(content),
  ...content.criteria.flatMap((c) =>
    mustBelong(c, ['group'], c.data.group, 'group', slugsOf(content.site.data.groups)),
  ),
  ...content.criteria.flatMap((c) =>
    c.data.family === undefined
      ? []
      : mustExist(c, ['family'], c.data.family, 'family', slugsOf(content.site.data.families)),
  ),
  ...content.options.flatMap((o) =>
    mustBelong(o, ['kind'], o.data.kind, 'kind', slugsOf(content.site.data.kinds)),
  ),
  ...content.options.flatMap((o) =>
    o.data.tooling.flatMap(({ area }, i) =>
      mustBelong(
        o,
        ['tooling', i, 'area'],
        area,
        'tool area',
        slugsOf(content.site.data.toolAreas),
      ),
    ),
  ),
  ...content.options.flatMap((o) =>
    Object.keys(o.data.ratings).flatMap((slug) =>
      mustExist(o, ['ratings', slug], slug, 'criterion', content.slugs('criteria'), 'key').map(
        (fault) => ({ ...fault, nearest: criteriaMeant(content, o).get(slug) ?? fault.nearest }),
      ),
    ),
  ),
  ...content.options.flatMap((o) =>
    o.data.instead.flatMap(({ option, criterion }, i) => [
      ...mustExist(o, ['instead', i, 'option'], option, 'option', content.slugs('options')),
      ...mustExist(
        o,
        ['instead', i, 'criterion'],
        criterion,
        'criterion',
        content.slugs('criteria'),
      ),
    ]),
  ),
  ...content.options.flatMap((o) =>
    Object.entries(o.data.firstWhen ?? {}).flatMap(([question, answer]) => {
      const path = ['firstWhen', question];
      return mustBeAnswer(content, o, question, path, answer, path);
    }),
  ),
  ...content.published.flatMap((p) => publishedNames(content, p)),
];

const slugsOf = (named: readonly { slug: string }[]): string[] => named.map((n) => n.slug);

function siteRoles(content: Content): Fault[] {
  const { site } = content;
  const criteria = content.slugs('criteria');
  const lists = (['headline', 'glance', 'facts', 'defaultView'] as const).flatMap((role) =>
    site.data[role].flatMap((slug, i) => mustExist(site, [role, i], slug, 'criterion', criteria)),
  );
  lists.push(
    ...site.data.families.flatMap(({ slug }, i) =>
      criteria.includes(slug)
        ? [
            faultAt(site, ['families', i, 'slug'], {
              problem: 'A criterion has this name, so a weight could be of either.',
              found: slug,
              fix: 'Choose another.',
            }),
          ]
        : [],
    ),
  );
  if (site.data.lifecycle === undefined) return lists;
  const { criterion, current, ending, ended } = site.data.lifecycle;
  const lifecycle = mustExist(site, ['lifecycle', 'criterion'], criterion, 'criterion', criteria);
  const entry = content.criteria.find((c) => c.slug === criterion);
  const levels = entry === undefined ? [] : slugsOf(levelsOf(entry.data.scale));
  const values =
    entry === undefined
      ? []
      : [
          ...mustExist(site, ['lifecycle', 'current'], current, 'level', levels),
          ...ending.flatMap((slug, i) =>
            mustExist(site, ['lifecycle', 'ending', i], slug, 'level', levels),
          ),
          ...ended.flatMap((slug, i) =>
            mustExist(site, ['lifecycle', 'ended', i], slug, 'ending level', ending),
          ),
        ];
  const home = (site.data.home?.options ?? []).flatMap((slug, i) =>
    mustExist(site, ['home', 'options', i], slug, 'option', content.slugs('options')),
  );
  return [...lists, ...home, ...lifecycle, ...values];
}

function publishedNames(content: Content, entry: Content['published'][number]): Fault[] {
  const options = content.slugs('options');
  const criteria = content.slugs('criteria');
  const columns = Object.keys(entry.data.criteria);
  // Cells of a column whose name is wrong where it is explained are right once that name is.
  const isMeant = (column: string): boolean =>
    criteria.includes(column) && columns.some((name) => !criteria.includes(name));
  return [
    ...columns.flatMap((slug) =>
      mustExist(entry, ['criteria', slug], slug, 'criterion', criteria, 'key'),
    ),
    ...entry.data.versions.flatMap((version, v) =>
      version.rows.flatMap((row, r) => {
        const path = ['versions', v, 'rows', r] as const;
        const notes = version.footnotes.map((f) => f.id);
        return [
          ...mustExist(entry, [...path, 'option'], row.option, 'option', options),
          ...Object.entries(row.cells).flatMap(([column, cell]) => [
            ...(isMeant(column)
              ? []
              : mustExist(entry, [...path, 'cells', column], column, 'column', columns, 'key')),
            ...cell.marks.flatMap((mark, m) =>
              mustExist(entry, [...path, 'cells', column, 'marks', m], mark, 'footnote', notes),
            ),
          ]),
        ];
      }),
    ),
  ];
}
