/** Content of the tests, loaded. */

import { join } from 'node:path';
import type { AbsoluteUrl } from '../../../src/outputs/urls.ts';
import type { Comparison } from '../../../src/comparison/comparison.ts';
import { loadComparison } from '../../../src/comparison/load.ts';

const root = join(import.meta.dirname, '../../..');

/** The day as of which the fixtures are read. */
export const TODAY = '2026-11-22';

/** A comparison of hot drinks that has every kind of scale and every state of a rating. */
export const loadTea = (today = TODAY): Comparison =>
  loadComparison({ directory: join(root, 'tests/fixtures/tea'), today });

/** The content of the site itself, whose ratings may be checked up to the present day. */
export const loadReal = (): Comparison =>
  loadComparison({ directory: join(root, 'content'), today: '2100-01-01' });

/** Addresses of a site that lives under a path. */
export const absoluteUrl: AbsoluteUrl = (path) => `https://tea.example/leaf${path}`;
