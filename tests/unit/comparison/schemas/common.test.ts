/** The building blocks of the schemas of content. */

import { describe, expect, it } from 'vitest';
import { url } from '../../../../src/comparison/schemas/common.ts';

describe('an address is kept as programs may read it', () => {
  it.each([
    ['https://example.org/a-b_c.d~e/f?g=h&i=%C3%A9#j/k?l', undefined],
    [
      'https://example.org/pages/(in)/[cluster]/pods.vue',
      'https://example.org/pages/(in)/%5Bcluster%5D/pods.vue',
    ],
    [
      'https://example.org/Käse?q=[ä]#größe',
      'https://example.org/K%C3%A4se?q=%5B%C3%A4%5D#gr%C3%B6%C3%9Fe',
    ],
    ['https://käse.example/brie', 'https://xn--kse-qla.example/brie'],
    ['https://example.org/100%/a#b#c', 'https://example.org/100%25/a#b%23c'],
    ['https://example.org/{a}|b^c`d', 'https://example.org/%7Ba%7D%7Cb%5Ec%60d'],
    ['https://example.org/half-\ud800', 'https://example.org/half-%EF%BF%BD'],
    ['https://example.org', undefined],
    ['http://[::1]:8080/a', undefined],
  ])('%s', (written, kept = written) => {
    expect(url.parse(written)).toBe(kept);
  });
});
