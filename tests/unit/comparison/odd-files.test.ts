/** What stands in the place of a content file and is none is told, and never opened. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatFaults, type Fault } from '../../../src/comparison/fault.ts';
import { tryLoadComparison } from '../../../src/comparison/load.ts';

const sound = join(import.meta.dirname, '../../fixtures/sound');

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

function faultsWith(change: (directory: string) => void): readonly Fault[] {
  const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
  made.push(directory);
  cpSync(sound, directory, { recursive: true });
  change(directory);
  return tryLoadComparison({ directory, today: '2026-01-01' }).faults;
}

const lamp = (directory: string): string => join(directory, 'options/lamp.mdx');

describe('in the place of a file', () => {
  it.each<[string, string, (directory: string) => void]>([
    [
      'a folder',
      'This is a folder, not a file.',
      (at) => {
        mkdirSync(lamp(at));
      },
    ],
    [
      'a link to a file',
      'This is a symbolic link, not a file.',
      (at) => {
        symlinkSync('candle.mdx', lamp(at));
      },
    ],
    [
      'a link to nothing',
      'This is a symbolic link, not a file.',
      (at) => {
        symlinkSync('nowhere.mdx', lamp(at));
      },
    ],
    [
      'a folder in the place of site.yaml',
      'This is a folder, not a file.',
      (at) => {
        rmSync(join(at, 'site.yaml'));
        mkdirSync(join(at, 'site.yaml'));
      },
    ],
    [
      'a file in the place of a folder',
      'This is not a folder that can be read.',
      (at) => {
        rmSync(join(at, 'published'), { recursive: true });
        writeFileSync(join(at, 'published'), 'x');
      },
    ],
  ])('%s is told', (_, problem, change) => {
    expect(faultsWith(change).map((fault) => fault.problem)).toContain(problem);
  });

  it.skipIf(process.platform === 'win32')('a pipe is told, and nothing waits for it', () => {
    const faults = faultsWith((at) => {
      expect(spawnSync('mkfifo', [lamp(at)]).status).toBe(0);
    });
    expect(faults.map(({ problem }) => problem)).toEqual([
      'This is a pipe or a device, not a file.',
    ]);
  });
});

it('what is nested a hundred thousand times is refused, whoever wrote it', () => {
  const faults = faultsWith((at) => {
    mkdirSync(join(at, 'releases'));
    for (const [day, before] of [
      ['2025-01-01', ''],
      ['2025-01-02', '{"options":'],
    ] as const) {
      const text = `${before}${'['.repeat(100_000)}${']'.repeat(100_000)}${before && '}'}`;
      writeFileSync(join(at, `releases/${day}.json`), text);
    }
  });
  expect(faults.map(({ problem }) => problem)).toEqual([
    'Fields and lists are nested too deeply.',
    'Fields and lists are nested too deeply.',
  ]);
});

it.skipIf(process.platform === 'win32')('a name cannot steer the terminal that tells of it', () => {
  const faults = faultsWith((at) => {
    writeFileSync(join(at, 'options/a\n\u001B[2Jb.mdx'), 'x');
  });
  expect(formatFaults(faults)).toContain('options/a\\u000a\\u001b[2Jb.mdx:1:1\n');
});

it('what repeats itself a million times is refused at once', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const bomb = names.map((name, i) => {
    const before = names[i - 1];
    const items = Array.from({ length: 9 }, () => (before === undefined ? 'x' : `*${before}`));
    return `${name}: &${name} [${items.join(', ')}]`;
  });
  const faults = faultsWith((at) => {
    writeFileSync(join(at, 'glossary.yaml'), bomb.join('\n'));
  });
  expect(faults.map(({ problem }) => problem)).toEqual(['There are too many values here.']);
});
