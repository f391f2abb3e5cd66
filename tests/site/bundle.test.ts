/** The bundle: whole, and independent of the path under which it lies. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parse, type HTMLElement } from 'node-html-parser';
import { expect, it } from 'vitest';
import { PLACEHOLDER } from '../../scripts/lib/relative.ts';
import { BUNDLE, pagePaths, SITES, type Site } from '../sites.ts';

const [real] = SITES as [Site, ...Site[]];
// What the browser, or a script of the page, follows.
const ADDRESSES = /^(?:href|src|data-.*|.*-url)$/;

const files: Readonly<Record<string, Uint8Array>> = unzipSync(readFileSync(BUNDLE));
const pages = Object.entries(files)
  .filter(([file]) => file.endsWith('.html'))
  .map(([file, bytes]) => ({ file, root: parse(strFromU8(bytes)) }));

/** The addresses in the attributes of a page. */
function addresses(root: HTMLElement): string[] {
  return root
    .querySelectorAll('*')
    .flatMap((element) => Object.entries(element.attributes))
    .filter(([name]) => ADDRESSES.test(name))
    .map(([, value]) => value);
}

it('has every page of the site but the one that is shown where there is none', () => {
  const paths = pages.map(({ file }) => `/${file}`.replace(/index\.html$/, ''));
  const expected = pagePaths(real).filter((path) => path !== '/404.html');
  expect(paths.toSorted()).toEqual(expected);
});

it('says no address that depends on where it lies', () => {
  const traces = Object.entries(files).filter(([, bytes]) => {
    const text = strFromU8(bytes);
    return text.includes(PLACEHOLDER) || text.includes(encodeURIComponent(PLACEHOLDER));
  });
  expect(traces.map(([file]) => file)).toEqual([]);
  const rooted = pages.flatMap(({ file, root }) =>
    addresses(root)
      .filter((address) => address.startsWith('/'))
      .map((address) => `${file} → ${address}`),
  );
  expect(rooted).toEqual([]);
});

it('leads to nothing that it does not have', () => {
  const names = Object.keys(files);
  // A folder without a page of its own is one from which scripts fetch.
  const folders = new Set(
    names.flatMap((name) => name.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))),
  );
  const missing = pages.flatMap(({ file, root }) =>
    addresses(root)
      .filter((address) => /^\.{1,2}\//.test(address))
      .map((address) => posix.join(posix.dirname(file), address.replace(/[?#].*$/, '')))
      .filter((path) => !(path in files) && !folders.has(path.replace(/^\.?\/?|\/$/g, '')))
      .map((path) => `${file} → ${path}`),
  );
  expect(missing).toEqual([]);
});

it('allows every script and style of its pages, and no other', () => {
  for (const { file, root } of pages) {
    const policy = root
      .querySelector('meta[http-equiv=content-security-policy]')
      ?.getAttribute('content');
    const inline = root
      .querySelectorAll('script:not([src]), style')
      .filter((element) => !(element.getAttribute('type') ?? '').includes('json'));
    expect(inline.length, file).toBeGreaterThan(0);
    const hashes = inline.map(
      ({ innerHTML }) => `sha256-${createHash('sha256').update(innerHTML).digest('base64')}`,
    );
    const listed = [...(policy?.matchAll(/'(sha256-[^']*)'/g) ?? [])].map(([, hash]) => hash);
    expect(listed.toSorted(), file).toEqual([...new Set(hashes)].toSorted());
  }
});
