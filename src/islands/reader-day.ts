/** Days as the reader’s calendar has them. */

/** The day of a moment where the reader is, as YYYY-MM-DD; elsewhere it may be another. */
export function dayOf(moment: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const year = String(moment.getFullYear()).padStart(4, '0');
  return `${year}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
