/** `npm start`: builds the site, serves it, and prints its address. */

import { basePath, outDirectory, setting } from '../src/comparison/environment.ts';
import { buildSite } from './lib/build-site.ts';
import { runCommand } from './lib/command.ts';
import { askForPort, serve } from './lib/serve.ts';

await runCommand({
  usage: 'npm start',
  options: {},
  settings: ['PORT'],
  main: async () => {
    const port = Number(setting('PORT') ?? 4321);
    await askForPort(port);
    const code = await buildSite({ silent: false });
    if (code !== 0) return code;
    const { address } = await serve({ directory: outDirectory, basePath, port });
    console.log(`\nThe site is at ${address}\nStop it with Ctrl+C.`);
    return 0;
  },
});
