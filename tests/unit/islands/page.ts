/** As much of a browser as islands without elements need: an address, a storage, events. */

import { vi } from 'vitest';

/** Makes the names that a page has; the storage holds `kept`, and can be read only if `isFull`. */
export function stubPage(
  address: string,
  {
    base = '/',
    kept = {},
    isFull = false,
  }: { base?: string; kept?: Record<string, string>; isFull?: boolean } = {},
): { readonly kept: Record<string, string>; readonly page: EventTarget } {
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  const document = Object.assign(new EventTarget(), {
    documentElement: { dataset: { base } },
    baseURI: address,
  });
  vi.stubGlobal('document', document);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept[key] = text;
    },
  });
  return { kept, page };
}
