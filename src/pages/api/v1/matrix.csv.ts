/** The whole matrix in words. */

import type { APIRoute } from 'astro';
import { currentComparison } from '../../../comparison/current.ts';
import { matrixSheet } from '../../../comparison/tables.ts';
import { toCsv } from '../../../decision/export.ts';

export const GET: APIRoute = () =>
  new Response(toCsv(matrixSheet(currentComparison())), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
