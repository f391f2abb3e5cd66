/** The pictures that stand for pages where their links are shown. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPicture } from '../../outputs/picture/draw.ts';
import { pictureName, type Picture } from '../../outputs/picture/picture.ts';
import { allPictures } from '../../outputs/picture/pictures.ts';

export const getStaticPaths = (() =>
  allPictures().map((picture) => ({
    params: { name: pictureName(picture) },
    props: { picture },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: Picture }> = async ({ props }) =>
  new Response(await drawPicture(props.picture), { headers: { 'content-type': 'image/png' } });
