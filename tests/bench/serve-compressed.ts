import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sirv from 'sirv';

/**
 * Serves a built site as a host does that compresses with brotli ahead of time; the compressed
 * files are written beside the others.
 *
 * @returns the server, once it listens on the loopback interface, and its origin
 */
export async function serveCompressed(
  directory: string,
): Promise<{ server: Server; origin: string }> {
  for (const file of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:html|css|js|json|svg|xml|txt)$/.test(file)) continue;
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
