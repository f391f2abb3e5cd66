/** Every content release that is kept, at the address that old links ask for. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import type { Release } from '../../links/release.ts';

export const getStaticPaths = (() =>
  currentComparison().releases.map((release) => ({
    params: { name: release.name },
    props: { release },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ release: Release }> = ({ props }) => Response.json(props.release);
