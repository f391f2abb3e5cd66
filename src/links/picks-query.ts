/** Options picked to be compared, as links name them: a small module, since every page has the tray. */

/** The key of a link that options stand under. */
export const OPTIONS_KEY = 'options';

/** Options, each in a mode, as the text of that key: `a,b~m`. */
export const formatOptions = (ways: readonly string[]): string => ways.join(',');

/** The query string of a link that compares these options and asks nothing else. */
export const picksQuery = (ways: readonly string[]): string =>
  `${OPTIONS_KEY}=${formatOptions(ways)}`;
