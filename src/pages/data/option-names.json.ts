/** The names that options have and had, for pages that were left with something picked. */

import type { APIRoute } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { packOptionNames } from '../../words/option-names.ts';

export const GET: APIRoute = () =>
  Response.json(
    packOptionNames(currentComparison().options),
  );
