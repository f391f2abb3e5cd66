/** Drives Firefox by WebDriver BiDi, over the WebSocket that Firefox opens itself. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, inTime, start } from './children.ts';
import { withComforts, type Driven } from './driven.ts';

const START = 60_000;
const COMMAND = 120_000;

/** What a fresh profile says, so that nothing but the tests’ pages is opened or asked for. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'remote.log.level': 'Error',
  'toolkit.telemetry.enabled': false,
  // Waiting for a hand that moves would be waiting in vain.
  'ui.prefersReducedMotion': 1,
};

interface Waiting {
  readonly resolve: (result: Record<string, unknown>) => void;
  readonly reject: (error: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly method?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
  readonly result?: Record<string, unknown>;
  readonly error?: string;
  readonly message?: string;
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/**
 * Opens Firefox with a fresh profile.
 *
 * @throws {Error} if it does not start, or does not answer in time
 */
export async function openFirefox(path: string): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    Object.entries(PREFERENCES)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const program = start(
    path,
    ['--headless', '--no-remote', '--remote-debugging-port=0', '--profile', profile],
    ['ignore', 'pipe'],
  );
  const close = async (): Promise<void> => {
    await end(program);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = new Promise<string>((resolve, reject) => {
      let said = '';
      program.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
        if (url !== undefined) resolve(url);
      });
      program.once('error', reject).once('exit', () => {
        reject(new Error(`Firefox ended: ${said}`));
      });
    });
    const url = await inTime('Firefox, to listen', START, address);
    const { send, log, hangUp } = await connect(`${url}/session`);
    const { capabilities } = await send('session.new', { capabilities: {} });
    await send('session.subscribe', { events: ['log.entryAdded'] });
    const { contexts } = await send('browsingContext.getTree', {});
    const [{ context }] = contexts as [{ readonly context: string }];
    const { browserVersion } = capabilities as { readonly browserVersion: string };
    return withComforts({
      name: `Firefox ${browserVersion}`,
      log,
      async goto(to) {
        await send('browsingContext.navigate', { context, url: to, wait: 'complete' });
      },
      async run(expression) {
        const evaluated = (await send('script.evaluate', {
          expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
          target: { context },
          awaitPromise: true,
          userActivation: true,
        })) as unknown as Evaluated;
        const { type, result, exceptionDetails } = evaluated;
        if (type === 'exception') throw new Error(exceptionDetails?.text);
        return JSON.parse(result?.value ?? 'null') as unknown;
      },
      async perform(source) {
        await send('input.performActions', { context, actions: [source] });
      },
      async resize(width, height) {
        await send('browsingContext.setViewport', { context, viewport: { width, height } });
      },
      async back() {
        await send('browsingContext.traverseHistory', { context, delta: -1 });
      },
      async screenshot() {
        const { data } = await send('browsingContext.captureScreenshot', { context });
        return Buffer.from(String(data), 'base64');
      },
      async print(sheets) {
        const { data } = await send('browsingContext.print', { context, pageRanges: [sheets] });
        return Buffer.from(String(data), 'base64');
      },
      async close() {
        hangUp();
        await close();
      },
    });
  } catch (error) {
    await close();
    throw error;
  }
}

type Send = (
  method: string,
  params: Readonly<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;

/** The wire: commands with their answers, and what the browser logs as errors. */
async function connect(url: string): Promise<{ send: Send; log: string[]; hangUp: () => void }> {
  const socket = new WebSocket(url);
  const opened = new Promise<void>((resolve, reject) => {
    socket.onopen = () => {
      resolve();
    };
    socket.onerror = () => {
      reject(new Error(`There is no answer at ${url}.`));
    };
  });
  await inTime('Firefox, to be connected', START, opened);
  const waiting = new Map<number, Waiting>();
  const log: string[] = [];
  let last = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.method === 'log.entryAdded') {
      const { level, text } = message.params ?? {};
      if (level === 'error') log.push(text ?? '');
      return;
    }
    const wait = waiting.get(message.id ?? -1);
    if (message.type === 'error') {
      wait?.reject(new Error(`${message.error ?? ''}: ${message.message ?? ''}`));
    } else wait?.resolve(message.result ?? {});
  };
  socket.onclose = () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has hung up.'));
  };
  return {
    log,
    async send(method, params) {
      const id = ++last;
      const answer = new Promise<Record<string, unknown>>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
      socket.send(JSON.stringify({ id, method, params }));
      try {
        return await inTime(`Firefox, ${method}`, COMMAND, answer);
      } finally {
        waiting.delete(id);
      }
    },
    hangUp() {
      socket.close();
    },
  };
}
