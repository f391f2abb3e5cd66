/** Serves OUT_DIR under BASE_PATH at PORT, for the browser tests. */

import { basePath, outDirectory, setting } from '../../src/comparison/environment.ts';
import { runCommand } from './command.ts';
import { serve } from './serve.ts';

await runCommand({
  usage: 'node scripts/lib/serve-site.ts',
  options: {},
  settings: ['PORT'],
  main: async () => {
    await serve({ directory: outDirectory, basePath, port: Number(setting('PORT')) });
    return 0;
  },
});
