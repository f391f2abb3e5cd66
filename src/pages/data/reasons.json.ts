/** Why each rating is what it is, and where that was read, for pages that show it on demand. */

import type { APIRoute } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { reasonsOf } from '../../outputs/recommender-props.ts';

export const GET: APIRoute = () => Response.json(reasonsOf(currentComparison()));
