/** The names of the options as a page looks them up, so that what was picked before is still right. */

import type { Named } from '../decision/model.ts';

/** By slug: the name, then the former slugs. */
export type OptionNames = Readonly<Record<string, readonly [name: string, ...former: string[]]>>;

/** Packs the names of options. */
export function packOptionNames(
  options: readonly (Pick<Named, 'slug' | 'formerSlugs'> & { readonly shortName: string })[],
): OptionNames {
  return Object.fromEntries(
    options.map(({ slug, shortName, formerSlugs }) => [slug, [shortName, ...formerSlugs]]),
  );
}

/** The option that has a slug, or had it once; undefined where there is none. */
export function optionNamed(
  names: OptionNames,
  slug: string,
): { readonly slug: string; readonly name: string } | undefined {
  const present = Object.hasOwn(names, slug) ? slug : undefined;
  const found = present ?? Object.keys(names).find((key) => names[key]?.slice(1).includes(slug));
  const name = found === undefined ? undefined : names[found]?.[0];
  return found === undefined || name === undefined ? undefined : { slug: found, name };
}
