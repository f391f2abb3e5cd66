// @ts-check
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { basePath, contentDirectory, outDirectory, siteUrl } from './src/comparison/environment.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readOrigin } from './src/comparison/load.ts';

const themeEarly = readFileSync(new URL('src/islands/theme-early.js', import.meta.url));
/** @type {`sha256-${string}`} */
const themeEarlyHash = `sha256-${createHash('sha256').update(themeEarly).digest('base64')}`;

export default defineConfig({
  site: siteUrl ?? readOrigin(contentDirectory) ?? 'http://localhost',
  base: basePath,
  outDir: outDirectory,
  // Each content folder has a cache of its own, or the entries of one would show up in another.
  cacheDir: `node_modules/.astro/${createHash('sha256').update(contentDirectory).digest('hex').slice(0, 12)}`,
  trailingSlash: 'always',
  integrations: [mdx()],
  // Highlighters that write style attributes are at odds with the Content-Security-Policy.
  markdown: { syntaxHighlight: false },
  build: {
    // The whole style sheet is a few kilobytes; one request less is worth more than its reuse.
    inlineStylesheets: 'always',
  },
  security: {
    csp: {
      scriptDirective: { hashes: [themeEarlyHash] },
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
