import { execFile, type ExecFileOptions } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from './places.ts';

const execute = promisify(execFile);

/**
 * Runs a program to its end, in the project’s folder; what it complains of is kept for the error.
 *
 * @param options as for `execFile`; the variables of `env` are added to those of this process
 * @returns what it printed
 * @throws {Error} if it cannot be started or fails, with what it complained of
 */
export async function run(
  command: string,
  args: readonly string[],
  { env, ...options }: ExecFileOptions = {},
): Promise<string> {
  const { stdout } = await execute(command, args, {
    cwd: ROOT,
    maxBuffer: Infinity,
    ...options,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return stdout;
}
