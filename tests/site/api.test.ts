/** What the built sites hand to programs, search engines and other pages. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { XMLParser } from 'fast-xml-parser';
import ICAL from 'ical.js';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ratingsOf } from '../../src/comparison/comparison.ts';
import { loadComparison } from '../../src/comparison/load.ts';
import { framedPairsOf } from '../../src/comparison/pairs.ts';
import { FILES } from '../../src/links/routes.ts';
import { PICTURE_SIZE } from '../../src/outputs/picture/picture.ts';
import { SITES, type Site } from '../sites.ts';
import { builtPages, type BuiltPage } from './built-pages.ts';

interface Page extends BuiltPage {
  readonly isFound: boolean;
}

const readPages = (site: Site): Page[] =>
  builtPages(site).map((page) => {
    const robots = page.root.querySelector('meta[name=robots]')?.getAttribute('content');
    return { ...page, isFound: robots !== 'noindex' };
  });

const filesUnder = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .toSorted();

describe.each(SITES)('$name', (site) => {
  const pages = readPages(site);
  const text = (path: string): string => readFileSync(join(site.directory, path), 'utf8');
  const front = pages.find(({ path }) => path === '/')?.root;
  const canonical = front?.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '';
  /** The path, from the top of the site, of an address that must belong to the site. */
  const own = (address: string): string => {
    expect(address).toMatch(new RegExp(`^${canonical}`));
    return `/${address.slice(canonical.length)}`;
  };
  const exists = (path: string): boolean =>
    existsSync(join(site.directory, path.endsWith('/') ? `${path}index.html` : path));
  const pagesUnder = (folder: string): string[] =>
    pages.map(({ path }) => path).filter((path) => new RegExp(`^/${folder}/[^/]+/$`).test(path));

  describe('for programs', () => {
    const api = filesUnder(join(site.directory, 'api/v1'));
    const documents = api
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, JSON.parse(text(join('api/v1', file)))] as const);
    const ajv = new Ajv2020({ strictTypes: false, formats: fullFormats });
    const schemas = documents.filter(([file]) => file.startsWith('schemas'));
    for (const [, schema] of schemas) ajv.addSchema(schema as object);

    it('every JSON file says which schema it follows, and follows it', () => {
      const data = documents.filter(([file]) => !/^(?:schemas\W|openapi)/.test(file));
      expect(data.length).toBeGreaterThan(8);
      for (const [file, document] of data) {
        const { $schema } = document as { $schema: string };
        expect(exists(own($schema)), $schema).toBe(true);
        const validate = ajv.getSchema($schema);
        expect(validate?.(document), `${file}: ${ajv.errorsText(validate?.errors)}`).toBe(true);
      }
    });

    it('every address in the index and in the options is there', () => {
      const index = JSON.parse(text('api/v1/index.json')) as { files: { url: string }[] };
      const { options } = JSON.parse(text('api/v1/options.json')) as {
        options: { file: string; page: string }[];
      };
      const addresses = [
        ...index.files.map(({ url }) => url),
        ...options.flatMap(({ file, page }) => [file, page]),
      ];
      expect(addresses.map(own).filter((path) => !exists(path))).toEqual([]);
    });

    it('every rating has its place on a page', () => {
      const ids = new Map(
        pages.map(({ path, root }) => [
          path,
          new Set(root.querySelectorAll('[id]').map((element) => element.id)),
        ]),
      );
      const { ratings } = JSON.parse(text('api/v1/ratings.json')) as {
        ratings: { page: string }[];
      };
      const lost = ratings.filter(({ page }) => {
        const [path = '', fragment = ''] = own(page).split('#');
        return ids.get(path)?.has(fragment) !== true;
      });
      expect(lost).toEqual([]);
    });

    it('tables have as many fields in each row', () => {
      for (const file of ['api/v1/matrix.csv', 'api/v1/ratings.csv']) {
        const rows = parseCsv(text(file));
        expect(rows.length).toBeGreaterThan(3);
        expect(new Set(rows.map((row) => row.length)).size, file).toBe(1);
      }
    });

    it.each(['options', 'criteria', 'scenarios', 'guides'])(
      'every page of %s is there as Markdown and leads to it',
      (folder) => {
        for (const path of pagesUnder(folder)) {
          const page = pages.find((p) => p.path === path);
          if (page?.isFound !== true) continue;
          const link = page.root.querySelector('link[rel=alternate][type="text/markdown"]');
          const markdown = `${path.slice(0, -1)}.md`;
          expect(link?.getAttribute('href')).toBe(`${site.basePath.slice(0, -1)}${markdown}`);
          expect(text(markdown)).toContain(`Page: <${canonical}${path.slice(1)}>`);
          expect(text(markdown)).not.toMatch(/<\/?(?:Cite|Note|Drawing)/);
        }
      },
    );

    it('llms.txt leads to what is there, and to every such page', () => {
      const links = [...text('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, url = '']) =>
        own(url),
      );
      expect(links.filter((path) => !exists(path))).toEqual([]);
      const markdown = filesUnder(site.directory)
        .filter((file) => file.endsWith('.md'))
        .map((file) => `/${file}`)
        // What others wrote of their licences is nothing that the site says.
        .filter((path) => path !== FILES.licences);
      expect(links).toEqual(expect.arrayContaining(markdown));
    });

    it('feeds are there once there is a release, each known to a page', () => {
      const releases = filesUnder(site.directory).filter((file) => file.startsWith('releases/'));
      const links = pages.flatMap(({ root }) =>
        root
          .querySelectorAll('link[type="application/atom+xml"]')
          .map((link) => link.getAttribute('href') ?? ''),
      );
      const feeds = [...new Set(links)].map((href) => href.slice(site.basePath.length));
      expect(feeds.length).toBeGreaterThanOrEqual(releases.length === 0 ? 0 : 3);
      expect(
        filesUnder(site.directory).filter((f) => /^(changes|options\W.*)\.xml$/.test(f)),
      ).toEqual(feeds.toSorted());
      const parser = new XMLParser({
        ignoreAttributes: false,
        isArray: (name) => name === 'entry',
      });
      for (const file of feeds) {
        const { feed } = parser.parse(text(file)) as {
          feed: { id: string; entry?: { link: { '@_href': string } }[] };
        };
        expect(own(feed.id)).toBe(`/${file}`);
        expect(feed.entry?.length, file).toBeGreaterThan(0);
        for (const { link } of feed.entry ?? []) {
          expect(exists(own(link['@_href']).split('#')[0] ?? ''), link['@_href']).toBe(true);
        }
      }
    });

    it('calendars can be read', () => {
      const calendars = filesUnder(site.directory).filter((file) => file.endsWith('.ics'));
      expect(calendars).toContain('support-ends.ics');
      for (const file of calendars) {
        const calendar = new ICAL.Component(ICAL.parse(text(file)) as unknown[]);
        const events = calendar.getAllSubcomponents('vevent');
        expect(events.length).toBeGreaterThan(0);
        for (const event of events) {
          expect(exists(own(String(event.getFirstPropertyValue('url'))).split('#')[0] ?? '')).toBe(
            true,
          );
        }
      }
    });
  });

  describe('for search engines', () => {
    const parser = new XMLParser({ isArray: (name) => name === 'url' });
    const urls = (
      parser.parse(text('sitemap-0.xml')) as {
        urlset: { url: { loc: string; lastmod?: string }[] };
      }
    ).urlset.url;

    it('the sitemap has every page that wants to be found, and no other', () => {
      const found = pages.filter((page) => page.isFound).map(({ path }) => path);
      expect(urls.map(({ loc }) => own(loc)).toSorted()).toEqual(found.toSorted());
    });

    it('the sitemap says when options were last checked', () => {
      const options = urls.filter(({ loc }) => /^\/options\/./.test(own(loc)));
      expect(options.length).toBeGreaterThan(0);
      for (const { lastmod } of options) expect(lastmod).toMatch(/^\d{4}-\d{2}-\d{2}/);
    });

    it('robots.txt leads to the sitemap', () => {
      const sitemap = /^Sitemap: (.*)$/m.exec(text('robots.txt'))?.[1] ?? '';
      expect(exists(own(sitemap))).toBe(true);
      expect(text('robots.txt')).not.toMatch(/^Disallow/m);
    });

    it('what has moved leads on, and is not found itself', () => {
      const moved = pages.filter(({ root }) => root.querySelector('meta[http-equiv=refresh]'));
      for (const { path, root, isFound } of moved) {
        expect(isFound, path).toBe(false);
        const to = own(root.querySelector('link[rel=canonical]')?.getAttribute('href') ?? '');
        expect(exists(to), to).toBe(true);
        const target = `${site.basePath.slice(0, -1)}${to}`;
        expect(root.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')).toBe(
          `0; url=${target}`,
        );
        expect(root.querySelector('main a')?.getAttribute('href')).toBe(target);
      }
      if (site.name === 'another site') {
        expect(moved.map(({ path }) => path)).toContain('/options/bohea/');
      }
    });

    it('structured data have what search engines ask for, and true addresses', () => {
      const seen = new Set<string>();
      for (const { path, root } of pages) {
        for (const script of root.querySelectorAll('script[type="application/ld+json"]')) {
          const thing = JSON.parse(script.text) as Record<string, unknown> & { '@type': string };
          const type = thing['@type'];
          seen.add(type);
          const asked = ASKED[type];
          expect(asked, `${path}: ${type}`).toBeDefined();
          for (const field of asked ?? []) expect(thing[field], `${path}: ${field}`).toBeTruthy();
          for (const address of ownAddresses(thing, canonical)) {
            expect(exists(own(address).split('#')[0] ?? ''), `${path}: ${address}`).toBe(true);
          }
        }
      }
      expect([...seen].toSorted()).toEqual(expect.arrayContaining([...ON_EVERY_SITE]));
    });

    it('breadcrumbs in the data are those on the page', () => {
      for (const { path, root } of pages.filter((page) => page.isFound && page.path !== '/')) {
        const data = root
          .querySelectorAll('script[type="application/ld+json"]')
          .map((script) => JSON.parse(script.text) as Breadcrumbs)
          .find((thing) => thing['@type'] === 'BreadcrumbList');
        const shown = root.querySelectorAll('.crumbs li').map((li) => li.text.trim());
        expect(
          data?.itemListElement.map(({ name }) => name),
          path,
        ).toEqual(shown);
        expect(data?.itemListElement.map(({ position }) => position)).toEqual(
          shown.map((_, i) => i + 1),
        );
      }
    });
  });

  describe('for previews and citations', () => {
    it('every page has a picture, and every picture a page', async () => {
      const shown = new Set<string>();
      for (const { path, root } of pages.filter((page) => page.isFound)) {
        const meta = (name: string): string =>
          root.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';
        const picture = own(meta('og:image'));
        shown.add(picture);
        expect(meta('og:image:alt').length, path).toBeGreaterThan(10);
        expect([meta('og:image:width'), meta('og:image:height')].map(Number)).toEqual(
          Object.values(PICTURE_SIZE),
        );
      }
      expect(readdirSync(join(site.directory, 'pictures')).map((n) => `/pictures/${n}`)).toEqual(
        [...shown].toSorted(),
      );
      for (const picture of shown) {
        const { width, height } = await sharp(join(site.directory, picture)).metadata();
        expect({ width, height }).toEqual(PICTURE_SIZE);
      }
    });

    it('options have a picture of their own', () => {
      const pictures = pagesUnder('options').flatMap((path) => {
        const page = pages.find((p) => p.path === path && p.isFound);
        return page?.root.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? [];
      });
      expect(new Set(pictures).size).toBe(pictures.length);
    });

    it.each(['options', 'criteria', 'scenarios', 'guides'])(
      'every page of %s says how to cite it and when it was checked',
      (folder) => {
        for (const path of pagesUnder(folder)) {
          const page = pages.find((p) => p.path === path && p.isFound);
          if (page === undefined) continue;
          const record = page.root.querySelector('.record');
          expect(record?.text, path).toContain(`${canonical}${path.slice(1)}`);
          expect(record?.text, path).toMatch(/Last checked \d{1,2} \w+ \d{4}/);
          expect(record?.querySelector('code')?.text, path).toMatch(/^@misc\{/);
        }
      },
    );

    it('every page of content can be edited', () => {
      const hasRepository = pages.some(({ root }) => root.text.includes('Source code'));
      if (!hasRepository) return;
      for (const folder of ['options', 'criteria', 'scenarios', 'guides']) {
        for (const path of pagesUnder(folder)) {
          const page = pages.find((p) => p.path === path && p.isFound);
          if (page === undefined) continue;
          const edit = page.root.querySelectorAll('a').find((a) => a.text === 'Edit this page');
          expect(edit?.getAttribute('href'), path).toMatch(
            new RegExp(`/${path.slice(1, -1)}\\.mdx$`),
          );
        }
      }
    });

    it('every rating can be edited, that of each mode where modes differ, on the line where it begins', () => {
      const comparison = loadComparison({ directory: site.contentDirectory, today: '2100-01-01' });
      const hasRepository = pages.some(({ root }) => root.text.includes('Source code'));
      for (const option of comparison.options) {
        const page = pages.find((p) => p.path === `/options/${option.slug}/`);
        const lines = readFileSync(option.file, 'utf8').split('\n');
        for (const criterion of comparison.criteria) {
          const links = page?.root
            .querySelectorAll(`tbody[id="${criterion.slug}"] a`)
            .filter((a) => a.text.trim() === 'Edit')
            .map((a) => a.getAttribute('href') ?? '');
          const rated = ratingsOf(option, criterion);
          const what = `${option.slug}, ${criterion.slug}`;
          expect(links, what).toHaveLength(hasRepository ? rated.length : 0);
          for (const [i, link] of (links ?? []).entries()) {
            const [, file = '', line = ''] = /([^/]+)\?plain=1#L(\d+)$/.exec(link) ?? [];
            expect(file, what).toBe(basename(option.file));
            // Rows of tables have all ratings on their line, and what is unrated has none.
            if (!file.endsWith('.mdx') || rated[i]?.rating.state === 'unrated') continue;
            expect(lines[Number(line) - 1]?.trim(), what).toMatch(
              new RegExp(`^${criterion.slug}:`),
            );
          }
          expect(new Set(links).size, what).toBe(links?.length);
        }
      }
    });
  });

  describe('for frames on other pages', () => {
    const views = pages.filter(({ path }) => /^\/embed\/./.test(path));
    const SCRIPTED = '/embed/compare/';

    it('there are a matrix, a comparison of any, and those of two that had an address before', () => {
      const paths = views.map(({ path }) => path);
      expect(paths).toContain('/embed/matrix/');
      const comparison = loadComparison({ directory: site.contentDirectory, today: '2100-01-01' });
      expect(paths.filter((path) => path.startsWith('/embed/compare/')).toSorted()).toEqual(
        [
          SCRIPTED,
          ...framedPairsOf(comparison).map(([a, b]) => `/embed/compare/${a.slug}-vs-${b.slug}/`),
        ].toSorted(),
      );
    });

    it('views run no script but where the address is to be read, are not found, and lead back to the site in a tab of their own', () => {
      for (const { path, root, isFound } of views) {
        if (path !== SCRIPTED) expect(root.querySelectorAll('script'), path).toEqual([]);
        expect(isFound, path).toBe(false);
        const links = root.querySelectorAll('a');
        expect(links.length, path).toBeGreaterThan(1);
        for (const link of links) {
          expect(link.getAttribute('target'), path).toBe('_blank');
          expect(link.getAttribute('rel'), path).toBe('noopener');
        }
      }
    });

    it('snippets lead to views that are there', () => {
      const page = pages.find(({ path }) => path === '/embed/');
      const snippets = page?.root.querySelectorAll('copy-text code').map((code) => code.text) ?? [];
      expect(snippets.length).toBeGreaterThan(1);
      for (const snippet of snippets) {
        const frame = parse(snippet).querySelector('iframe');
        const path = own(frame?.getAttribute('src') ?? '').replace(/\?.*$/, '');
        expect(exists(path)).toBe(true);
        expect(Number(frame?.getAttribute('height'))).toBeGreaterThan(200);
        expect(frame?.getAttribute('title')).toBeTruthy();
        expect(frame?.getAttribute('sandbox')?.includes('allow-scripts')).toBe(path === SCRIPTED);
      }
    });
  });
});

