/** Content is read by one YAML parser and located by another; on all of it they must agree. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { TESTED } from '../content-under-test.ts';

const files = readdirSync(TESTED, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:mdx|yaml)$/.test(file),
);

it.each(files)('%s', (file) => {
  const text = readFileSync(join(TESTED, file), 'utf8');
  const yaml = file.endsWith('.mdx') ? (/^---\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '') : text;
  expect(load(yaml, { schema: CORE_SCHEMA })).toEqual(parse(yaml));
});
