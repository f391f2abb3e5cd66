/** Names that would not fit into a list, the head of a column or a link. */

import { faultAt, type Check, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { quote, type Fault } from '../fault.ts';

/** In characters. */
const LONGEST = 120;

export const checkNames: Check = ({ options, criteria }) => [
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
