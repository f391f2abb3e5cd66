/** The checker of accessibility, as it is put into the pages of every browser. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axeCore from 'axe-core';

declare global {
  /** Only there once the source has run in the page. */
  var axe: typeof axeCore;
}

export const AXE_SOURCE = readFileSync(
  fileURLToPath(import.meta.resolve('axe-core/axe.min.js')),
  'utf8',
);
