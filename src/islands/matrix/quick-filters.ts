/** The filters that are always in sight. The page has their controls; here they come to life. */

import { find } from '../dom.ts';
import { bindBox, bindField, facetOf } from './facet.ts';
import type { Change, Update } from './follower.ts';
import type { Model, Shown } from './shown.ts';

/** Binds each filter in a row to what is asked of its criterion. */
export function quickFilters(row: HTMLElement, model: Model, change: Change, shown: Shown): Update {
  const filters = [...row.querySelectorAll<HTMLElement>('[data-criterion]')].map((element) => {
    const criterion = model.criterion(element.dataset.criterion ?? '');
    const facet = facetOf(model, criterion, change, shown);
    const boxes = [...element.querySelectorAll<HTMLInputElement>('[type=checkbox]')].map((box) => {
      const count = find(box.labels?.[0] ?? element, '.count', HTMLElement);
      return bindBox(facet, box, count, box.value, 'required', () => 'all');
    });
    const { scale } = criterion;
    const fields =
      scale.kind === 'quantity'
        ? [
            bindField(
              facet,
              scale,
              find(element, 'input', HTMLInputElement),
              find(element, '.reading', HTMLElement),
            ),
          ]
        : [];
    return { facet, controls: [...boxes, ...fields] };
  });
  return (next) => {
    for (const { facet, controls } of filters) {
      facet.update(next);
      for (const update of controls) update();
    }
  };
}
