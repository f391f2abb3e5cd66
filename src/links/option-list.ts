/**
 * Options as links name them, each in one of its modes.
 *
 *     way  = option [ "~" mode ]
 *     list = way *( "," way )
 *
 * `tea` is the first mode of an option, and so is that mode named; no slug holds a tilde or a comma.
 */

import type { Tell } from './keys.ts';
import { splitList } from './query.ts';
import { byAnySlug, type Choosable } from './vocabulary.ts';

/** An option in a mode, as links name it; in its first mode for null. */
export const wayTo = (option: string, mode: string | null): string =>
  mode === null ? option : `${option}~${mode}`;

/** The slugs in the name of an option in a mode; the mode is null where none is named. */
export function partsOfWay(way: string): { readonly option: string; readonly mode: string | null } {
  const at = way.indexOf('~');
  return at < 0
    ? { option: way, mode: null }
    : { option: way.slice(0, at), mode: way.slice(at + 1) };
}

/**
 * The one present name of an option in a mode, from any that it has or had. A mode that is gone is told
 * and falls back to the option.
 *
 * @returns undefined where there is no such option, which is told too
 */
function presentWay(
  known: readonly Choosable[],
  way: string,
  tell: Tell = () => undefined,
): string | undefined {
  const named = partsOfWay(way);
  const option = byAnySlug(known, named.option);
  if (option === undefined) {
    tell(way, 'is not an option of this site');
    return undefined;
  }
  if (named.mode === null) return option.slug;
  const mode = byAnySlug(option.modes, named.mode);
  if (mode === undefined)
    tell(way, 'names a mode that this site does not have; the usual one is shown');
  return wayTo(option.slug, mode === undefined || mode === option.modes[0] ? null : mode.slug);
}

/** The present names of options that were picked, each once; what is gone is left out. */
export const presentWays = (
  known: readonly Choosable[],
  ways: readonly string[],
): readonly string[] => [...new Set(ways.flatMap((way) => presentWay(known, way) ?? []))];

/** Reads options in the order given, each in each mode once; whatever cannot be followed is told. */
export function parseOptions(
  known: readonly Choosable[],
  text: string,
  tell: Tell,
): readonly string[] {
  const ways: string[] = [];
  for (const token of splitList(text, tell)) {
    const way = presentWay(known, token.trim(), tell);
    if (way === undefined) continue;
    if (ways.includes(way)) tell(token, 'is here twice; the first one counts');
    else ways.push(way);
  }
  return ways;
}
