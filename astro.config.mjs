// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { basePath, contentDirectory, outDirectory, siteUrl } from './src/comparison/environment.ts';
import { readOrigin } from './src/comparison/load.ts';

/** @param {string | Buffer} data */
const sha256 = (data) => createHash('sha256').update(data);

// Scripts that run before the first paint stand in the pages themselves, by their hashes.
const early = new URL('src/islands/early/', import.meta.url);
const earlyHashes = readdirSync(early).map((file) => {
  /** @type {`sha256-${string}`} */
  const hash = `sha256-${sha256(readFileSync(new URL(file, early))).digest('base64')}`;
  return hash;
});

export default defineConfig({
  site: siteUrl ?? readOrigin(contentDirectory) ?? 'http://localhost',
  base: basePath,
  outDir: outDirectory,
  // Each content folder has a cache of its own, or the entries of one would show up in another.
  cacheDir: `node_modules/.astro/${sha256(contentDirectory).digest('hex').slice(0, 12)}`,
  trailingSlash: 'always',
  integrations: [mdx(), preact()],
  // Highlighters that write style attributes are at odds with the Content-Security-Policy.
  markdown: { syntaxHighlight: false },
  build: {
    // The whole style sheet is a few kilobytes; one request less is worth more than its reuse.
    inlineStylesheets: 'always',
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
    plugins: [tailwindcss()],
    build: {
      rolldownOptions: {
        onLog(level, log, handler) {
          // Every MDX module begins with a directive that the bundler does not know.
          if (log.code === 'MODULE_LEVEL_DIRECTIVE') return;
          handler(level, log);
        },
      },
    },
  },
});
