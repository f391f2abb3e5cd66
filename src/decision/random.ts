/**
 * Reproducible random numbers: integer arithmetic alone, so that every machine draws the same. Each
 * quantity draws from a stream of its own, named by what it is, so that leaving one option out does
 * not change what is drawn for the others (common random numbers).
 */

/** Draws the next number of a stream: uniform in [0, 1), a multiple of 2^-32. */
export type Stream = () => number;

/** The stream of a name under a seed; the same two always give the same stream. */
export function stream(seed: number, name: string): Stream {
  // FNV-1a over the name, started from the seed, names the stream.
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  }
  return sfc32(hash, seed >>> 0, 0x9e3779b9, 1);
}

/** Chris Doty-Humphrey’s Small Fast Counting generator with 32-bit words (PractRand, 2010). */
function sfc32(a: number, b: number, c: number, counter: number): Stream {
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // The first draws of neighbouring seeds resemble one another.
  for (let i = 0; i < 12; i++) next();
  return next;
}
