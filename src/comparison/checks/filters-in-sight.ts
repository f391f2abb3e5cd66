/** Filters of the matrix that are always in sight: of criteria and values that exist, figures to be typed. */

import { nameableValues } from '../../decision/requirement.ts';
import { faultAt, type Check } from '../content.ts';
import { hasOrder } from './presets.ts';
import { mustExist } from './references.ts';

export const checkFiltersInSight: Check = (content) =>
  content.site.data.quickFilters.flatMap(({ criterion: slug, values }, i) => {
    const at = ['quickFilters', i] as const;
    const missing = hasOrder(content, [...at, 'criterion'], slug);
    const scale = content.criteria.find((c) => c.slug === slug)?.data.scale;
    if (missing.length > 0 || scale === undefined) return missing;
    if ((scale.kind === 'quantity') === (values.length === 0)) {
      return values.flatMap(({ value }, v) =>
        mustExist(
          content.site,
          [...at, 'values', v, 'value'],
          value,
          'value',
          nameableValues(scale),
        ),
      );
    }
    return [
      faultAt(content.site, [...at, 'criterion'], {
        problem:
          scale.kind === 'quantity'
            ? 'The figure of a quantity is typed, so it has no values to tick.'
            : 'This filter has no values to tick.',
        found: slug,
        fix: scale.kind === 'quantity' ? 'Remove “values”.' : 'Name some under “values”.',
      }),
    ];
  });
