import { afterEach, expect, it, vi } from 'vitest';
import { nextTask } from '../../../src/islands/next-task.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('what waits is done before what follows', async () => {
  const order: string[] = [];
  const waiting = new MessageChannel();
  waiting.port1.onmessage = () => {
    order.push('waiting');
    waiting.port1.close();
  };
  waiting.port2.postMessage(null);
  await nextTask();
  order.push('after');
  expect(order).toEqual(['waiting', 'after']);
});

it('a browser that can yield does so itself', async () => {
  const scheduler = { yield: vi.fn(() => Promise.resolve()) };
  vi.stubGlobal('scheduler', scheduler);
  await nextTask();
  expect(scheduler.yield).toHaveBeenCalledOnce();
});
