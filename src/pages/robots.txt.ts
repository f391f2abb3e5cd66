/** Everything may be read by everybody. */

import type { APIRoute } from 'astro';
import { FILES } from '../links/routes.ts';
import { absoluteUrl } from '../outputs/urls.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(FILES.sitemap)}\n`);
