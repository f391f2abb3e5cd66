/** Every rating as a row. */

import type { APIRoute } from 'astro';
import { currentComparison } from '../../../comparison/current.ts';
import { ratingsSheet } from '../../../outputs/csv-tables.ts';
import { absoluteUrl } from '../../../outputs/urls.ts';
import { toCsv } from '../../../words/table-text.ts';

export const GET: APIRoute = () =>
  new Response(toCsv(ratingsSheet(currentComparison(), absoluteUrl)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
