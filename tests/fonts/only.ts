/**
 * Has Chromium see no fonts but some that the tests bring, whatever is installed: how a page lies must
 * not hang on that. Where the browser does not find its fonts by fontconfig, nothing changes.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Fonts that machines commonly have: wide ones, and the narrowest of them. */
export const FALLBACKS = {
  wide: { sans: 'DejaVu Sans', serif: 'DejaVu Serif', mono: 'DejaVu Sans Mono' },
  // The same under names that no page asks for, as are the fonts of machines that nobody thought of.
  unknown: { sans: 'DejaVu Sans', serif: 'DejaVu Serif', mono: 'DejaVu Sans Mono' },
  // What Liberation is made from, and as wide in every letter.
  narrow: { sans: 'Arimo', serif: 'Tinos', mono: 'Arimo' },
} as const;

export type Fallback = keyof typeof FALLBACKS;

/** The folders of the packages that bring them. */
const FOLDERS: Readonly<Record<Fallback, readonly string[]>> = {
  wide: ['dejavu-fonts-ttf'].map(folderOf),
  unknown: ['dejavu-fonts-ttf'].map(folderOf),
  narrow: ['@expo-google-fonts/arimo', '@expo-google-fonts/tinos'].map(folderOf),
};

function folderOf(name: string): string {
  return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
}

/**
 * The launch options with which Chromium has these fonts alone, and loads none that pages bring.
 *
 * @returns what to add to `launchOptions` of the test runner: environment and arguments
 */
export function onlyFonts(fallback: Fallback): {
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
} {
  const cache = resolve(import.meta.dirname, '../../.cache/fonts', fallback);
  mkdirSync(cache, { recursive: true });
  const { sans, serif, mono } = FALLBACKS[fallback];
  const instead = (family: string, font: string): string =>
    `<match target="pattern"><test name="family"><string>${family}</string></test>` +
    `<edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`;
  const unnamed = ['fullname', 'postscriptname']
    .map((name) => `<edit name="${name}" mode="assign"><string>Unknown</string></edit>`)
    .join('');
  const file = join(cache, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${FOLDERS[fallback].map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
${fallback === 'unknown' ? `<match target="scan">${unnamed}</match>` : ''}
${instead('sans-serif', sans)}
${instead('serif', serif)}
${instead('monospace', mono)}
</fontconfig>
`,
  );
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  return { env: { ...env, FONTCONFIG_FILE: file }, args: ['--disable-remote-fonts'] };
}
