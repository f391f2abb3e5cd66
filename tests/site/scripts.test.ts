/** What the built scripts are made of. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SITES } from '../sites.ts';

describe.each(SITES)('$name', (site) => {
  const folder = join(site.directory, '_astro');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('imports when needed as the language does, without the bundler’s helper', () => {
    expect(scripts.some((name) => /\bimport\(/.test(read(name)))).toBe(true);
    const withHelper = scripts.filter((name) => /vite:preloadError|modulepreload/.test(read(name)));
    expect(withHelper).toEqual([]);
  });

  it('tells no path of the machine on which it was built', () => {
    expect(scripts.filter((name) => read(name).includes(process.cwd()))).toEqual([]);
  });

  it('serves the notices of what is bundled', () => {
    const notices = readFileSync(join(site.directory, 'licences.md'), 'utf8');
    for (const name of ['preact', 'fuse.js', 'workbox-core', 'workbox-strategies', 'tailwindcss']) {
      expect(notices).toMatch(new RegExp(`^## ${name} - [\\d.]+ \\(.+\\)$`, 'm'));
    }
    expect(notices.match(/Permission is hereby granted/g)?.length).toBeGreaterThan(4);
    expect(notices).toContain('Apache License');
  });

  it('has the policy before all that it holds for', () => {
    const page = readFileSync(join(site.directory, 'index.html'), 'utf8');
    const [, before = ''] =
      /<head>(.*?)<meta http-equiv="content-security-policy"/s.exec(page) ?? [];
    expect(before).toBe('<meta charset="utf-8">');
  });
});
