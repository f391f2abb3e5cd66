/**
 * `node floor.ts CONTENT OUT`: the least that a build must do. It reads every file, parses its data
 * and writes a page, and nothing else.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const [from = '', to = ''] = process.argv.slice(2);

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:mdx|yaml)$/.test(file)) continue;
  const text = readFileSync(join(from, file), 'utf8');
  const [, yaml = text, body = ''] = /^---\n(.*?)^---\n(.*)/ms.exec(text) ?? [];
  const data: unknown = parse(yaml);
  const page = `<!doctype html><html lang="en"><title>${file}</title><pre>${JSON.stringify(data)}</pre><main>${body}</main></html>`;
  writeFileSync(join(to, file.replaceAll(/\W/g, '-') + '.html'), page);
}
