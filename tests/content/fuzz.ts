/** Mutates links by their grammar, reproducibly. */

import { stream, type Stream } from '../../src/decision/random.ts';

const TOKENS = [
  '&', '=', ',', '/', '!', '..', '*', '-', '+', '?', '#', '%', '%2', '%00', '%E0%A4%A', '%F0%9F%92%A9',
  'v', 'on', 'q', 'sort', 'columns', 'options', 'rows', 'strict', 'levels', 'unproven', 'failed', 'differences', 'identical',
  'i.', 'r.', 'any', 'best', 'worst', 'max', 'yes', 'no', '0', '2048', '2GiB', '1e308', '-1', '99999999999999999999',
  'constructor', '__proto__', 'toString', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)',
  '\u0000', '\u202E', '\uD800', 'é', '𝕏', ' ', '\n', "'", '`', '${1}', '../../etc/passwd',
];

/** Makes mutants of some links and words, the same ones for the same seed. */
export function mutator(links: readonly string[], words: readonly string[], seed: number): () => string {
  const draw: Stream = stream(seed, 'mutations');
  const below = (n: number): number => Math.floor(draw() * n);
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '';
  return () => {
    let link = pick(links);
    for (let edits = 1 + below(4); edits > 0; edits--) {
      const at = below(link.length + 1);
      const parts = link.split('&');
      switch (below(7)) {
        case 0: // Put in a token of the grammar, or something hostile.
          link = link.slice(0, at) + pick(TOKENS) + link.slice(at);
          break;
        case 1: // Put in a name of the site.
          link = link.slice(0, at) + pick(words) + link.slice(at);
          break;
        case 2: // Cut something out.
          link = link.slice(0, at) + link.slice(at + 1 + below(8));
          break;
        case 3: // Say a part twice.
          link = [...parts, pick(parts)].join('&');
          break;
        case 4: // Turn the parts about.
          link = parts.toReversed().join('&');
          break;
        case 5: // Give one part the value of another link.
          link = [...parts, pick(pick(links).split('&'))].join('&');
          break;
        default: // Change a name for another.
          link = link.replace(/[\w-]+(?=[=,&]|$)/, pick(words));
      }
    }
    return link;
  };
}
