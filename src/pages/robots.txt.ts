/** Everything may be read by everybody. */

import type { APIRoute } from 'astro';
import { address } from '../outputs/urls.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${address('/sitemap-index.xml')}\n`);
