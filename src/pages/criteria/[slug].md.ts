/** The page as Markdown. */

import { getEntry } from 'astro:content';
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

export const GET: APIRoute<{ criterion: Criterion }> = async ({ props: { criterion } }) => {
  const body = (await getEntry('criteria', criterion.slug))?.body ?? '';
  const comparison = currentComparison();
  return new Response(criterionMarkdown(criterion, { comparison, absoluteUrl, body }), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
