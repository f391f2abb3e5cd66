/** The JSON files of the interface for programs. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { apiDocuments } from '../../../outputs/api.ts';
import { currentComparison } from '../../../comparison/current.ts';
import { absoluteUrl } from '../../../outputs/urls.ts';

export const getStaticPaths = (() =>
  [...apiDocuments(currentComparison(), absoluteUrl)].map(([file, document]) => ({
    params: { file: file.replace(/\.json$/, '') },
    props: { document },
  }))) satisfies GetStaticPaths;

// Indented, so that a person can read it and a diff has lines.
export const GET: APIRoute<{ document: unknown }> = ({ props }) =>
  new Response(`${JSON.stringify(props.document, null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
