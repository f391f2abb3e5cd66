/** Scales that no rating could be read from. */

import { datePartOf } from '../../decision/calendar.ts';
import { levelsOf, type QuantityScale } from '../../decision/scale.ts';
import { isPrefixed, unitsOf } from '../../links/figure-text.ts';
import { RESERVED_SLUGS } from '../../links/reserved-slugs.ts';
import { faultAt, type Check, type Entry } from '../content.ts';
import { listNames, nearest, type Fault } from '../fault.ts';
import type { CriterionData } from '../schemas/criterion.ts';
import { mustExist } from './references.ts';

export const checkScales: Check = (content) =>
  content.criteria.flatMap((criterion) => [
    ...reserved(criterion),
    ...scaleFaults(criterion),
    ...basisFaults(criterion),
  ]);

function reserved(criterion: Entry<CriterionData>): Fault[] {
  if (!RESERVED_SLUGS.some((word) => word === criterion.slug)) return [];
  return [
    faultAt(criterion, [], {
      problem: 'This file name is a word that links use for themselves.',
      found: criterion.slug,
      allowed: `any slug but ${listNames(RESERVED_SLUGS)}`,
      fix: 'Rename the file.',
    }),
  ];
}

/** A basis for all ratings is of figures alone; one that the scale lacks is told where a rating takes it. */
function basisFaults(criterion: Entry<CriterionData>): Fault[] {
  const { scale, defaults } = criterion.data;
  if (defaults?.basis === undefined || scale.kind === 'quantity') return [];
  return [
    faultAt(criterion, ['defaults', 'basis'], {
      problem: 'Only figures have a basis.',
      found: defaults.basis,
      fix: 'Remove “basis”.',
    }),
  ];
}

function scaleFaults(criterion: Entry<CriterionData>): Fault[] {
  const { scale } = criterion.data;
  const list = { ordinal: 'levels', choice: 'values', set: 'members' };
  const field = scale.kind in list ? list[scale.kind as keyof typeof list] : 'bases';
  const named = scale.kind === 'quantity' ? scale.bases : levelsOf(scale);
  const slugs = named.map((level) => level.slug);
  const taken = slugs.flatMap((slug, i) =>
    RESERVED_SLUGS.some((word) => word === slug) && scale.kind !== 'quantity'
      ? [
          faultAt(criterion, ['scale', field, i, 'slug'], {
            problem: 'This slug is a word that links use for themselves.',
            found: slug,
            allowed: `any slug but ${listNames(RESERVED_SLUGS)}`,
            fix: 'Rename the level.',
          }),
        ]
      : [],
  );
  const faults = slugs.flatMap((slug, i) =>
    slugs.indexOf(slug) === i
      ? []
      : [
          faultAt(criterion, ['scale', field, i, 'slug'], {
            problem: 'Two entries of the scale have the same slug.',
            found: slug,
            fix: 'Rename one of them.',
          }),
        ],
  );

  faults.push(...taken);

  if (scale.kind === 'quantity') {
    faults.push(...unitFaults(criterion, scale));
    if (scale.worst === scale.best) {
      faults.push(
        faultAt(criterion, ['scale', 'best'], {
          problem: 'Both anchors are the same number, so every value would be worth the same.',
          found: String(scale.best),
          fix: 'Set “worst” to what earns nothing and “best” to what earns all.',
        }),
      );
    }
    for (const anchor of ['worst', 'best'] as const) {
      if (scale.spacing === 'logarithmic' && scale[anchor] <= 0) {
        faults.push(
          faultAt(criterion, ['scale', anchor], {
            problem: 'A logarithmic scale has no place for this anchor.',
            found: String(scale[anchor]),
            allowed: 'a number above zero',
            fix: 'Choose an anchor above zero, or a linear scale.',
          }),
        );
      }
    }
  }

  if (scale.kind === 'choice' && scale.preference !== undefined) {
    const { preference } = scale;
    const complete =
      preference.length === slugs.length && slugs.every((slug) => preference.includes(slug));
    if (!complete) {
      faults.push(
        faultAt(criterion, ['scale', 'preference'], {
          problem: 'The order of preference does not name each value exactly once.',
          found: preference.join(', '),
          allowed: listNames(slugs),
          fix: 'List all values, best first, or remove the order.',
        }),
      );
    }
  }

  if (scale.kind === 'set') {
    scale.members.forEach((member, i) => {
      (member.implies ?? []).forEach((implied, j) => {
        if (slugs.includes(implied)) return;
        faults.push(
          faultAt(criterion, ['scale', 'members', i, 'implies', j], {
            problem: 'The implied member is not in the list.',
            found: implied,
            allowed: listNames(slugs),
            nearest: nearest(implied, slugs),
            fix: 'Correct the name, or add the member.',
          }),
        );
      });
    });
  }
  return faults;
}

/** Units and prefixes that do not go together, and names of one of a unit that the scale does not have. */
function unitFaults(criterion: Entry<CriterionData>, scale: QuantityScale): Fault[] {
  const { unit, base, prefixes = [], singular = {} } = scale;
  const units = [...unitsOf(scale).keys()];
  const names = Object.keys(singular).flatMap((name) =>
    mustExist(criterion, ['scale', 'singular', name], name, 'unit', units, 'key'),
  );
  if (datePartOf(scale) !== null) {
    const odd = [
      ...(scale.spacing === 'logarithmic' ? ['spacing'] : []),
      ...(Object.keys(scale.multiples).length > 0 ? ['multiples'] : []),
      ...(['prefixes', 'base', 'digits', 'singular'] as const).filter(
        (field) => scale[field] !== undefined,
      ),
    ];
    return odd.map((field) =>
      faultAt(
        criterion,
        ['scale', field],
        {
          problem: 'Dates have no such thing.',
          found: field,
          fix: field === 'spacing' ? 'Write “spacing: linear”.' : 'Remove the field.',
        },
        field === 'spacing' ? 'value' : 'key',
      ),
    );
  }
  names.push(
    ...[unit, ...Object.keys(scale.multiples)].flatMap((name, i) => {
      const at = i === 0 ? ['scale', 'unit'] : ['scale', 'multiples', name];
      const part = i === 0 ? 'value' : 'key';
      if (/^[\d.,\s-]/.test(name)) {
        return [
          faultAt(
            criterion,
            at,
            {
              problem: 'No unit begins so: behind a number it could not be told from the number.',
              found: name,
              fix: 'Write a unit that begins with a letter or a sign such as %.',
            },
            part,
          ),
        ];
      }
      if (i === 0 || name !== unit) return [];
      return [
        faultAt(
          criterion,
          at,
          { problem: 'This is the unit of the scale itself.', found: name, fix: 'Remove it.' },
          part,
        ),
      ];
    }),
  );
  if (base === undefined || isPrefixed(unit, base, prefixes)) return names;
  return [
    ...names,
    faultAt(criterion, ['scale', 'base'], {
      problem: 'The unit is not this with a prefix.',
      found: `${base}, and the unit ${unit}`,
      allowed: prefixes.length === 0 ? 'a base where there are “prefixes”' : undefined,
      fix: 'Write the unit without its prefix, or list its multiples instead.',
    }),
  ];
}
