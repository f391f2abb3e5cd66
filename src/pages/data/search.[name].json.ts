/** What the search finds, under names that change with it. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { searchFiles, type SearchFile } from '../../outputs/search-index.ts';

export const getStaticPaths = (() =>
  Object.values(searchFiles(currentComparison())).map((file: SearchFile) => ({
    params: { name: file.name },
    props: { file },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: SearchFile }> = ({ props: { file } }) =>
  new Response(file.text, { headers: { 'content-type': 'application/json' } });
