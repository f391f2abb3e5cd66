/** `npm start`: builds the site if that has not been done, serves it, and prints its address. */

import { preview } from 'astro';
import { basePath } from '../src/comparison/environment.ts';

const port = Number(process.env.PORT ?? 4321);
const server = await preview({ server: { host: '127.0.0.1', port }, logLevel: 'warn' });
console.log(`\nThe site is at http://127.0.0.1:${String(server.port)}${basePath}\nStop it with Ctrl+C.`);
