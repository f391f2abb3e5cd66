/** The page as Markdown. */

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Criterion } from '../../comparison/comparison.ts';
import { currentComparison } from '../../comparison/current.ts';
import { absoluteUrl } from '../../outputs/urls.ts';
import { criterionMarkdown } from '../../outputs/markdown/documents.ts';

export const getStaticPaths = (() =>
  currentComparison().criteria.map((criterion) => ({
    params: { slug: criterion.slug },
    props: { criterion },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ criterion: Criterion }> = ({ props: { criterion } }) => {
  const comparison = currentComparison();
  return new Response(criterionMarkdown(criterion, { comparison, absoluteUrl }), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
