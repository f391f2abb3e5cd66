/** Runs of eight words, as hashes: enough to tell that a run is shared, not what it says. */

import { createHash } from 'node:crypto';

/** How many words make a run. */
const LENGTH = 8;

/** The words of a text, without case, markup and punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().normalize('NFKD').match(/[a-z0-9]+/g) ?? [];
}

/** Every run of eight words in a text, with its hash. */
export function shingles(text: string): { run: string; hash: string }[] {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - LENGTH + 1)).map((_, i) => {
    const run = words.slice(i, i + LENGTH).join(' ');
    return { run, hash: createHash('sha256').update(run).digest('hex').slice(0, 12) };
  });
}
