/** Names that readers type to choose one of many. */

import { foldText } from '../decision/filter.ts';

/** What has a slug and a name. */
interface Nameable {
  readonly slug: string;
  readonly name: string;
}

/** Each with a name that no other has: where several have the same, the slug is added. */
export function distinctNames(entries: readonly Nameable[]): readonly Nameable[] {
  const counts = new Map<string, number>();
  for (const { name } of entries) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  return entries.map(({ slug, name }) => ({
    slug,
    name: counts.get(plain(name)) === 1 ? name : `${name} (${slug})`,
  }));
}

/**
 * The slug that a typed text means: that of the entry with this name or slug, whatever its capitals;
 * else of the only one whose name begins so; else of the only one whose name holds it.
 *
 * @returns undefined where it means none, or not one alone
 */
export function slugTyped(entries: readonly Nameable[], typed: string): string | undefined {
  const text = plain(typed);
  if (text === '') return undefined;
  const exact = entries.find(({ slug, name }) => plain(name) === text || slug === text);
  if (exact !== undefined) return exact.slug;
  for (const fits of [
    (name: string) => name.startsWith(text),
    (name: string) => name.includes(text),
  ]) {
    const found = entries.filter(({ name }) => fits(plain(name)));
    if (found.length > 0) return found.length === 1 ? found[0]?.slug : undefined;
  }
  return undefined;
}

const plain = (text: string): string => foldText(text).trim().replaceAll(/\s+/g, ' ');
