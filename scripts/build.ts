/**
 * `npm run build`: builds the site from the content. The site is built beside its place and moved
 * there when it is whole, so that a build that fails leaves the last good one as it was.
 */

import { buildSite } from './lib/build-site.ts';
import { runCommand } from './lib/command.ts';

await runCommand({
  usage: 'npm run build [-- --silent] [--force]',
  options: {
    silent: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
  },
  main: buildSite,
});
