/** A new option begins as a file of marked blanks; none may be left when it is shown to readers. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TESTED } from '../content-under-test.ts';
import { TO_WRITE } from '../../scripts/new-option.ts';

it('no blank is left in the content', () => {
  const files = readdirSync(TESTED, { recursive: true, encoding: 'utf8' });
  const blanks = files
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .flatMap((file) =>
      readFileSync(join(TESTED, file), 'utf8')
        .split('\n')
        .flatMap((line, i) => (line.includes(TO_WRITE) ? [`${file}:${String(i + 1)} ${line}`] : [])),
    );
  expect(blanks).toEqual([]);
});
