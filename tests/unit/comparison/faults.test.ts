/**
 * Each folder in fixtures/broken is laid over fixtures/sound, which has no fault; `remove.txt` names
 * files that go. `expected.txt` is the whole report, word for word.
 */

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { formatFaults, type Fault } from '../../../src/comparison/fault.ts';
import { tryLoadComparison } from '../../../src/comparison/load.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const sound = join(fixtures, 'sound');
const today = '2026-01-01';

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true });
});

function compose(overlay: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
  made.push(directory);
  cpSync(sound, directory, { recursive: true });
  cpSync(overlay, directory, {
    recursive: true,
    filter: (path) => !path.endsWith('expected.txt') && !path.endsWith('remove.txt'),
  });
  const removals = join(overlay, 'remove.txt');
  if (existsSync(removals)) {
    for (const file of readFileSync(removals, 'utf8').trim().split('\n')) {
      rmSync(join(directory, file));
    }
  }
  return directory;
}

function faultsIn(directory: string): Fault[] {
  const shown = relative(process.cwd(), directory);
  return tryLoadComparison({ directory, today }).faults.map((fault) => ({
    ...fault,
    file: fault.file.replace(shown, 'content'),
    found: fault.found?.replace(shown, 'content'),
    fix: fault.fix.replace(shown, 'content'),
  }));
}

describe('content with a fault', () => {
  const names = readdirSync(join(fixtures, 'broken')).toSorted();

  it.each(names)('%s is reported word for word', async (name) => {
    const faults = faultsIn(compose(join(fixtures, 'broken', name)));
    await expect(`${formatFaults(faults)}\n`).toMatchFileSnapshot(
      join(fixtures, 'broken', name, 'expected.txt'),
    );
  });

  it.each(names)('%s: each sentence says what to do and ends with a full stop', (name) => {
    const faults = faultsIn(compose(join(fixtures, 'broken', name)));
    expect(faults.length).toBeGreaterThan(0);
    for (const { problem, fix } of faults) {
      expect(problem).toMatch(/^[A-Z“<][^!]*\.$/);
      expect(fix).toMatch(/^[A-Z][^!]*[.…]$/);
    }
  });

  it('is reported in the same order whatever the order of its files', () => {
    const faults = faultsIn(compose(join(fixtures, 'broken', 'many-at-once')));
    expect(formatFaults(faults.toReversed())).toBe(formatFaults(faults));
  });
});

describe('content without a fault', () => {
  it('loads', () => {
    const { comparison, faults } = tryLoadComparison({ directory: sound, today });
    expect(faults).toEqual([]);
    expect(comparison?.options.map((o) => o.name)).toEqual(['Candle']);
  });

  it('may begin with a byte order mark and have Windows line ends', () => {
    const { comparison, faults } = tryLoadComparison({
      directory: join(fixtures, 'windows'),
      today,
    });
    expect(faults).toEqual([]);
    expect(comparison?.options[0]?.ratings.light).toMatchObject({ state: 'known', value: 'dim' });
  });
});
