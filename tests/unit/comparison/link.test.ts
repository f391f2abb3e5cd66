import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadComparison } from '../../../src/comparison/load.ts';
import { writeContent } from '../../bench/synthetic-content.ts';
import { TODAY } from './loaded.ts';

it('orders options as their numbers count', () => {
  const parent = mkdtempSync(join(tmpdir(), 'link-'));
  try {
    const directory = join(parent, 'content');
    writeContent(directory, { options: 12, criteria: 2, repeats: 1 });
    const names = loadComparison({ directory, today: TODAY }).options.map(({ name }) => name);
    expect(names.map((name) => Number(/\d+$/.exec(name)?.[0] ?? 0))).toEqual(
      Array.from({ length: 12 }, (_, i) => i),
    );
  } finally {
    rmSync(parent, { recursive: true });
  }
});
