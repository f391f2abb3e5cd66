/** What every built page is held to, as far as it can be told without a browser. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { contentDay } from '../../src/comparison/content-day.ts';
import { slugsOf } from '../../src/comparison/slugs-of.ts';
import { moves } from '../../src/comparison/former-addresses.ts';
import { loadComparison, readContent } from '../../src/comparison/load.ts';
import { partsOfPages, partsOfPair } from '../../src/comparison/page-parts.ts';
import { allPaths, isIndexed } from '../../src/links/routes.ts';
import { wrongIds } from '../page-ids.ts';
import { IS_FOREIGN } from '../content-under-test.ts';
import { SITES, templateOf } from '../sites.ts';
import { builtPages, type BuiltPage } from './built-pages.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The renderer’s own habits, all of them valid HTML.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Long titles are the content’s own; the search engines cut them.
    'long-title': 'off',
    // A scrolling region must be reachable by keyboard, and so focusable.
    'no-redundant-role': 'off',
    // What a script applies at once needs no button to submit it.
    'wcag/h32': 'off',
    // Boxes of one question share its name, as radio buttons do.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    // A list may have a name.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'prefer-native-element': 'off',
    'require-sri': 'off',
  },
});

// Compressed bytes of the page with all that it loads at once, what scripts import among it, by template.
const BUDGETS: Readonly<Record<string, number>> = {
  '/': 16_000,
  '/matrix/': 110_000,
  '/matrix/print/': 110_000,
  '/options/*': 30_000,
  // With its script, which is not small, as it answers by itself, and all that this imports; and each
  // question as a form and as a guide.
  '/recommend/': 66_500,
};
const BUDGET = 25_000;

// What content of November 2026 has, and what more of it may weigh; `each` is in bytes, too.
const GROWTH = {
  // Of an option page, criteria of the content and modes of the option beyond none.
  criteria: { then: 36, each: 400 },
  cells: { then: 756, each: 50 },
};

// Bytes of all fonts together, and how many of them come before the first paint.
const FONTS = { bytes: 60_000, early: 2 };

// Compressed bytes of all the scripts that a page may come to load by what is done on it, except for
// those that every page has, by template; and of those that every page loads at once.
const SCRIPT_BUDGETS: Readonly<Record<string, number>> = {
  // With modes, a choice of mode for each option; what differs most in sentences, and drawings.
  // And a field for the name of one of many. Figures may be dates, or have units with prefixes. A drawing
  // is that of the mode. Ratings are fetched, and again from a newer edition, or where they could not be had.
  '/compare/': 14_500,
  // The address is read, ratings fetched, and the table made, as on the page for any.
  '/embed/compare/': 7_200,
  // It takes figures as people write them, merges steps of history that the browser refuses, and keeps
  // its panels within the window; it has quick filters, all filters in a drawer, a menu for each column, and
  // the way to correct a rating in each panel. It starts after the first paint, in parts
  // between which it answers its reader. It fetches reasons that the page would be heavy with.
  '/matrix/': 23_300,
  // It tells what a server sends in place of a file from that file.
  '/offline/': 2_100,
  '/recommend/': 58_400,
};
const SCRIPT_BUDGET = 2_000;
const SHARED_SCRIPT_BUDGET = 3_000;

// One less sets up tables first that take longer than most parts of a page do.
const HASTY = 10;

const compressed = promisify(brotliCompress);

/** Bytes of all parts, each compressed alone, with so much care (1 to 11); of each part once. */
function brotliSizes(): (parts: readonly Buffer[], quality: number) => Promise<number> {
  const known = new Map<Buffer, Promise<number>[]>();
  return async (parts, quality) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
    const sizes = await Promise.all(
      parts.map((part) => {
        const ofPart = known.get(part) ?? [];
        known.set(part, ofPart);
        return (ofPart[quality] ??= compressed(part, { params }).then(({ length }) => length));
      }),
    );
    return sizes.reduce((a, b) => a + b, 0);
  };
}

/** All pages, but one in ten of those that are made alike by the hundred. */
const sampled = (pages: readonly BuiltPage[]): readonly BuiltPage[] =>
  pages.filter(({ path }, i) => i % 10 === 0 || !templateOf(path).endsWith('/compare/*'));

