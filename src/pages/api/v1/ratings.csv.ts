/** Every rating as a row. */

import type { APIRoute } from 'astro';
import { currentComparison } from '../../../comparison/current.ts';
import { ratingsSheet } from '../../../comparison/tables.ts';
import { address } from '../../../components/links.ts';
import { toCsv } from '../../../decision/export.ts';

export const GET: APIRoute = () =>
  new Response(toCsv(ratingsSheet(currentComparison(), address)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
