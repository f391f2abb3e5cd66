/** What a search in the matrix looks at, beside what its page shows. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { searchedTextsPath } from '../../links/routes.ts';
import { searchedTexts } from '../../outputs/matrix-rows.ts';

export const getStaticPaths = (() => {
  const texts = /(\w+-\w+)\.json$/.exec(searchedTextsPath())?.[1];
  return [{ params: { texts } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute = () => Response.json(searchedTexts(currentComparison()));
