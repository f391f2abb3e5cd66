/** The calendars of ends of support. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { supportCalendars } from '../outputs/calendars.ts';
import { currentComparison } from '../comparison/current.ts';
import { absoluteUrl } from '../outputs/urls.ts';

export const getStaticPaths = (() =>
  [...supportCalendars(currentComparison(), absoluteUrl)].map(([path, text]) => ({
    params: { calendar: path.slice(1).replace(/\.ics$/, '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
