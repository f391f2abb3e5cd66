import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { FirstFew } from '../../../../src/islands/recommend/FirstFew.tsx';
import { FIRST_ENTRIES } from '../../../../src/words/long-lists.ts';
import { RankPlot } from '../../../../src/islands/recommend/plots.tsx';
import { EMPTY_ASK } from '../../../../src/links/ask.ts';

const rendered = (entries: number, inRecommender: boolean): string =>
  renderToString(
    h(FirstFew<number>, {
      as: 'ol',
      class: 'ranking',
      entries: Array.from({ length: entries }, (_, i) => i),
      draw: (entry) => h('li', { key: entry }, entry),
      state: EMPTY_ASK,
      linkTo: () => '/recommend/',
      ...(inRecommender ? { onChange: () => undefined } : {}),
    }),
  );
const items = (html: string): number => html.split('<li>').length - 1;

describe('a long list', () => {
  it('is whole, with nothing to press, up to the first few', () => {
    expect(items(rendered(FIRST_ENTRIES, true))).toBe(FIRST_ENTRIES);
    expect(rendered(FIRST_ENTRIES, true)).not.toContain('more');
  });

  it('offers as many again in the recommender, or what is left', () => {
    expect(items(rendered(1000, true))).toBe(FIRST_ENTRIES);
    expect(rendered(1000, true)).toContain('Show 20 more of 980</button>');
    expect(rendered(FIRST_ENTRIES + 1, true)).toContain('Show 1 more of 1</button>');
  });

  it('leads to the recommender from a page without scripts', () => {
    expect(items(rendered(1000, false))).toBe(FIRST_ENTRIES);
    expect(rendered(1000, false)).toContain(
      '<a href="/recommend/">980 more in the recommender</a>',
    );
  });
});

it('draws only the ranks that occur', () => {
  const shares = Array.from({ length: 1000 }, (_, rank) =>
    rank === 3 ? 0.25 : rank === 7 ? 0.75 : 0,
  );
  const html = renderToString(h(RankPlot, { shares }));
  expect(html.match(/<rect/g)).toHaveLength(2);
});
