/**
 * Prepares a fresh clone, on whatever Node ran it (20 or later): installs the packages if they are
 * missing or older than the lock file, and finds or installs a browser for the tests. The packages
 * hold a newer Node of their own, with which everything else runs.
 *
 * Usage: node scripts/setup.js [--browser] [-- command …]
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.edgewise-lock');

const [own, command] = splitAt(process.argv.slice(2), '--');

installPackages();
const env = { ...process.env, PATH: join(modules, '.bin') + delimiter + (process.env.PATH ?? '') };
if (own.includes('--browser')) env.BROWSER_PATH = findBrowser() ?? installBrowser();
if (command.length > 0) {
  const [name, ...args] = command;
  process.exit(
    spawnSync(name, args, { cwd: root, env, stdio: 'inherit', shell: isWindows() }).status ?? 1,
  );
}

/** Installs what the lock file names, unless that was done already. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  // Not “npm ci”: a registry mirror may lack the binaries of other systems, and with them the lock
  // file lacks their entries, which “ci” refuses and “install” fills in where they are needed.
  run('npm', ['install', '--no-save', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

/** A Chromium or Chrome on this machine; an empty text where the test runner finds its own. */
function findBrowser() {
  const named = process.env.BROWSER_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path) && statSync(path).isFile()) return path;
    }
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  if (existsSync(mac)) return mac;
  return undefined;
}

/** Tries the test runner’s own download, then the system’s package manager. */
function installBrowser() {
  console.log('Installing a browser for the tests …');
  const cli = join(modules, 'playwright', 'cli.js');
  const node = join(modules, '.bin', 'node');
  if (
    spawnSync(node, [cli, 'install', '--with-deps', 'chromium'], { cwd: root, stdio: 'inherit' })
      .status === 0
  ) {
    return '';
  }
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const found = findBrowser();
    if (found !== undefined) return found;
  }
  console.error(
    'No browser was found or could be installed. Set BROWSER_PATH to a Chromium or Chrome.',
  );
  process.exit(1);
}

function run(name, args) {
  const { status } = spawnSync(name, args, { cwd: root, stdio: 'inherit', shell: isWindows() });
  if (status !== 0) {
    console.error(`“${[name, ...args].join(' ')}” failed.`);
    process.exit(status ?? 1);
  }
}

function splitAt(list, mark) {
  const at = list.indexOf(mark);
  return at < 0 ? [list, []] : [list.slice(0, at), list.slice(at + 1)];
}

function isWindows() {
  return process.platform === 'win32';
}
