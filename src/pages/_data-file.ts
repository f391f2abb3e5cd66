/** In development, the files that a build writes beside the pages. */

import { extname } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../comparison/current.ts';
import { dataFiles } from '../outputs/data-files.ts';
import { absoluteUrl } from '../outputs/urls.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.ics': 'text/calendar; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/atom+xml; charset=utf-8',
};

export const getStaticPaths = (({ routePattern }) => {
  const extension = extname(routePattern);
  return [...dataFiles(currentComparison(), absoluteUrl)]
    .filter(([path]) => extname(path) === extension)
    .map(([path, make]) => ({
      params: { path: path.slice(1, -extension.length) },
      props: { make, type: TYPES[extension] },
    }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ make: () => string; type: string }> = ({ props: { make, type } }) =>
  new Response(make(), { headers: { 'content-type': type } });
