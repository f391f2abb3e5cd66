import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remembered, stateOfFolder } from '../../../src/comparison/remembered.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-'));
  mkdirSync(join(folder, 'options'));
  write('site.yaml', 'title: Light');
  write('options/candle.mdx', 'dim');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file and sets the time of its change, in seconds, so that no test depends on the clock. */
function write(file: string, text: string, changed = 1000): void {
  writeFileSync(join(folder, file), text);
  utimesSync(join(folder, file), changed, changed);
}

describe('what is made of a folder', () => {
  const counting = (): { get: () => number; made: () => number } => {
    let made = 0;
    const get = remembered(
      () => stateOfFolder(folder),
      () => ++made,
    );
    return { get, made: () => made };
  };

  it('is made once while nothing changes', () => {
    const { get, made } = counting();
    expect([get(), get(), get()]).toEqual([1, 1, 1]);
    expect(made()).toBe(1);
  });

  it.each([
    [
      'a file is longer',
      () => {
        write('options/candle.mdx', 'bright');
      },
    ],
    [
      'a file of the same length is newer',
      () => {
        write('options/candle.mdx', 'lit', 1001);
      },
    ],
    [
      'there is another file',
      () => {
        write('options/lamp.mdx', 'bright');
      },
    ],
    [
      'a file is gone',
      () => {
        rmSync(join(folder, 'options/candle.mdx'));
      },
    ],
    [
      'a file has another name',
      () => {
        renameSync(join(folder, 'options/candle.mdx'), join(folder, 'options/torch.mdx'));
      },
    ],
  ])('is made anew, and once, when %s', (_what, change) => {
    const { get, made } = counting();
    get();
    change();
    expect([get(), get()]).toEqual([2, 2]);
    expect(made()).toBe(2);
  });
});

it('nothing is remembered of what could not be made', () => {
  let attempts = 0;
  const get = remembered(
    () => '',
    () => {
      attempts += 1;
      if (attempts === 1) throw new Error('The content has faults.');
      return attempts;
    },
  );
  expect(get).toThrow('faults');
  expect([get(), get()]).toEqual([2, 2]);
});
