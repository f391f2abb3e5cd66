/** Which links of the content are followed; how a fault reads is in fixtures/broken. */

import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { slugsOf } from '../../../../src/comparison/slugs-of.ts';
import { tryLoadComparison } from '../../../../src/comparison/load.ts';
import { allPaths } from '../../../../src/links/routes.ts';
import { loadTea, TODAY } from '../loaded.ts';

const directory = mkdtempSync(join(tmpdir(), 'edgewise-'));
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** The targets that the check finds to lead nowhere, of links on a page of the fixture about tea. */
function wrongOf(targets: readonly string[]): readonly (string | undefined)[] {
  cpSync(join(import.meta.dirname, '../../../fixtures/tea'), directory, { recursive: true });
  const links = targets.map((target) => `[there](${target})`).join('\n\n');
  appendFileSync(join(directory, 'pages/about.mdx'), `\n\n${links}\n`);
  return tryLoadComparison({ directory, today: TODAY }).faults.map((fault) => fault.found);
}

describe('a link in prose', () => {
  it('may lead to every page that the site has', () => {
    const paths = allPaths(slugsOf(loadTea()));
    expect(paths.length).toBeGreaterThan(40);
    expect(wrongOf(paths)).toEqual([]);
  });

  it.each([
    '/compare/',
    '/a-z/',
    '/api/',
    '/embed/',
    '/matrix/print/',
    '/compare/black-tea-vs-green-tea/',
    '/matrix/?caffeine=..40&sort=-strength',
    '/compare/?options=black-tea,water#strength',
    '/recommend/?v=1',
    // Old names and what counts clicks are followed or left aside, as the pages do.
    '/compare/?options=black-tea&differences&utm_source=x',
    '/options/black-tea/?x#strength',
  ])('may lead to %s', (target) => {
    expect(wrongOf([target])).toEqual([]);
  });

  it.each([
    '/matrix/print',
    '/matrix/paper/?sort=strength',
    '/compare/green-tea-vs-black-tea/',
    '/compare/black-tea-vs-coffee/',
    '/embed/scenarios/none/',
    '/options/bohea/',
    '/options/coffee/?x',
    '/options/black-tea/?x#sweetness',
    '/glossary/#nothing',
  ])('may not lead to %s', (target) => {
    expect(wrongOf([target])).toEqual([target]);
  });
});
