/** What is told of a link that cannot be followed stays in bounds. */

import { expect, it } from 'vitest';
import { clipped, unfollowedLines } from '../../../src/words/unfollowed-lines.ts';

const unfollowed = (count: number, token = 'x'): { key: string; token: string; why: string }[] =>
  Array.from({ length: count }, (_, i) => ({ key: `k${String(i)}`, token, why: 'is not known' }));

it('is told part by part', () => {
  expect(unfollowedLines([{ key: 'strict', token: '', why: 'takes no value' }])).toEqual({
    lines: [{ part: 'strict', why: ' takes no value.' }],
    more: null,
  });
  expect(unfollowedLines(unfollowed(12)).more).toBeNull();
});

it('is never nothing', () => {
  const [line] = unfollowedLines([{ key: '', token: '', why: 'is not known' }]).lines;
  expect(line?.part).toBe('=');
});

it('neither begins lines, nor steers a terminal, nor turns the text around it', () => {
  const [line] = unfollowedLines(unfollowed(1, 'a\nb\u001B[2J\u202Ec\u0085d 👩\u200D🍳')).lines;
  expect(line?.part).toBe('k0=a%0Ab%1B[2J%E2%80%AEc%C2%85d 👩\u200D🍳');
});

it('is counted beyond a dozen, however many there are', () => {
  const { lines, more } = unfollowedLines(unfollowed(500_000));
  expect(lines).toHaveLength(12);
  expect(more).toBe('And 499988 more.');
});

it('is shortened where it is long, and no character is cut in two', () => {
  const [line] = unfollowedLines(unfollowed(1, 'a'.repeat(1_000_000))).lines;
  expect(line?.part).toBe(`k0=${'a'.repeat(77)}…`);
  expect(clipped('🍵'.repeat(200), 3)).toBe('🍵🍵🍵…');
  expect(clipped('🍵🍵🍵', 3)).toBe('🍵🍵🍵');
  expect(clipped('a'.repeat(80))).toBe('a'.repeat(80));
});
