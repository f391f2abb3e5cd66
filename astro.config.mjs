// @ts-check
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { basePath, contentDirectory, outDirectory, siteUrl } from './src/comparison/environment.ts';
import { readOrigin } from './src/comparison/load.ts';

export default defineConfig({
  site: siteUrl ?? readOrigin(contentDirectory) ?? 'http://localhost',
  base: basePath,
  outDir: outDirectory,
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
