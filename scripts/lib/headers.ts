/**
 * The file `_headers`, from which several static hosts take the headers that they send. The server in
 * `hosting/nginx.conf` sends the same.
 */

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A header and its value. */
type Header = readonly [name: string, value: string];

// What may run and what may style a page is said in the page, with the hashes of what stands in it, and
// counts besides. This is for all that cannot say it for itself: workers, drawings and data.
const POLICY = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-src 'none'",
  "img-src 'self'",
  "manifest-src 'self'",
  "media-src 'none'",
  "object-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
];

const EVERYWHERE: readonly Header[] = [
  ['Content-Security-Policy', POLICY.join('; ')],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  // Addresses carry what a reader asked for.
  ['Referrer-Policy', 'same-origin'],
  ['X-Content-Type-Options', 'nosniff'],
];
const UNFRAMED: Header = ['Content-Security-Policy', "frame-ancestors 'self'"];

/** What the files of a folder at the top of the site are sent with besides. */
function headersOf(folder: string): readonly Header[] {
  switch (folder) {
    case '_astro':
    case 'pictures':
      // Their names tell their contents.
      return [['Cache-Control', 'public, max-age=31536000, immutable'], UNFRAMED];
    case 'api':
      return [['Access-Control-Allow-Origin', '*'], UNFRAMED];
    case 'embed':
      return [];
    default:
      return [UNFRAMED];
  }
}

/**
 * The contents of `_headers`.
 *
 * Where several rules match an address, hosts join the values of a header, and neither can take one
 * away; so the views that others may frame are told apart by naming all that is not one of them.
 *
 * @param folders what lies at the top of the site
 * @param basePath the path under which the site lives, with a slash at both ends
 */
function headersFile(folders: readonly string[], basePath: string): string {
  const rules: readonly (readonly [pattern: string, headers: readonly Header[]])[] = [
    [`${basePath}*`, EVERYWHERE],
    [basePath, [UNFRAMED]],
    ...folders.map((folder) => [`${basePath}${folder}/*`, headersOf(folder)] as const),
  ];
  return rules
    .filter(([, headers]) => headers.length > 0)
    .map(([pattern, headers]) =>
      [pattern, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/** Writes `_headers` into a built site. */
export function writeHeaders(directory: string, basePath: string): void {
  const folders = readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  writeFileSync(join(directory, '_headers'), headersFile(folders, basePath));
}
