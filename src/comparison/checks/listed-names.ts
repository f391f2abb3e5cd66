/** Names that would not fit into a list, the head of a column or a link. */

import { levelsOf } from '../../decision/scale.ts';
import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { quote, type Fault } from '../fault.ts';

/** In characters. */
const LONGEST = 120;

/** Lists of site.yaml whose entries have names. */
const NAMED = ['groups', 'kinds', 'families', 'presets', 'toolAreas', 'boxRoles'] as const;

/** Where the levels of a scale stand. */
const LEVELS = { ordinal: 'levels', choice: 'values', set: 'members' } as const;

export const checkNames: Check = ({ options, criteria, site }) => [
  ...nameFaults(site, ['title'], site.data.title),
  ...NAMED.flatMap((list) =>
    site.data[list].flatMap(({ name }, i) => nameFaults(site, [list, i, 'name'], name)),
  ),
  ...criteria.flatMap((criterion) => {
    const { scale } = criterion.data;
    if (scale.kind === 'flag' || scale.kind === 'text') return [];
    const [list, levels] =
      scale.kind === 'quantity' ? ['bases', scale.bases] : [LEVELS[scale.kind], levelsOf(scale)];
    return [
      ...(scale.kind === 'quantity' ? nameFaults(criterion, ['scale', 'unit'], scale.unit) : []),
      ...levels.flatMap(({ label }, i) =>
        nameFaults(criterion, ['scale', list, i, 'label'], label),
      ),
    ];
  }),
  ...[...options, ...criteria].flatMap((entry) => [
    ...nameFaults(entry, ['name'], entry.data.name),
    ...nameFaults(entry, ['shortName'], entry.data.shortName),
  ]),
  ...options.flatMap((option) =>
    option.data.modes.flatMap(({ name }, m) => nameFaults(option, ['modes', m, 'name'], name)),
  ),
];

function nameFaults(entry: Entry<unknown>, path: FieldPath, name = ''): Fault[] {
  const length = Array.from(name).length;
  if (!/[\n\t]/.test(name) && length <= LONGEST) return [];
  return [
    faultAt(entry, path, {
      problem: 'This is no name for a list, the head of a column or a link.',
      found: quote(name),
      allowed: `text on one line, up to ${String(LONGEST)} characters`,
      fix:
        length > LONGEST
          ? 'Shorten it; what it is may stand in the summary.'
          : 'Write it on one line.',
    }),
  ];
}
