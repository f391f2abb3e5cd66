/** Where the parts of one option live, each of its drawings, for the page that shows it beside others. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../../comparison/current.ts';
import { topologySvg } from '../../../components/topology-drawing.ts';
import { plainText } from '../../../words/inline.ts';
import { drawingId, type OptionDrawing } from '../../../words/option-drawing.ts';

export const getStaticPaths = (() =>
  currentComparison()
    .options.filter(({ data }) => data.topologies.length > 0)
    .map(({ slug }) => ({ params: { slug } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { site, options } = currentComparison();
  const option = options.find(({ slug }) => slug === params.slug);
  if (option === undefined) return new Response(null, { status: 404 });
  return Response.json(
    option.data.topologies.map((topology, place) => ({
      name: topology.name,
      summary: plainText(topology.summary),
      svg: topologySvg(topology, drawingId(option.slug, place), site.boxRoles),
    })) satisfies readonly OptionDrawing[],
  );
};
