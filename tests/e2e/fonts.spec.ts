/** The fonts of the site, and those that stand in for them: the page lies the same with any. */

import { expect, test, type Page } from '@playwright/test';
import { SITES, urlOf, type Site } from '../sites.ts';

const [real, tea] = SITES as [Site, Site];

/** How wide words are in each font, in pixels at 100 px and of this weight; fonts of the page are loaded first. */
async function widths(page: Page, fonts: readonly string[], words: string): Promise<number[]> {
  return page.evaluate(
    async ([all, text]) => {
      const context = document.createElement('canvas').getContext('2d');
      return Promise.all(
        all.map(async (font) => {
          await document.fonts.load(font, text);
          if (context === null) return 0;
          context.font = font;
          return Math.round(context.measureText(text).width);
        }),
      );
    },
    [fonts, words] as const,
  );
}

/** How wide a word is in each set of fonts: without serifs, with them. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  'wide fonts': [181, 191],
  'unknown fonts': [181, 191],
  'narrow fonts': [149, 162],
};

test(
  'words are as wide as in the fonts of the test',
  { tag: ['@any-fonts', '@other-fonts'] },
  async ({ page }) => {
    const found = await widths(page, ['100px sans-serif', '100px serif'], 'mill');
    expect(found).toEqual(WIDTHS[test.info().project.name]);
  },
);

const SENTENCE = 'The nodes at the site keep their workloads running while the uplink is gone';

/** How wide the sentence is in the fonts of the site, of the weights that pages use. */
const OWN = { sans: 3108, semibold: 3201, serif: 3619 };

/** The stand-ins that have what they are made of in each set of fonts. */
const STAND_INS: Readonly<Record<string, readonly [sans: string, serif: string]>> = {
  'wide fonts': ['Sans as DejaVu', 'Heads as DejaVu'],
  'narrow fonts': ['Sans as Arial', 'Heads as Times'],
};

test('lines are as long in what stands in', { tag: '@stand-ins' }, async ({ page }) => {
  const own = [OWN.sans, OWN.semibold, OWN.serif];
  await page.goto(urlOf(real, '/about/'));
  const [sans, serif] = STAND_INS[test.info().project.name] ?? ['Source Sans 3', 'Source Serif 4'];
  const fonts = [`100px "${sans}"`, `600 100px "${sans}"`, `600 100px "${serif}"`];
  const found = await widths(page, fonts, SENTENCE);
  found.forEach((width, i) => {
    expect(Math.abs(width / (own[i] ?? 0) - 1), fonts[i]).toBeLessThan(0.03);
  });
});

test.describe('with its own fonts', () => {
  test('a page asks for two files, from the site itself, before anything is painted', async ({
    page,
  }) => {
    for (const site of [real, tea]) {
      await page.goto(urlOf(site, '/'));
      await expect.poll(() => page.evaluate(() => document.fonts.status)).toBe('loaded');
      const asked = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.endsWith('.woff2'))
          .map(({ name }) => name),
      );
      expect(asked).toHaveLength(2);
      for (const url of asked) expect(url).toContain(urlOf(site, '/_astro/'));
      const used = await page.evaluate(() =>
        [...document.fonts]
          .filter(({ status, family }) => status === 'loaded' && family.includes('Source'))
          .map(({ family }) => family.replaceAll('"', '')),
      );
      expect(used.toSorted()).toEqual(['Source Sans 3', 'Source Serif 4']);
    }
  });

  for (const late of ['late', 'never'] as const) {
    test(`nothing moves when they come ${late}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.route('**/*.woff2', async (route) => {
        if (late === 'never') return route.abort();
        await new Promise((resolve) => setTimeout(resolve, 800));
        return route.continue();
      });
      await page.goto(urlOf(real, '/options/k3s/'), { waitUntil: 'commit' });
      await page.waitForTimeout(1500);
      const moved = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as unknown as { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => {
              resolve(sum);
            }, 100);
          }),
      );
      expect(moved).toBe(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
});
