/** Requirements as content writes them. */

import { parseClauses } from '../../links/clause-text.ts';
import { isImpossible } from '../../decision/requirement.ts';
import { faultAt, type Content, type Entry } from '../content.ts';
import type { FieldPath } from '../document.ts';
import type { Fault } from '../fault.ts';
import { mustExist } from './references.ts';

/** Faults of a requirement: it must be of a criterion that exists, be read, and not ask the impossible. */
export function requirementFaults(
  content: Content,
  entry: Entry<unknown>,
  path: FieldPath,
  slug: string,
  text: string,
): Fault[] {
  const missing = mustExist(entry, path, slug, 'criterion', content.slugs('criteria'), 'key');
  if (missing.length > 0) return missing;
  const found = content.criteria.find((c) => c.slug === slug);
  if (found === undefined) return [];
  const criterion = { slug, name: found.data.name, scale: found.data.scale };
  const { clauses, unread } = parseClauses(criterion, text);
  if (unread.length > 0) {
    return unread.map(({ token, why }) =>
      faultAt(entry, path, {
        problem: `The requirement ${why}.`,
        found: token,
        fix: `Write it as links do; the scale is in ${found.document.file}.`,
      }),
    );
  }
  if (!isImpossible(criterion.scale, clauses)) return [];
  return [
    faultAt(entry, path, {
      problem: 'No option could ever satisfy this.',
      found: text,
      fix: 'Loosen it; the parts of a requirement must all hold at once.',
    }),
  ];
}
