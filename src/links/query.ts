/**
 * Query strings as lists of named texts. Readable is the aim: of the characters that a query may
 * hold as they are, those of the link grammar are left as they are.
 *
 *     query = [ "?" ] [ pair *( "&" pair ) ]
 *     pair  = key [ "=" text ]
 */

export interface Pair {
  readonly key: string;
  readonly text: string;
}

/** Splits a query string into decoded pairs, in order. Never throws. */
export function parseQuery(query: string): readonly Pair[] {
  return query
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0
        ? { key: decode(part), text: '' }
        : { key: decode(part.slice(0, at)), text: decode(part.slice(at + 1)) };
    });
}

/** How many entries of a list are read: more than any page writes, fewer than would hang it. */
const LIST_LIMIT = 200;

/**
 * The entries of a list that commas join.
 *
 * @param tell told once where there are more than are read
 */
export function splitList(
  text: string,
  tell: (token: string, why: string) => void,
): readonly string[] {
  const tokens = text.split(',', LIST_LIMIT + 1);
  if (tokens.length <= LIST_LIMIT) return tokens;
  tell('…', `has more than the ${String(LIST_LIMIT)} entries that are read`);
  return tokens.slice(0, LIST_LIMIT);
}

/** Joins pairs to a query string without a question mark. A pair with an empty text is its key alone. */
export function formatQuery(pairs: readonly Pair[]): string {
  return pairs
    .map(({ key, text }) => (text === '' ? encode(key) : `${encode(key)}=${encode(text)}`))
    .join('&');
}

function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // A broken escape is kept as it stands, to be told to the reader.
    return spaced;
  }
}

function encode(text: string): string {
  return encodeURIComponent(toWellFormed(text)).replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
}

/** Half a surrogate pair has no encoding; it becomes the replacement character. */
function toWellFormed(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '\uFFFD',
  );
}
