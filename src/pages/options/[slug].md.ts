/** The page as Markdown. */

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Option } from '../../comparison/comparison.ts';
import { currentComparison } from '../../comparison/current.ts';
import { absoluteUrl } from '../../outputs/urls.ts';
import { optionMarkdown } from '../../outputs/markdown/documents.ts';

export const getStaticPaths = (() =>
  currentComparison().options.map((option) => ({
    params: { slug: option.slug },
    props: { option },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ option: Option }> = ({ props: { option } }) => {
  const comparison = currentComparison();
  return new Response(optionMarkdown(option, { comparison, absoluteUrl }), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
