/** Wrong arguments are told in one line; so is what a person can put right. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { CommandError, readArguments, tellable } from '../../../../scripts/lib/command.ts';
import { ContentError } from '../../../../src/comparison/fault.ts';

const scripts = resolve(import.meta.dirname, '../../../../scripts');
const command = {
  usage: 'npm run cook [-- --json] DISH',
  options: { json: { type: 'boolean', default: false }, pot: { type: 'string' } },
  positionals: [1, 2],
  main: () => 0,
} as const;

it.each([
  [['soup', '--jsn'], 'There is no flag “--jsn”; the nearest is “--json”.'],
  [['soup', '--zzzzzzzz'], 'There is no flag “--zzzzzzzz”.'],
  [['soup', '-x'], "Unknown option '-x'."],
  [['soup', '--pot'], "Option '--pot <value>' argument missing."],
  [['soup', '--json=yes'], "Option '--json' does not take an argument."],
  [[], 'An argument is missing.'],
  [['a', 'b', 'c'], '“c” is one argument too many.'],
])('%j is misuse', (args, problem) => {
  const misuse = (): unknown => readArguments(command, args);
  expect(misuse).toThrow(CommandError);
  expect(misuse).toThrow(`${problem} Usage: ${command.usage}`);
});

it('what a command knows is read', () => {
  const { values, positionals } = readArguments(command, ['soup', '--json', '--pot', 'large']);
  expect({ ...values }).toEqual({ json: true, pot: 'large' });
  expect(positionals).toEqual(['soup']);
});

it('people are told of what they can put right, and of nothing else', () => {
  expect(tellable(new CommandError('No.', 2))).toEqual({ message: 'No.', code: 2 });
  const fault = { file: 'a', line: 1, column: 1, field: '', problem: 'Bad.', fix: 'Mend it.' };
  expect(tellable(new ContentError([fault]))?.message).toContain('1 fault in 1 file.');
  let refused: unknown;
  try {
    readFileSync('/nowhere/at/all');
  } catch (error) {
    refused = error;
  }
  expect(tellable(refused)?.message).toContain('/nowhere/at/all');
  expect(tellable(new TypeError('x is not a function'))).toBeNull();
});

it('every command is one of these', () => {
  const commands = readdirSync(scripts).filter((name) => name.endsWith('.ts'));
  expect(commands.length).toBeGreaterThan(10);
  for (const name of commands) {
    const text = readFileSync(join(scripts, name), 'utf8');
    expect(text, name).toContain('runCommand({');
    expect(text, name).not.toContain('process.argv');
  }
});
