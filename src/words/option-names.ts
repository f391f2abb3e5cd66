/** The names of the options as a page looks them up, so that what was picked before is still right. */

import type { Mode, Named } from '../decision/model.ts';
import { partsOfWay, wayTo } from '../links/option-list.ts';

/** By the name that links have for it: the name for readers, then former slugs. */
type NamesBySlug = Readonly<Record<string, readonly [name: string, ...former: string[]]>>;

/** The names of options, and of their modes but for the first: `k3s`, `k3s~ha`. */
export type OptionNames = NamesBySlug;

/** The name of an option in a mode, in few words: “K3s, three servers”. */
export const nameInMode = (option: string, mode: string): string => `${option}, ${mode}`;

/** Packs the names of options. */
export function packOptionNames(
  options: readonly (Named & {
    readonly shortName: string;
    readonly modes: readonly Pick<Mode, 'slug' | 'formerSlugs' | 'name'>[];
  })[],
): OptionNames {
  return Object.fromEntries(
    options.flatMap(({ slug, shortName, formerSlugs, modes }) => [
      [slug, [shortName, ...formerSlugs]],
      ...modes
        .slice(1)
        .map((mode) => [
          wayTo(slug, mode.slug),
          [nameInMode(shortName, mode.name), ...mode.formerSlugs],
        ]),
    ]) as [string, [string, ...string[]]][],
  );
}

/**
 * The option that has a slug, or had it once, in the mode that is named; in its first mode where that is
 * gone; undefined where there is no such option.
 */
export function optionNamed(
  names: OptionNames,
  way: string,
): { readonly slug: string; readonly name: string } | undefined {
  const keys = Object.keys(names);
  const find = (
    slug: string,
    keyOf: (slug: string) => string,
    among: readonly string[],
  ): string | undefined =>
    among.find((key) => key === keyOf(slug)) ??
    among.find((key) => names[key]?.slice(1).includes(slug));
  const { option: named, mode } = partsOfWay(way);
  const isOption = (key: string): boolean => partsOfWay(key).mode === null;
  const option = find(named, (slug) => slug, keys.filter(isOption));
  if (option === undefined) return undefined;
  const modes = keys.filter((key) => !isOption(key) && partsOfWay(key).option === option);
  const slug = (mode === null ? undefined : find(mode, (m) => wayTo(option, m), modes)) ?? option;
  const name = names[slug]?.[0];
  return name === undefined ? undefined : { slug, name };
}
