import { expect, it } from 'vitest';
import { escapeHtml } from '../../../src/outputs/escape-html.ts';

it('what would be markup, or end an attribute, is text', () => {
  expect(escapeHtml('1 < 2 & "so" > <b>')).toBe('1 &lt; 2 &amp; &quot;so&quot; &gt; &lt;b&gt;');
  expect(escapeHtml('&amp;')).toBe('&amp;amp;');
  expect(escapeHtml('it’s plain')).toBe('it’s plain');
});
