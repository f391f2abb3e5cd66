/** The ids that a built page has, compared with those that the validator takes it to have. */

import type { HTMLElement } from 'node-html-parser';
import type { PageParts } from '../src/comparison/page-parts.ts';

/** Where the two differ, in words; empty if they do not. */
export function wrongIds(path: string, page: HTMLElement, expected: PageParts): readonly string[] {
  const built = page
    .querySelectorAll('[id]')
    .filter((element) => !isAside(element))
    .map((element) => element.getAttribute('id') ?? '');
  const ids = new Set(built);
  const there = new Set(expected.parts.flatMap((part) => (part.isThere === false ? [] : part.id)));
  const certain = expected.parts
    .filter((part) => part.isThere === true && part.isPlace && !part.isByScript)
    .map(({ id }) => id);
  return [
    ...(expected.isWhole ? [] : [`${path} is not known as a whole`]),
    ...(ids.size === built.length ? [] : [`${path} has an id twice`]),
    ...built.filter((id) => !there.has(id)).map((id) => `${path}#${id} is unknown`),
    ...certain.filter((id) => !ids.has(id)).map((id) => `${path}#${id} is missing`),
  ];
}

/** Whether an element is shown on demand or never: panels, controls and data for scripts. */
function isAside(element: HTMLElement | null): boolean {
  return (
    element !== null &&
    (/^(?:TEMPLATE|SCRIPT|INPUT)$/.test(element.tagName) ||
      element.hasAttribute('popover') ||
      isAside(element.parentNode))
  );
}
