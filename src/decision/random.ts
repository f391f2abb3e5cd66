/**
 * Reproducible random numbers: integer arithmetic alone, so that every machine draws the same. Each
 * quantity draws from a stream of its own, named by what it is, so that leaving one option out does
 * not change what is drawn for the others (common random numbers).
 */

/** Draws the next number of a stream: uniform in [0, 1), a multiple of 2^-32. */
export type Stream = () => number;

/** The stream of a name under a seed; the same two always give the same stream. */
export function stream(seed: number, name: string): Stream {
  const state = new Int32Array(WORDS);
  begin(state, 0, seed, name);
  return () => step(state, 0);
}

/**
 * The streams of several names, drawn from together: each gives what `stream` gives.
 *
 * @returns a function that fills its argument with the next number of each, in the order of the names
 */
export function streams(seed: number, names: readonly string[]): (into: Float64Array) => void {
  const state = new Int32Array(WORDS * names.length);
  names.forEach((name, i) => {
    begin(state, WORDS * i, seed, name);
  });
  return (into) => {
    for (let i = 0; i < names.length; i++) into[i] = step(state, WORDS * i);
  };
}

/** The words of a generator: three of state and a counter. */
const WORDS = 4;

function begin(state: Int32Array, at: number, seed: number, name: string): void {
  // FNV-1a over the name, started from the seed, names the stream.
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  state.set([hash, seed, 0x9e3779b9, 1], at);
  // The first draws of neighbouring seeds resemble one another.
  for (let i = 0; i < 12; i++) step(state, at);
}

/** Chris Doty-Humphrey’s Small Fast Counting generator with 32-bit words (PractRand, 2010). */
function step(state: Int32Array, at: number): number {
  const a = state[at] ?? 0;
  const b = state[at + 1] ?? 0;
  const c = state[at + 2] ?? 0;
  const counter = state[at + 3] ?? 0;
  const sum = (a + b + counter) | 0;
  state[at] = b ^ (b >>> 9);
  state[at + 1] = (c + (c << 3)) | 0;
  state[at + 2] = (((c << 21) | (c >>> 11)) + sum) | 0;
  state[at + 3] = (counter + 1) | 0;
  return (sum >>> 0) / 4294967296;
}
