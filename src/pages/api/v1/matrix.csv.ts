/** The whole matrix in words. */

import type { APIRoute } from 'astro';
import { currentComparison } from '../../../comparison/current.ts';
import { matrixSheet } from '../../../outputs/csv-tables.ts';
import { toCsv } from '../../../words/table-text.ts';

export const GET: APIRoute = () =>
  new Response(toCsv(matrixSheet(currentComparison())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
