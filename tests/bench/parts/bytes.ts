import { builtSite } from '../build-site.ts';
import { table } from '../markdown.ts';
import { heaviestPages, weighPages, type Size } from '../page-weights.ts';
import type { Part } from '../part.ts';

export const bytes: Part = {
  name: 'bytes',
  title: 'Bytes by page type',
  async run() {
    const pages = weighPages(await builtSite());
    const rows = heaviestPages(pages).map((page) => [
      page.template,
      String(pages.filter((p) => p.template === page.template).length),
      page.path,
      String(page.files),
      told(page.whole),
      told(page.style),
      told(page.script),
    ]);
    return [
      'The heaviest page of each template: the document with every script and style sheet that it loads.',
      'In kB (1000 bytes) as raw / gzip / brotli; style and script are parts of the whole, compressed alone.',
      '',
      table(['template', 'pages', 'heaviest', 'files', 'whole', 'style', 'script'], rows),
    ].join('\n');
  },
};

const told = ({ raw, gzip, brotli }: Size): string =>
  [raw, gzip, brotli].map((count) => (count / 1000).toFixed(1)).join(' / ');
