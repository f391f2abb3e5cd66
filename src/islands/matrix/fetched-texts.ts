/** What a search in the matrix looks at: some of it at once, values and reasons when they are fetched. */

import { foldText } from '../../decision/filter.ts';
import { searchedTextsPath, underBase } from '../../links/routes.ts';
import { unpackTexts, type SearchedTexts } from '../../words/searched-texts.ts';
import { fetchData } from '../named-data.ts';
import type { Grid, GridParts } from './grid.ts';

/** What can be searched without anything fetched. */
export interface TextsAtHand {
  /** Their name, as “names”. */
  readonly what: string;
  /** Of each row. */
  readonly texts: () => readonly string[];
}

/**
 * The texts of the rows, to be asked for whenever there is a search. They are fetched when the reader
 * first comes to search.
 *
 * @param field where the reader searches
 */
export function fetchedTexts(
  { root, actions }: GridParts,
  field: HTMLElement,
  atHand: TextsAtHand,
): Pick<Grid, 'texts' | 'textsFetched' | 'remark'> {
  let texts: readonly string[] | undefined;
  let fetched: Promise<void> | undefined;
  let failed = false;
  const own = (): readonly string[] => (texts ??= atHand.texts().map(foldText));
  const load = async (): Promise<void> => {
    failed = false;
    try {
      const path = underBase(root.dataset.base ?? '', searchedTextsPath());
      const more = unpackTexts((await fetchData(path)) as SearchedTexts);
      texts = own().map((text, i) => `${text} ${more[i] ?? ''}`);
    } catch {
      // A connection may come back: they are asked for again when the reader comes to search again.
      failed = true;
      fetched = undefined;
    }
    actions.refresh();
  };
  const textsFetched = (): Promise<void> => (fetched ??= load());
  field.addEventListener('focus', () => void textsFetched());
  return {
    textsFetched,
    texts() {
      if (!failed) void textsFetched();
      return own();
    },
    remark: () =>
      failed ? `. Only ${atHand.what} were searched: reasons could not be loaded` : '',
  };
}
