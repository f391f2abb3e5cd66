/** The most of a list that is in order already. */

/**
 * Places of the elements of a longest rising subsequence, by patience sorting. Piles are looked through
 * from the last one, which is short to send, and slow where there are many: two interleaved runs of
 * 5,000 take some 150 ms, which bisection would spare.
 *
 * @param values all different
 * @see Fredman, On computing the length of longest increasing subsequences, Discrete Mathematics 11, 1975
 */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  // The place of the least value that ends a rise of each length, and what comes before each value.
  const ends: number[] = [];
  const before = values.map((value, place) => {
    const length = ends.findLastIndex((end) => (values[end] ?? 0) < value) + 1;
    ends[length] = place;
    return ends[length - 1];
  });
  const rise = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) rise.add(place);
  return rise;
}
