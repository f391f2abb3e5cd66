/** The licence notices of what others wrote and a built site serves. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FILES } from '../../src/links/routes.ts';

/** Where the notices lie in a site, from its top. The builder begins it, for what it bundles itself. */
export const LICENCES = FILES.licences.slice(1);

// What the builder does not tell of: fonts, the utilities of styles, and what the service worker is made with.
const BESIDES = [
  '@fontsource-variable/source-sans-3',
  '@fontsource/source-serif-4',
  'tailwindcss',
  'workbox-core',
  'workbox-routing',
  'workbox-strategies',
];

const modules = resolve(import.meta.dirname, '../../node_modules');

/** The package to which a bundled module belongs; null for one of this project. */
function packageOf(module: string): string | null {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1] ?? null;
}

/**
 * Those of the packages whose notices no site would hold.
 *
 * @param modules what was bundled besides by this project, as paths
 */
export function withoutNotice(bundled: readonly string[]): string[] {
  const names = bundled.map(packageOf).filter((name) => name !== null);
  return [...new Set(names)].filter((name) => !BESIDES.includes(name)).toSorted();
}

/** Adds the notices to a built site of what its builder does not tell of. */
export function writeLicences(site: string): void {
  const path = join(site, LICENCES);
  writeFileSync(
    path,
    [readFileSync(path, 'utf8').trimEnd(), ...BESIDES.map(notice), ''].join('\n\n'),
  );
}

function notice(name: string): string {
  const folder = join(modules, name);
  const { version, license } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Record<'version' | 'license', string>;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence beside it.`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `## ${name} - ${version} (${license})\n\n${text}`;
}
