/** Data under names that change with it. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import type { NamedFile } from '../../outputs/named-file.ts';
import { recommenderFile } from '../../outputs/recommender-props.ts';
import { searchFiles } from '../../outputs/search-index.ts';

export const getStaticPaths = (() => {
  const comparison = currentComparison();
  const { pages, sources } = searchFiles(comparison);
  const files: readonly NamedFile[] = [
    pages,
    sources,
    ...(comparison.questions.length > 0 ? [recommenderFile(comparison)] : []),
  ];
  return files.map((file) => {
    const [kind, name] = file.name.split('.');
    return { params: { kind, name }, props: { file } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: NamedFile }> = ({ props: { file } }) =>
  new Response(file.text, { headers: { 'content-type': 'application/json' } });