interface Breadcrumbs {
  readonly '@type': string;
  readonly itemListElement: readonly { readonly name: string; readonly position: number }[];
}

/** What search engines ask for of each type of thing that pages speak of. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  Article: ['headline', 'description', 'image', 'author', 'publisher', 'url'],
  BreadcrumbList: ['itemListElement'],
  Dataset: ['name', 'description', 'url', 'creator', 'distribution', 'dateModified', 'version'],
  DefinedTerm: ['name', 'description', 'url', 'inDefinedTermSet'],
  DefinedTermSet: ['name', 'url', 'hasDefinedTerm'],
  ItemList: ['itemListElement', 'numberOfItems'],
  WebPage: ['name', 'description'],
  WebSite: ['name', 'url', 'description'],
};

const ON_EVERY_SITE = [
  'Article',
  'BreadcrumbList',
  'Dataset',
  'DefinedTerm',
  'DefinedTermSet',
  'ItemList',
  'WebSite',
] as const;

/** All addresses of the site in a structure. */
function ownAddresses(value: unknown, site: string): readonly string[] {
  if (typeof value === 'string') return value.startsWith(site) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((child) => ownAddresses(child, site));
}

/** Comma-separated values as RFC 4180 has them. */
function parseCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy,
  )) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  // The last line is ended like all others, so an empty one follows.
  return rows.slice(0, -1);
}
