/** What a search in the matrix looks at, as one file. */

export interface SearchedTexts {
  /** Each text once, in the form in which it is searched (`foldText`). */
  readonly texts: readonly string[];
  /** Which of them are of each option, in the order of the matrix. */
  readonly options: readonly (readonly number[])[];
}

/** Packs the texts of options, many of which may be the same. */
export function packTexts(options: readonly (readonly string[])[]): SearchedTexts {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const packed = options.map((texts) => [...new Set(texts.map(placeOf))]);
  return { texts: [...places.keys()], options: packed };
}

/** All texts of each option in one. */
export function unpackTexts({ texts, options }: SearchedTexts): readonly string[] {
  return options.map((places) => places.map((place) => texts[place] ?? '').join(' '));
}
