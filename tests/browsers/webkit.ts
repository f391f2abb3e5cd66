/** Drives the small browser of WebKitGTK by WebDriver, which is HTTP. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { end, inTime, start } from './children.ts';
import { withComforts, type Driven } from './driven.ts';
import { MINI_BROWSER, XVFB } from './installed.ts';

const START = 30_000;
const COMMAND = 60_000;

/**
 * Opens WebKit, on a display of its own where there is one to be had. A window is 447 px wide at
 * least; what is narrower must stand in a frame.
 *
 * @throws {Error} if it does not start, or does not answer in time
 */
export async function openWebKit(path: string): Promise<Driven> {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const programs: ReturnType<typeof start>[] = [];
  const close = async (): Promise<void> => {
    for (const program of programs.toReversed()) await end(program);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: await display(programs),
      // Whatever it keeps, it keeps here.
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
      GDK_BACKEND: 'x11',
      GTK_THEME: 'Adwaita',
      NO_AT_BRIDGE: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    };
    programs.push(
      start(path, [`--port=${String(port)}`, '--host=127.0.0.1'], ['ignore', 'ignore'], env),
    );
    const ask = asking(`http://127.0.0.1:${String(port)}`);
    await inTime('WebKit’s driver', START, answering(ask));
    const { sessionId, capabilities } = (await ask('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: COMMAND });
    const run = async (expression: string): Promise<unknown> => {
      const script = `
        const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => ${expression}).then(
          (value) => done({ json: JSON.stringify(value ?? null) }),
          (error) => done({ error: String(error) }));`;
      const answer = await ask('POST', `${session}/execute/async`, { script, args: [] });
      const { json, error } = answer as { json?: string; error?: string };
      if (error !== undefined) throw new Error(error);
      return JSON.parse(json ?? 'null') as unknown;
    };
    const resize = async (width: number, height: number): Promise<void> => {
      // The window is larger than its page by what is about it, and that comes late.
      for (let i = 0; i < 40; i++) {
        const [w, h] = (await run('[innerWidth, innerHeight]')) as [number, number];
        if (w === width && h === height) return;
        const rect = (await ask('GET', `${session}/window/rect`)) as Record<string, number>;
        await ask('POST', `${session}/window/rect`, {
          x: 0,
          y: 0,
          width: (rect.width ?? 0) + width - w,
          height: (rect.height ?? 0) + height - h,
        });
        await sleep(100);
      }
      throw new Error(`The window cannot be ${String(width)} by ${String(height)} px.`);
    };
    return withComforts({
      name: `WebKitGTK ${capabilities.browserVersion}`,
      log: [],
      async goto(url) {
        await ask('POST', `${session}/url`, { url });
      },
      run,
      async perform(source) {
        await ask('POST', `${session}/actions`, { actions: [source] });
      },
      resize,
      async back() {
        // The driver’s own way passes by steps that came without a hand on mouse or keys.
        await run('setTimeout(() => history.back())');
      },
      async screenshot() {
        return Buffer.from(String(await ask('GET', `${session}/screenshot`)), 'base64');
      },
      print: undefined,
      async close() {
        await ask('DELETE', session).catch(() => undefined);
        await close();
      },
    });
  } catch (error) {
    await close();
    throw error;
  }
}

type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

/** Commands to a driver, each with its answer. */
function asking(origin: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      signal: AbortSignal.timeout(COMMAND),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { readonly value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { readonly error: string; readonly message: string };
    throw new Error(`${error}: ${message}`);
  };
}

/** Waits until the driver listens. */
async function answering(ask: Ask): Promise<void> {
  for (let i = 0; i < START / 100; i++) {
    try {
      await ask('GET', '/status');
      return;
    } catch {
      await sleep(100);
    }
  }
}

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The name of a display without a screen, started for this, or of the one that there is. */
async function display(programs: ReturnType<typeof start>[]): Promise<string> {
  if (XVFB === undefined) return process.env.DISPLAY ?? ':0';
  const program = start(
    XVFB,
    ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
    ['ignore', 'ignore', 'pipe'],
  );
  programs.push(program);
  const told = new Promise<string>((resolve, reject) => {
    const pipe = program.stdio[3] as Readable;
    pipe.once('data', (number: Buffer) => {
      resolve(`:${number.toString().trim()}`);
    });
    program.once('error', reject).once('exit', () => {
      reject(new Error('Xvfb ended.'));
    });
  });
  return inTime('Xvfb', START, told);
}
