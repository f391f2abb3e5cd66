import { join } from 'node:path';
import { run } from './run.ts';

const directory = import.meta.dirname;

/**
 * Installs the libraries that the benchmark alone needs, as its own lock file has them; where they
 * are there already, npm sees so within a second.
 *
 * @returns the folder that holds them
 */
export async function installPackages(): Promise<string> {
  // Not “npm ci”, for the reason given in scripts/setup.js.
  await run('npm', ['install', '--no-save', '--loglevel=error'], {
    cwd: directory,
    shell: process.platform === 'win32',
  });
  return join(directory, 'node_modules');
}
