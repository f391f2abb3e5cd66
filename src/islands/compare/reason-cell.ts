/** Why an option is rated as it is on a criterion, for the cell below that of the rating. */

import { reasonsOfMode } from '../../words/reason.ts';
import { make } from '../dom.ts';
import { optionReasons, sourceList, wrongLink } from '../fetched-reasons.ts';

interface Place {
  readonly option: string;
  /** Null where the option has no modes. */
  readonly mode: string | null;
  readonly criterion: string;
}

/**
 * The reason, fetched.
 *
 * @param base the path under which the site lives
 * @param correct the address of the empty form for corrections; undefined where there is none
 * @throws {Error} if it cannot be had
 */
export async function reasonAt(
  { option, mode, criterion }: Place,
  base: string,
  correct: string | undefined,
): Promise<readonly (Node | string)[]> {
  const reason = reasonsOfMode(await optionReasons(base, option), mode)[criterion];
  if (reason === undefined) return ['Nobody has looked yet.'];
  const { why, notes, basis } = reason;
  return [
    ...[why, ...notes].map((text) => make('p', {}, text)),
    make('p', { className: 'text-xs text-soft' }, basis),
    sourceList(reason),
    ...(correct === undefined ? [] : [wrongLink(correct, option, criterion)]),
  ];
}
