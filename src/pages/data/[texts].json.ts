/** What a search in a long matrix looks at; in a shorter one all of it is in the page. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { searchedTextsPath } from '../../links/routes.ts';
import { hasFewRows, matrixRows, searchedTexts } from '../../outputs/matrix-rows.ts';

export const getStaticPaths = (() => {
  const texts = /(\w+-\w+)\.json$/.exec(searchedTextsPath())?.[1];
  const isFew = hasFewRows(matrixRows(currentComparison()).length);
  return isFew ? [] : [{ params: { texts } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = () => Response.json(searchedTexts(currentComparison()));
