/** The page as Markdown. */

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Guide } from '../../comparison/comparison.ts';
import { currentComparison } from '../../comparison/current.ts';
import { absoluteUrl } from '../../outputs/urls.ts';
import { guideMarkdown } from '../../outputs/markdown/documents.ts';

export const getStaticPaths = (() =>
  currentComparison().guides.map((guide) => ({
    params: { slug: guide.slug },
    props: { guide },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ guide: Guide }> = ({ props: { guide } }) => {
  const comparison = currentComparison();
  return new Response(guideMarkdown(guide, { comparison, absoluteUrl }), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
