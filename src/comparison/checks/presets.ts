/** Presets of the matrix: of criteria that exist, and that can be filtered and sorted by. */

import { faultAt, type Check, type Content } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, type Fault } from '../fault.ts';
import { mustExist } from './references.ts';
import { requirementFaults } from './requirements.ts';

export const checkPresets: Check = (content) =>
  content.site.data.presets.flatMap(({ columns, requires, sort, asks }, p) => {
    const at = ['presets', p] as const;
    return [
      ...columns.flatMap((slug, i) => exists(content, [...at, 'columns', i], slug)),
      ...Object.entries(requires).flatMap(([slug, text]) =>
        requirementFaults(content, content.site, [...at, 'requires', slug], slug, text),
      ),
      ...(sort === undefined ? [] : hasOrder(content, [...at, 'sort'], sort)),
      ...asks.flatMap((slug, i) => hasOrder(content, [...at, 'asks', i], slug)),
    ];
  });

function exists(content: Content, path: FieldPath, slug: string): Fault[] {
  return mustExist(content.site, path, slug, 'criterion', content.slugs('criteria'));
}

/** A fault unless there is such a criterion, and it is more than described. */
export function hasOrder(content: Content, path: FieldPath, slug: string): Fault[] {
  const missing = exists(content, path, slug);
  const criterion = content.criteria.find((c) => c.slug === slug);
  if (missing.length > 0 || criterion?.data.scale.kind !== 'text') return missing;
  const others = content.criteria.filter((c) => c.data.scale.kind !== 'text').map((c) => c.slug);
  return [
    faultAt(content.site, path, {
      problem: 'This criterion is only described, so nothing can be filtered or sorted by it.',
      found: slug,
      allowed: listNames(others.toSorted()),
      fix: 'Name another criterion.',
    }),
  ];
}
