import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterFirstPaint } from '../../../src/islands/first-paint.ts';

/** Frames that the browser was asked for, and draws when it is told to. */
let frames: (() => void)[] = [];

function stubDocument(hidden: boolean, dataset: Readonly<Record<string, string>> = {}): void {
  vi.stubGlobal('document', { hidden, documentElement: { dataset } });
}

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('waits for a frame, and until that has been painted', () => {
  stubDocument(false);
  const what = vi.fn();
  afterFirstPaint(what);
  vi.runAllTimers();
  expect(what).not.toHaveBeenCalled();
  for (const frame of frames) frame();
  expect(what).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(what).toHaveBeenCalledOnce();
});

it('waits for no frame in the background, where none is drawn', () => {
  stubDocument(true);
  const what = vi.fn();
  afterFirstPaint(what);
  expect(what).toHaveBeenCalledOnce();
});

it('does at once what the page waits for before it shows anything', () => {
  stubDocument(false, { pending: '' });
  const what = vi.fn();
  afterFirstPaint(what);
  expect(what).toHaveBeenCalledOnce();
});