/** Of each template the pages with the most markup; the others cannot be larger by much. */
function heaviest(pages: readonly BuiltPage[]): readonly BuiltPage[] {
  const templates = [...new Set(pages.map((page) => templateOf(page.path)))];
  return templates.flatMap((template) =>
    pages
      .filter((page) => templateOf(page.path) === template)
      .toSorted((a, b) => b.html.length - a.html.length)
      .slice(0, 3),
  );
}

describe.each(SITES)('$name', (site) => {
  const pages = builtPages(site);
  const base = site.basePath.replace(/\/$/, '');
  const comparison = loadComparison({ directory: site.contentDirectory, today: '2100-01-01' });
  const { options, criteria } = comparison;
  /** What a page may weigh more, in bytes, for what content has had added. */
  const grown = (template: string): number => {
    const more = ({ then, each }: (typeof GROWTH)['cells'], now: number): number =>
      Math.max(0, now - then) * each;
    const most = Math.max(...options.map(({ modes }) => modes.length));
    const ratingsOfModes = options.map(({ modes }) =>
      modes.slice(1).reduce((count, mode) => count + Object.keys(mode.ratings).length, 0),
    );
    if (template === '/options/*') return more(GROWTH.criteria, criteria.length + most);
    // With the reasons of two options, each as one mode.
    if (template === '/compare/*') return 2 * more(GROWTH.criteria, criteria.length);
    if (!template.startsWith('/matrix/')) return 0;
    const ofModes = ratingsOfModes.reduce((a, b) => a + b, 0);
    return more(GROWTH.cells, options.length * criteria.length + ofModes);
  };

  it('has pages', () => {
    expect(pages.length).toBeGreaterThan(IS_FOREIGN ? 5 : 20);
    expect(pages.map((page) => page.path)).toContain('/404.html');
  });

  it('has the pages that the table of routes knows, those at former addresses, and no others', () => {
    const expected = [...allPaths(slugsOf(comparison)), '/404.html'];
    const moved = moves(comparison).map((move) => move.from);
    expect(pages.map((page) => page.path).toSorted()).toEqual([...expected, ...moved].toSorted());
    const kept = pages.filter(({ root }) => root.querySelector('meta[name=robots]') !== null);
    expect(kept.map((page) => page.path).toSorted()).toEqual(
      [...expected.filter((path) => !isIndexed(path)), '/404.html', ...moved].toSorted(),
    );
    const sitemap = readFileSync(join(site.directory, 'sitemap-0.xml'), 'utf8');
    const mapped = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      new URL(url).pathname.slice(base.length),
    );
    expect(mapped.toSorted()).toEqual(allPaths(slugsOf(comparison)).filter(isIndexed).toSorted());
  });

  it('has on each page the ids that the validator takes it to have, and no others', () => {
    const { content } = readContent({
      directory: site.contentDirectory,
      today: contentDay(site.contentDirectory),
    });
    const expected = content === null ? new Map<string, never>() : partsOfPages(content);
    const moved = new Set(moves(comparison).map(({ from }) => from));
    const wrong = pages.flatMap(({ path, root }) => {
      if (moved.has(path)) return [];
      const page = expected.get(path)?.() ?? (content === null ? null : partsOfPair(content, path));
      return page === null ? [] : wrongIds(path, root, page);
    });
    expect(wrong).toEqual([]);
    expect(expected.size).toBeGreaterThan(30);
  });

  it.each(sampled(pages))('$path is valid HTML', async ({ html }) => {
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((r) => r.messages);
    expect(
      messages.map((m) => `${String(m.line)}:${String(m.column)} ${m.ruleId} ${m.message}`),
    ).toEqual([]);
  });

  it('leaves nothing of an answered scenario to be worked out by a script', () => {
    const answered = pages.filter((page) => page.path.startsWith('/scenarios/'));
    if (!IS_FOREIGN) expect(answered).not.toEqual([]);
    const open = answered.filter(({ html }) => /being worked out|first in<\/span>\s*…/.test(html));
    expect(open.map((page) => page.path)).toEqual([]);
  });

  it('has a title, description and address of its own on every page', () => {
    const indexed = pages.filter((page) => {
      const robots = page.root.querySelector('meta[name=robots]');
      return robots?.getAttribute('content') !== 'noindex';
    });
    if (!IS_FOREIGN) expect(indexed.length).toBeGreaterThan(15);
    const titles = indexed.map((page) => page.root.querySelector('title')?.text ?? '');
    const descriptions = indexed.map(
      (page) => page.root.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
    );
    expect(new Set(titles).size).toBe(indexed.length);
    expect(new Set(descriptions).size).toBe(indexed.length);
    for (const page of indexed) {
      const canonical = page.root.querySelector('link[rel=canonical]')?.getAttribute('href');
      expect(new URL(canonical ?? '').pathname).toBe(base + page.path);
      expect(page.root.querySelectorAll('h1'), page.path).toHaveLength(1);
      expect(page.root.querySelector('html')?.getAttribute('lang')).toMatch(/^[a-z]{2}/);
    }
  });

  it('has no broken link', () => {
    const known = new Map(pages.map((page) => [base + page.path, page]));
    const broken = pages.flatMap((page) =>
      page.root.querySelectorAll('a[href]').flatMap((link) => {
        const href = link.getAttribute('href') ?? '';
        if (/^https?:/.test(href)) return [];
        const url = new URL(href, `http://site.example${base}${page.path}`);
        const target = known.get(url.pathname);
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (target === undefined) {
          return existsSync(join(site.directory, url.pathname.slice(base.length)))
            ? []
            : [`${page.path} → ${href}`];
        }
        return fragment === '' || target.ids.has(fragment) ? [] : [`${page.path} → ${href}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('has a strict policy, and nothing in its pages that would need a laxer one', () => {
    for (const { path, root } of pages) {
      const policy =
        root.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content') ??
        '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe-|https?:|\*|data:/);
      expect(root.querySelectorAll('[style]'), path).toEqual([]);
      const handlers = root
        .querySelectorAll('*')
        .flatMap((element) =>
          Object.keys(element.attributes).filter((name) => name.startsWith('on')),
        );
      expect(handlers, path).toEqual([]);
    }
  });

  it('loads nothing from elsewhere', () => {
    for (const { path, root } of pages) {
      const loaded = [
        ...root.querySelectorAll('[src]').map((e) => e.getAttribute('src') ?? ''),
        ...root
          .querySelectorAll(
            'link[rel=stylesheet], link[rel=icon], link[rel=preload], link[rel=modulepreload], link[rel=manifest]',
          )
          .map((e) => e.getAttribute('href') ?? ''),
      ];
      expect(
        loaded.filter((address) => !address.startsWith(`${base}/`)),
        path,
      ).toEqual([]);
    }
  });

  it('has structured data that parses', () => {
    const blocks = pages.flatMap((page) =>
      page.root.querySelectorAll('script[type="application/ld+json"]').map((script) => script.text),
    );
    expect(blocks.length).toBeGreaterThan(IS_FOREIGN ? 0 : 10);
    for (const block of blocks)
      expect(JSON.parse(block)).toHaveProperty('@context', 'https://schema.org');
  });

  it.skipIf(IS_FOREIGN)('keeps each page within its bytes', async () => {
    const brotliSize = brotliSizes();
    const files = new Map<string, Buffer>();
    const fileAt = (address: string): Buffer => {
      const known = files.get(address);
      const file = known ?? readFileSync(join(site.directory, address.slice(base.length)));
      files.set(address, file);
      return file;
    };
    const overIn = async (page: BuiltPage): Promise<string[]> => {
      const assets = [
        ...page.root.querySelectorAll('script[src]').map((e) => e.getAttribute('src') ?? ''),
        ...page.root
          .querySelectorAll('link[rel=stylesheet], link[rel=modulepreload]')
          .map((e) => e.getAttribute('href') ?? ''),
      ].map(fileAt);
      const budget = (BUDGETS[templateOf(page.path)] ?? BUDGET) + grown(templateOf(page.path));
      const parts = [Buffer.from(page.html), ...assets];
      // What fits when hastily packed fits all the more when packed as hosts do, which takes long.
      if ((await brotliSize(parts, HASTY)) <= budget) return [];
      const bytes = await brotliSize(parts, constants.BROTLI_MAX_QUALITY);
      return bytes > budget ? [`${page.path}: ${String(bytes)} of ${String(budget)} bytes`] : [];
    };
    // Each on its own, as the packer has threads of its own.
    const over = await Promise.all(heaviest(pages).map(overIn));
    expect(over.flat()).toEqual([]);
  });

  it('has few fonts, which come once for all pages, and with their licences', () => {
    const folder = join(site.directory, '_astro');
    const fonts = readdirSync(folder).filter((name) => /\.(?:woff2?|ttf|otf)$/.test(name));
    const bytes = fonts.map((name) => readFileSync(join(folder, name)).length);
    expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(FONTS.bytes);
    const notices = readFileSync(join(site.directory, 'licences.md'), 'utf8');
    expect(notices.match(/^## @fontsource.* \(OFL-1\.1\)$/gm)).toHaveLength(fonts.length);
    const loaded = pages.map(({ html, root }) => ({
      early: root
        .querySelectorAll('link[rel=preload][as=font][crossorigin]')
        .map((link) => link.getAttribute('href') ?? '')
        .toSorted(),
      named: [...html.matchAll(/url\(["']?([^"')]+\.woff2)/g)].map(([, url]) => url).toSorted(),
    }));
    const expected = fonts.map((name) => `${base}/_astro/${name}`).toSorted();
    expect(expected.length).toBeLessThanOrEqual(FONTS.early);
    for (const { early, named } of loaded.filter(({ named }) => named.length > 0)) {
      expect(early).toEqual(expected);
      expect(named).toEqual(expected);
    }
  });

  it('keeps the scripts of each page within their bytes', () => {
    const scripts = (page: BuiltPage): string[] =>
      page.root
        .querySelectorAll('script[src]')
        .map((e) => e.getAttribute('src'))
        .filter((address) => address !== undefined)
        .map((address) => address.slice(base.length + 1));
    /** The file and all that it imports, now or later. */
    const withImports = (file: string, found: Set<string>): Set<string> => {
      if (found.has(file)) return found;
      found.add(file);
      const text = readFileSync(join(site.directory, file), 'utf8');
      for (const [, name] of text.matchAll(/["'`](?:\.\/|\/[\w/]*_astro\/)([\w.-]+\.js)["'`]/g)) {
        withImports(`_astro/${name ?? ''}`, found);
      }
      return found;
    };
    const sizeOf = (files: Iterable<string>): number =>
      [...files]
        .map((file) => gzipSync(readFileSync(join(site.directory, file))).length)
        .reduce((a, b) => a + b, 0);

    const plain = pages.find((page) => page.path === '/about/') ?? pages[0];
    const everywhere = plain === undefined ? [] : scripts(plain);
    expect(sizeOf(everywhere)).toBeLessThan(SHARED_SCRIPT_BUDGET);

    const shared = new Set<string>();
    for (const file of everywhere) withImports(file, shared);
    const over = heaviest(pages).flatMap((page) => {
      const own = new Set<string>();
      for (const file of scripts(page)) withImports(file, own);
      const bytes = sizeOf([...own].filter((file) => !shared.has(file)));
      const budget = SCRIPT_BUDGETS[templateOf(page.path)] ?? SCRIPT_BUDGET;
      return bytes > budget ? [`${page.path}: ${String(bytes)} of ${String(budget)} bytes`] : [];
    });
    expect(over).toEqual([]);
  });
});

describe.skipIf(IS_FOREIGN)('a site about something else', () => {
  it('says nothing of Kubernetes, clusters or the edge', () => {
    const site = SITES.find((s) => s.name === 'another site');
    const words = (site === undefined ? [] : builtPages(site)).flatMap(
      (page) =>
        page.html
          .match(/\b(?:kubernetes|k8s|clusters?|edge|edgewise)\b/gi)
          ?.map((word) => `${page.path}: ${word}`) ?? [],
    );
    expect(words).toEqual([]);
  });
});
