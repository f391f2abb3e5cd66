/**
 * Prepares a fresh clone, on whatever Node runs it (20 or later): installs the packages if they are
 * missing or not those of the lock file and, with --browser, finds or installs a browser and a web
 * server for the tests. The packages hold the newer Node with which everything else runs.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './lib/browser.js';
import { findNginx } from './lib/nginx.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-from');

installPackages();
if (process.argv.includes('--browser')) {
  if (findBrowser() === undefined) installBrowser();
  if (findNginx() === undefined) installNginx();
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages …');
  // Not “npm ci”: a registry mirror may lack the binaries of other systems, and with them the lock
  // file lacks their entries, which “ci” refuses and “install” fills in where they are needed.
  const { status } = run('npm', ['install', '--no-save', '--loglevel=error']);
  if (status !== 0) fail('The packages could not be installed; npm says why above.', status);
  writeFileSync(stamp, lock);
}

/** Tries the test runner’s own download, then the system’s package manager. */
function installBrowser() {
  console.log('Installing a browser for the tests …');
  const own = run(join(modules, '.bin', 'playwright'), ['install', '--with-deps', 'chromium']);
  if (own.status === 0) return;
  installFromSystem('chromium');
  if (findBrowser() === undefined) {
    fail(
      'No browser was found or could be installed. Set BROWSER_PATH to a Chromium or Chrome.',
      1,
    );
  }
}

/** Without it, the tests of its configuration are skipped. */
function installNginx() {
  // Where services are managed, to install it would be to start it.
  if (existsSync('/run/systemd/system')) return;
  console.log('Installing nginx for the tests …');
  installFromSystem('nginx-light');
}

/**
 * Installs a package of the system, where that is Debian’s or its kin and we may.
 *
 * @param {string} name
 */
function installFromSystem(name) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', name]);
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function run(name, args) {
  const shell = process.platform === 'win32';
  const path = `${join(modules, '.bin')}:${process.env.PATH ?? ''}`;
  const env = { ...process.env, ...(shell ? {} : { PATH: path }) };
  // “npm run … --dry-run” is meant for the script that comes after this one.
  delete env.npm_config_dry_run;
  return spawnSync(name, args, { cwd: root, stdio: 'inherit', shell, env });
}

/**
 * @param {string} message
 * @param {number | null} status
 * @returns {never}
 */
function fail(message, status) {
  console.error(message);
  process.exit(status ?? 1);
}
