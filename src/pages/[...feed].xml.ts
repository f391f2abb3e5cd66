/** The Atom feeds, as soon as there is a content release. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../comparison/current.ts';
import { changesFeeds } from '../outputs/atom-feed.ts';
import { absoluteUrl } from '../outputs/urls.ts';

export const getStaticPaths = (() =>
  [...changesFeeds(currentComparison(), absoluteUrl)].map(([path, text]) => ({
    params: { feed: path.slice(1).replace(/\.xml$/, '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
