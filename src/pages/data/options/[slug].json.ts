/** Why the ratings of one option are what they are, and where that was read, for pages that show it on demand. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../../comparison/current.ts';
import { optionReasons } from '../../../outputs/reason-words.ts';

export const getStaticPaths = (() =>
  currentComparison().options.map(({ slug }) => ({ params: { slug } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { options, criteria } = currentComparison();
  const option = options.find(({ slug }) => slug === params.slug);
  return Response.json(
    option === undefined ? { rest: {}, modes: {} } : optionReasons(option, criteria),
  );
};
