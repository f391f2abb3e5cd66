import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sirv from 'sirv';

/**
 * Serves a built site as a host does that compresses with brotli ahead of time; the compressed
 * files are written beside the others. To pack all pages takes minutes: of the documents, only
 * those of `paths` are.
 *
 * @param paths paths of pages, as `/options/`
 * @returns the server, once it listens on the loopback interface, and its origin
 */
export async function serveCompressed(
  directory: string,
  paths: readonly string[],
): Promise<{ server: Server; origin: string }> {
  const assets = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:_astro|data)\/.*\.(?:css|js|json|svg)$/.test(file))
    .concat('favicon.svg', 'service-worker.js');
  const documents = paths.map((path) => path.slice(1).replace(/(?:^|\/)$/, '$&index.html'));
  for (const file of [...assets, ...documents]) {
    const path = join(directory, file);
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
  }
  const server = createServer(sirv(directory, { brotli: true }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, origin: `http://127.0.0.1:${String(address.port)}` };
}
