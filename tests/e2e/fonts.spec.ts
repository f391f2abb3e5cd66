/** The fonts that tests of layout are run with are those that the tests bring, and no others. */

import { expect, test } from '@playwright/test';

/** How wide a word is in each set of fonts, in pixels, at 100 px: without serifs, with them. */
const WIDTHS: Readonly<Record<string, readonly number[]>> = {
  'wide fonts': [181, 191],
  'narrow fonts': [149, 162],
};

test('words are as wide as in the fonts of the test', { tag: '@layout' }, async ({ page }) => {
  const expected = WIDTHS[test.info().project.name];
  test.skip(expected === undefined, 'With its own fonts, the site is as wide as they are.');
  const widths = await page.evaluate(() =>
    ['sans-serif', 'serif'].map((family) => {
      const context = document.createElement('canvas').getContext('2d');
      if (context === null) return 0;
      context.font = `100px ${family}`;
      return Math.round(context.measureText('mill').width);
    }),
  );
  expect(widths).toEqual(expected);
});
