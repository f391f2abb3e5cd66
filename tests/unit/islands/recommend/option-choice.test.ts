import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { OptionChoice } from '../../../../src/islands/recommend/OptionChoice.tsx';

const rendered = (count: number): string =>
  renderToString(
    h(OptionChoice, {
      label: 'Why not',
      named: Array.from({ length: count }, (_, i) => ({
        slug: `o${String(i)}`,
        name: `O ${String(i)}`,
      })),
      value: 'o1',
      onChoose: () => undefined,
    }),
  );

it('few options are a list, many a field to type in, whose proposals are not drawn before they are asked for', () => {
  expect(rendered(60).split('<option').length - 1).toBe(60);
  expect(rendered(1000)).not.toContain('<option');
  expect(rendered(1000)).toContain('value="O 1"');
});
