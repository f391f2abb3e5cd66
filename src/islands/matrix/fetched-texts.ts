/** What a search in a long matrix looks at: names at once, values and reasons when they are fetched. */

import { foldText } from '../../decision/filter.ts';
import { searchedTextsPath, underBase } from '../../links/routes.ts';
import { unpackTexts, type SearchedTexts } from '../../words/searched-texts.ts';
import type { GridParts } from './grid.ts';

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
): () => readonly string[] {
  let texts = model.table.options.map(({ name, shortName }) => foldText(`${name} ${shortName}`));
  let asked: Promise<void> | undefined;
  const load = (): void => {
    asked ??= fetch(underBase(base, searchedTextsPath())).then(async (response) => {
      const more = unpackTexts((await response.json()) as SearchedTexts);
      texts = texts.map((own, i) => `${own} ${more[i] ?? ''}`);
      actions.refresh();
    });
    // A connection may come back.
    asked.catch(() => {
      asked = undefined;
    });
  };
  field.addEventListener('focus', load);
  return () => {
    load();
    return texts;
  };
}
