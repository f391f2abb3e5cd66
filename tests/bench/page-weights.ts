/** How many bytes a reader loads to see a page. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { parse, type HTMLElement } from 'node-html-parser';
import { htmlFiles, templateOf, type Site } from '../sites.ts';

/** Bytes; compressed as far as the formats go, as a host does ahead of time. */
export interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface PageWeight {
  readonly path: string;
  readonly template: string;
  /** The document and every script and style sheet that it loads, each compressed by itself. */
  readonly whole: Size;
  /** The styles alone, within the document or beside it. */
  readonly style: Size;
  /** The scripts alone, within the document or beside it; structured data is not script. */
  readonly script: Size;
  /** How many files are loaded: the document, scripts and style sheets. */
  readonly files: number;
}

/** The weight of every page of a built site, in the order of their paths. */
export function weighPages(site: Site): PageWeight[] {
  return htmlFiles(site).map((file) => {
    const path = pathOf(file);
    const document = readFileSync(join(site.directory, file));
    const root = parse(document.toString());
    const load = (selector: string, attribute: string): Buffer[] =>
      root
        .querySelectorAll(selector)
        .map((element) => element.getAttribute(attribute) ?? '')
        .map((address) => readFileSync(join(site.directory, address.slice(site.basePath.length))));

    const sheets = load('link[rel=stylesheet]', 'href');
    const modules = load('script[src]', 'src').concat(load('link[rel=modulepreload]', 'href'));
    const files = [document, ...sheets, ...modules];
    return {
      path,
      template: templateOf(path),
      whole: sum(files.map(sizeOf)),
      style: sum([...sheets, textOf(root, 'style')].map(sizeOf)),
      script: sum(
        [...modules, textOf(root, 'script:not([type="application/ld+json"])')].map(sizeOf),
      ),
      files: files.length,
    };
  });
}

/** The heaviest page of each template, by its compressed whole, heaviest first. */
export function heaviestPages(pages: readonly PageWeight[]): PageWeight[] {
  const sorted = pages.toSorted((a, b) => b.whole.brotli - a.whole.brotli);
  return sorted.filter((page, i) => sorted.findIndex((p) => p.template === page.template) === i);
}

/** The path of the page of each template whose document is largest as it is, which takes no packing. */
export function largestPages(site: Site): Map<string, string> {
  const largest = new Map<string, { path: string; bytes: number }>();
  for (const file of htmlFiles(site)) {
    const path = pathOf(file);
    const bytes = statSync(join(site.directory, file)).size;
    const template = templateOf(path);
    if (bytes > (largest.get(template)?.bytes ?? 0)) largest.set(template, { path, bytes });
  }
  return new Map([...largest].map(([template, { path }]) => [template, path]));
}

const pathOf = (file: string): string => `/${file}`.replace(/index\.html$/, '');

const textOf = (root: HTMLElement, selector: string): Buffer =>
  Buffer.from(
    root
      .querySelectorAll(selector)
      .map((element) => element.text)
      .join('\n'),
  );

/** How many bytes something has, as it is and compressed as far as each format goes. */
export function sizeOf(bytes: Buffer): Size {
  // A format’s own frame around nothing is no weight.
  if (bytes.length === 0) return NOTHING;
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

const NOTHING: Size = { raw: 0, gzip: 0, brotli: 0 };

const sum = (sizes: readonly Size[]): Size =>
  sizes.reduce(
    (a, b) => ({ raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }),
    NOTHING,
  );
