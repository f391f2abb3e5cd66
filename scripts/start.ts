/** `npm start`: builds the site, serves it, and prints its address. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { basePath, outDirectory } from '../src/comparison/environment.ts';
import { serve } from './lib/serve.ts';

const build = fileURLToPath(new URL('build.ts', import.meta.url));
const built = spawnSync(process.execPath, [build], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const port = Number(process.env.PORT ?? 4321);
try {
  await serve({ directory: outDirectory, basePath, port });
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(
    `Port ${String(port)} is taken. Choose another: PORT=${String(port + 1)} npm start`,
  );
  process.exit(1);
}
console.log(`\nThe site is at http://127.0.0.1:${String(port)}${basePath}\nStop it with Ctrl+C.`);
