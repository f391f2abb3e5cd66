/** Debian’s nginx with the configuration of `hosting/`, for the tests. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNginx } from '../scripts/lib/nginx.js';

const configuration = resolve(import.meta.dirname, '../hosting/nginx.conf');

/** The server, or undefined where this machine has none and its tests are skipped. */
export const nginx = findNginx();
if (nginx === undefined) {
  console.warn('There is no nginx here, so the tests of hosting/nginx.conf are skipped.');
}

export interface Running {
  /** Where it answers, without a slash at the end. */
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves a folder with `hosting/nginx.conf`, changed only where it says that it may be.
 *
 * @throws {Error} with what the server says, if it does not start
 */
export async function startNginx(command: string, root: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const origin = `http://127.0.0.1:${String(await freePort())}`;
  const site = readFileSync(configuration, 'utf8')
    .replace('listen 8080;', `listen ${origin.slice('http://'.length)};`)
    .replace('root /srv/www;', `root ${root};`);
  writeFileSync(join(folder, 'site.conf'), site);
  writeFileSync(join(folder, 'nginx.conf'), surroundings(command, folder));

  const server = spawn(command, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'close');
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!(await answers(origin))) {
    if (server.exitCode !== null) throw new Error(`nginx does not start.\n${said}`);
    await sleep(50);
  }
  return {
    origin,
    async stop() {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The configuration around the site’s: as Debian’s, with everything in one process and one folder. */
function surroundings(command: string, folder: string): string {
  const built = spawnSync(command, ['-V'], { encoding: 'utf8' }).stderr;
  const types = join(dirname(/--conf-path=(\S+)/.exec(built)?.[1] ?? '/etc/nginx/-'), 'mime.types');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  );
  return `
    daemon off;
    master_process off;
    pid ${join(folder, 'pid')};
    error_log stderr warn;
    events {}
    http {
      include ${types};
      default_type application/octet-stream;
      access_log off;
      ${temporary.join('\n')}
      include ${join(folder, 'site.conf')};
    }`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { method: 'HEAD' });
    return true;
  } catch {
    return false;
  }
}
