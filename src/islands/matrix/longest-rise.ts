/** The most of a list that is in order already. */

/**
 * Places of the elements of a longest rising subsequence, by patience sorting. Piles are few in what
 * is to be sorted anew, so they are looked through from the last one, without bisection.
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
