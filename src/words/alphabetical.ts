/** The order in which names are listed, and under which letter. */

/**
 * Compares two names as a reader of a language looks them up, figures within them by their size:
 * “m5.2xlarge” before “m5.12xlarge”.
 *
 * @param language a language tag, as in “en-GB”
 * @returns below 0 where `a` comes first, above 0 where `b` does, 0 where they are the same
 */
export function alphabetically(a: string, b: string, language: string): number {
  const collator = collators.get(language) ?? new Intl.Collator(language, { numeric: true });
  collators.set(language, collator);
  return collator.compare(a, b);
}

/** Made once for each language: to make one takes longer than to order a name by it. */
const collators = new Map<string, Intl.Collator>();

/** The letter under which a name is looked up, as a capital without accents; “0” for what begins with none. */
export function initial(name: string): string {
  const [first = ''] = name.normalize('NFD').toUpperCase();
  return /\p{L}/u.test(first) ? first : '0';
}
