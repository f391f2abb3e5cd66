/** What a search in a long matrix looks at: names at once, values and reasons when they are fetched. */

import { foldText } from '../../decision/filter.ts';
import { searchedTextsPath, underBase } from '../../links/routes.ts';
import { unpackTexts, type SearchedTexts } from '../../words/searched-texts.ts';
import type { Grid, GridParts } from './grid.ts';

/**
 * The texts of the rows, to be asked for whenever there is a search. They are fetched when the reader
 * first comes to search.
 *
 * @param field where the reader searches
 * @param base the path under which the site lives
 */
export function fetchedTexts(
  { model, actions }: GridParts,
  field: HTMLElement,
  base: string,
): Required<Pick<Grid, 'texts' | 'remark'>> {
  let texts = model.table.options.map(({ name, shortName }) => foldText(`${name} ${shortName}`));
  let state: 'not asked' | 'asked' | 'there' | 'failed' = 'not asked';
  const load = async (): Promise<void> => {
    if (state === 'asked' || state === 'there') return;
    state = 'asked';
    try {
      const response = await fetch(underBase(base, searchedTextsPath()));
      const more = unpackTexts((await response.json()) as SearchedTexts);
      texts = texts.map((own, i) => `${own} ${more[i] ?? ''}`);
      state = 'there';
    } catch {
      // A connection may come back: it is asked for again when the reader comes to search again.
      state = 'failed';
    }
    actions.refresh();
  };
  field.addEventListener('focus', () => void load());
  return {
    texts() {
      if (state === 'not asked') void load();
      return texts;
    },
    remark: () =>
      state === 'failed' ? '. Only names were searched: reasons could not be loaded' : '',
  };
}
