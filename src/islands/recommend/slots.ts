/** Which questions are shown as the most useful next: what was answered there stays in its place. */

/** So many open questions are shown. */
const OPEN = 3;

/**
 * The questions to show, in order: up to the last that is answered as they were, then the most useful.
 *
 * @param before what was shown
 * @param answered questions that are answered
 * @param useful questions that are not, most useful first
 */
export function keptSlots(
  before: readonly string[],
  answered: readonly string[],
  useful: readonly string[],
): readonly string[] {
  const last = before.findLastIndex((slug) => answered.includes(slug));
  const kept = before
    .slice(0, last + 1)
    .filter((slug) => answered.includes(slug) || useful.includes(slug));
  const open = kept.filter((slug) => !answered.includes(slug)).length;
  const fresh = useful.filter((slug) => !kept.includes(slug));
  return [...kept, ...fresh.slice(0, Math.max(0, OPEN - open))];
}
