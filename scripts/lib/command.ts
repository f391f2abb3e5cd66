/**
 * The frame of every command: wrong settings and wrong arguments are told in one line before any work
 * begins, faults of the content as the check prints them, and what the file system refuses by its path.
 * Only what should never happen ends in a stack trace.
 */

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { contentDay } from '../../src/comparison/content-day.ts';
import { contentDirectory } from '../../src/comparison/environment.ts';
import { ContentError, nearest } from '../../src/comparison/fault.ts';
import { loadComparison } from '../../src/comparison/load.ts';
import type { Comparison } from '../../src/comparison/comparison.ts';
import { wrongSettings, type OwnSetting } from './settings.ts';

/** The code with which a command ends that was called or set wrongly, and has done nothing. */
export const MISUSED = 2;

/** Something that a person can put right, said in a line or a few. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: number;

  /** @param code the code with which the command ends */
  constructor(message: string, code = 1) {
    super(message);
    this.code = code;
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; strict: true; allowPositionals: true }>
>;

export interface Command<O extends Options> {
  /** How it is called, as one line; names all that may be given. */
  readonly usage: string;
  /** The flags that it knows, as `parseArgs` takes them. */
  readonly options: O;
  /** How many arguments it wants that are no flags, at least and at most; none, where this is absent. */
  readonly positionals?: readonly [least: number, most: number];
  /** Settings that this command alone reads; those of the site are looked at for all. */
  readonly settings?: readonly OwnSetting[];
  /** Does the work, and returns the code to end with. */
  readonly main: (
    values: Parsed<O>['values'],
    positionals: readonly string[],
  ) => number | Promise<number>;
}

/** Runs a command with the arguments and settings of this process, and sets the code that it ends with. */
export async function runCommand<O extends Options>(command: Command<O>): Promise<void> {
  try {
    const wrong = wrongSettings(process.env, command.settings ?? []);
    if (wrong.length > 0) throw new CommandError(wrong.join('\n'), MISUSED);
    const { values, positionals } = readArguments(command, process.argv.slice(2));
    process.exitCode = await command.main(values, positionals);
  } catch (error) {
    const told = tellable(error);
    if (told === null) throw error;
    console.error(told.message);
    process.exitCode = told.code;
  }
}

/**
 * The arguments of a command.
 *
 * @throws {CommandError} in one line, where there is a flag that it does not know, or too many or too few
 *   of the others
 */
export function readArguments<O extends Options>(
  { usage, options, positionals: [least, most] = [0, 0] }: Command<O>,
  args: readonly string[],
): Parsed<O> {
  const misused = (problem: string): CommandError =>
    new CommandError(`${problem} Usage: ${usage}`, MISUSED);
  const flag = args
    .slice(0, args.includes('--') ? args.indexOf('--') : args.length)
    .find((arg) => /^--\w/.test(arg) && !Object.hasOwn(options, arg.slice(2).split('=')[0] ?? ''));
  if (flag !== undefined) {
    const meant = nearest(flag.slice(2), Object.keys(options));
    const hint = meant === undefined ? '' : `; the nearest is “--${meant}”`;
    throw misused(`There is no flag “${flag}”${hint}.`);
  }
  let parsed: Parsed<O>;
  try {
    parsed = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/(?<=\.) /);
    throw misused(/[.!?]$/.test(first) ? first : `${first}.`);
  }
  const count = parsed.positionals.length;
  if (count > most) throw misused(`“${parsed.positionals[most] ?? ''}” is one argument too many.`);
  if (count < least) throw misused('An argument is missing.');
  return parsed;
}

/**
 * The content that CONTENT_DIR names, as of its day.
 *
 * @throws {ContentError} with all faults, if there is any
 */
export function loadContent(directory = contentDirectory): Comparison {
  return loadComparison({ directory, today: contentDay(directory) });
}

/** What a person is told of an error, and the code to end with; null where it is this project’s fault. */
export function tellable(error: unknown): { message: string; code: number } | null {
  if (error instanceof CommandError) return { message: error.message, code: error.code };
  if (error instanceof ContentError) return { message: error.message, code: 1 };
  if (error instanceof Error && 'syscall' in error && 'path' in error) {
    // The file system says for itself what it refused, and where: “EROFS: read-only file system, mkdir '…'”.
    return { message: `The file system refuses: ${error.message}`, code: 1 };
  }
  return null;
}
