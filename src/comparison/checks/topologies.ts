/** Drawings whose parts do not fit together, and places for drawings that are not there. */

import { faultAt, type Check, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, nearest, type Fault } from '../fault.ts';
import type { TopologyData } from '../schemas/topology.ts';
import { mustExist } from './references.ts';

export const checkTopologies: Check = (content) => [
  ...content.options.flatMap((option) =>
    option.data.topologies.flatMap((topology, t) => [
      ...parts(content, option, ['topologies', t], topology),
      ...(topology.modes ?? []).flatMap((mode, m) =>
        mustExist(option, ['topologies', t, 'modes', m], mode, 'mode', modesOf(option)),
      ),
    ]),
  ),
  ...content.guides.flatMap((guide) => [
    ...unique(guide, ['drawings'], guide.data.drawings),
    ...guide.data.drawings.flatMap((drawing, d) => parts(content, guide, ['drawings', d], drawing)),
  ]),
  ...content.all
    .filter(({ collection }) => collection !== 'guides')
    .flatMap((entry) => placed(entry, [])),
  ...content.guides.flatMap((guide) => placed(guide, guide.data.drawings)),
  ...content.guides.flatMap((guide) => unplaced(guide)),
];

const modesOf = ({ data }: Content['options'][number]): readonly string[] =>
  data.modes.map(({ slug }) => slug);

function parts(
  { site }: Content,
  entry: Entry<unknown>,
  at: FieldPath,
  topology: TopologyData,
): Fault[] {
  const roles = site.data.boxRoles.map((role) => role.slug);
  const zones = topology.zones.map((zone) => zone.id);
  const boxes = topology.boxes.map((box) => box.id);
  return [
    ...unique(entry, [...at, 'zones'], topology.zones),
    ...unique(entry, [...at, 'boxes'], topology.boxes),
    ...topology.boxes.flatMap((box, b) =>
      mustExist(entry, [...at, 'boxes', b, 'zone'], box.zone, 'zone', zones),
    ),
    ...topology.boxes.flatMap(({ role }, b) =>
      role === undefined
        ? []
        : mustExist(entry, [...at, 'boxes', b, 'role'], role, 'box role', roles),
    ),
    ...topology.links.flatMap((link, l) => [
      ...mustExist(entry, [...at, 'links', l, 'from'], link.from, 'box', boxes),
      ...mustExist(entry, [...at, 'links', l, 'to'], link.to, 'box', boxes),
    ]),
  ];
}

function unique(entry: Entry<unknown>, at: FieldPath, list: readonly { id: string }[]): Fault[] {
  const ids = list.map((item) => item.id);
  return ids.flatMap((id, i) =>
    ids.indexOf(id) === i
      ? []
      : [
          faultAt(entry, [...at, i, 'id'], {
            problem: 'Two parts of the drawing have the same id.',
            found: id,
            fix: 'Rename one of them.',
          }),
        ],
  );
}

/** Drawings that nobody would see; where prose cannot be read whole, it may place them. */
function unplaced(guide: Content['guides'][number]): Fault[] {
  const { drawings, isSound } = guide.prose;
  const ids = drawings.map(({ target }) => target);
  const declared = guide.data.drawings.map(({ id }) => id);
  if (!isSound || ids.some((id) => !declared.includes(id))) return [];
  return declared.flatMap((id, d) =>
    ids.includes(id)
      ? []
      : [
          faultAt(guide, ['drawings', d, 'id'], {
            problem: 'The prose does not place this drawing, so nobody would see it.',
            found: id,
            fix: `Put <Drawing id="${id}" /> where it belongs, or remove it.`,
          }),
        ],
  );
}

/** Every drawing that prose places must be declared in the same file. */
function placed(entry: Entry<unknown>, drawings: readonly { id: string }[]): Fault[] {
  const declared = drawings.map((drawing) => drawing.id);
  const targets = entry.prose.drawings.map(({ target }) => target);
  return entry.prose.drawings.flatMap(({ target, line, column }, i) => {
    const place = { file: entry.document.file, line, column, field: 'prose', found: target };
    if (!declared.includes(target)) {
      return [
        {
          ...place,
          problem: 'There is no drawing of this name in this file.',
          allowed: listNames(declared),
          nearest: nearest(target, declared),
          fix: 'Correct the id, or declare the drawing under “drawings”.',
        },
      ];
    }
    if (targets.indexOf(target) === i) return [];
    return [
      {
        ...place,
        problem: 'This drawing is placed already.',
        fix: 'Keep one of the two; a link can lead to the other.',
      },
    ];
  });
}
