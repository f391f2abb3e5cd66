// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { sitemapOptions } from './scripts/lib/sitemap.ts';
import {
  basePath,
  contentDirectory,
  outDirectory,
  hasManyPages,
  siteUrl,
} from './src/comparison/environment.ts';
import { readOrigin } from './src/comparison/load.ts';
import { LICENCES } from './scripts/lib/licences.ts';
import { wrongSettings } from './scripts/lib/settings.ts';

const wrong = wrongSettings(process.env);
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(2);
}

// What the builder tells the pages of itself would be taken from the environment, if it has such names:
// test runners set them, and people set BASE_URL to something else.
for (const name of ['BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR'])
  Reflect.deleteProperty(process.env, name);

/** @param {string | Buffer} data */
const sha256 = (data) => createHash('sha256').update(data);

// Scripts that run before the first paint stand in the pages themselves, by their hashes.
const early = new URL('src/islands/early/', import.meta.url);
const earlyHashes = readdirSync(early).map((file) => {
  /** @type {`sha256-${string}`} */
  const hash = `sha256-${sha256(readFileSync(new URL(file, early))).digest('base64')}`;
  return hash;
});

/** What every page needs of what several scripts share: one request, not one a module. */
const shared =
  /islands[\\/](?:copy-and-save|dom|first-paint|modifier-keys|named-data|picks|site-storage|sticking)\.ts$|links[\\/]picks-query\.ts$|preload-helper/;

/**
 * Modules that are reached through an import with `?own=<page>` are bundled for that page alone. Pages
 * that share modules would otherwise load what any of them uses, in several files that compress worse.
 * What every page has loaded anyway is not bundled a second time.
 *
 * @type {import('vite').Plugin}
 */
const ownModules = {
  name: 'own-modules',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    const [own] = importer?.match(/\?own=\w+$/) ?? [];
    if (own === undefined || !source.startsWith('.')) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return resolved && !shared.test(resolved.id)
      ? { ...resolved, id: resolved.id + own }
      : resolved;
  },
};

/**
 * The bundler’s helper around `import()` would load the styles and imports of what is imported as
 * well. There are none that the page has not loaded already, and the helper is larger than most scripts.
 *
 * @type {import('vite').Plugin}
 */
const plainDynamicImports = {
  name: 'plain-dynamic-imports',
  enforce: 'pre',
  // Or each call would still carry the list of files; Astro overrides `build.modulePreload` itself.
  configEnvironment: () => ({ build: { modulePreload: false } }),
  load: {
    filter: { id: /vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

/**
 * In development, what a build writes beside the pages is served from the same table.
 *
 * @type {import('astro').AstroIntegration}
 */
const dataFilesInDevelopment = {
  name: 'data-files-in-development',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command !== 'dev') return;
      const entrypoint = new URL('src/pages/_data-file.ts', import.meta.url);
      for (const extension of ['ics', 'json', 'md', 'xml'])
        injectRoute({ pattern: `/[...path].${extension}`, entrypoint });
    },
  },
};

export default defineConfig({
  site: siteUrl ?? readOrigin(contentDirectory) ?? 'http://localhost',
  base: basePath,
  outDir: outDirectory,
  // Each content folder has a cache of its own, or the entries of one would show up in another.
  cacheDir: `node_modules/.astro/${sha256(contentDirectory).digest('hex').slice(0, 12)}`,
  trailingSlash: 'always',
  // Nothing else has JSX of Preact; its compiler would read every module of TypeScript.
  integrations: [
    mdx(),
    preact({ include: ['**/islands/**/*.tsx'] }),
    sitemap(sitemapOptions(outDirectory, basePath)),
    dataFilesInDevelopment,
  ],
  // Highlighters that write style attributes are at odds with the Content-Security-Policy.
  markdown: { syntaxHighlight: false },
  build: {
    // The whole style sheet is a few kilobytes; one request less is worth more than its reuse, but not
    // where thousands of pages would be half styles.
    inlineStylesheets: hasManyPages ? 'never' : 'always',
  },
  security: {
    csp: {
      scriptDirective: { hashes: earlyHashes },
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
  devToolbar: { enabled: false },
  experimental: { contentIntellisense: true },
  vite: {
    plugins: [ownModules, plainDynamicImports, tailwindcss()],
    build: {
      license: { fileName: LICENCES },
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'shared', test: shared }] } },
        onLog(level, log, handler) {
          // Every MDX module begins with a directive that the bundler does not know.
          if (log.code === 'MODULE_LEVEL_DIRECTIVE') return;
          handler(level, log);
        },
      },
    },
  },
});
