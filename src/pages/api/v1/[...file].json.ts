/** The JSON files of the interface for programs. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { apiDocuments } from '../../../outputs/api.ts';
import { currentComparison } from '../../../comparison/current.ts';
import { absoluteUrl } from '../../../outputs/urls.ts';

export const getStaticPaths = (() =>
  [...apiDocuments(currentComparison(), absoluteUrl)].map(([file, make]) => ({
    params: { file: file.replace(/\.json$/, '') },
    props: { make },
  }))) satisfies GetStaticPaths;

// Indented, so that a person can read it and a diff has lines.
export const GET: APIRoute<{ make: () => unknown }> = ({ props }) =>
  new Response(`${JSON.stringify(props.make(), null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
