/** Drawings whose parts do not fit together. */

import { faultAt, type Check } from '../content.ts';
import type { Fault } from '../fault.ts';
import { mustExist } from './references.ts';

export const checkTopologies: Check = (content) =>
  content.options.flatMap((option) =>
    option.data.topologies.flatMap((topology, t) => {
      const at = ['topologies', t] as const;
      const zones = topology.zones.map((zone) => zone.id);
      const boxes = topology.boxes.map((box) => box.id);
      const twice = (list: 'zones' | 'boxes', ids: readonly string[]): Fault[] =>
        ids.flatMap((id, i) =>
          ids.indexOf(id) === i
            ? []
            : [
                faultAt(option, [...at, list, i, 'id'], {
                  problem: 'Two parts of the drawing have the same id.',
                  found: id,
                  fix: 'Rename one of them.',
                }),
              ],
        );
      return [
        ...twice('zones', zones),
        ...twice('boxes', boxes),
        ...topology.boxes.flatMap((box, b) =>
          mustExist(option, [...at, 'boxes', b, 'zone'], box.zone, 'zone', zones),
        ),
        ...topology.links.flatMap((link, l) => [
          ...mustExist(option, [...at, 'links', l, 'from'], link.from, 'box', boxes),
          ...mustExist(option, [...at, 'links', l, 'to'], link.to, 'box', boxes),
        ]),
      ];
    }),
  );
