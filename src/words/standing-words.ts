/** What an option makes of filters, in words. */

import type { Band, Standing } from '../decision/filter.ts';

/** Which requirements a row fails, is not proven to meet, or is not subject to; empty for a match. */
export function standingText(
  { failed, unproven, inapplicable }: Standing,
  nameOf: (key: string) => string,
): string {
  const list = (keys: readonly string[]): string => keys.map(nameOf).join(', ');
  const parts = [
    ...(failed.length > 0 ? [`fails ${failed.length === 1 ? 'only ' : ''}${list(failed)}`] : []),
    ...(unproven.length > 0 ? [`not proven: ${list(unproven)}`] : []),
    ...(inapplicable.length > 0 ? [`not applicable: ${list(inapplicable)}`] : []),
  ].join('; ');
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

const BAND_WORDS: Readonly<Record<Exclude<Band, 'met'>, readonly [string, string]>> = {
  inapplicable: ['Not applicable', 'a filter asks for something that does not apply to'],
  unproven: ['Not proven', 'no public source settles it for'],
  failed: ['Not matching', 'a filter rules out'],
};

/** The head of the rows that are listed below the matches: “Not proven: no public source settles it for 3 options”. */
export function bandText(band: Exclude<Band, 'met'>, count: number): string {
  const [name, why] = BAND_WORDS[band];
  return `${name}: ${why} ${String(count)} ${count === 1 ? 'option' : 'options'}`;
}
