/** Computes analyses off the main thread. A newer request makes an older one pointless. */

import type { AskState } from '../../links/ask.ts';
import { openRelease, type OpenedRelease, type Release } from '../../links/release.ts';
import { analysisOf, type Analysis } from '../../links/analysis.ts';

export type ToWorker =
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'state'; readonly id: number; readonly state: AskState };

export interface FromWorker {
  readonly id: number;
  readonly analysis: Analysis;
}

let opened: OpenedRelease | undefined;
let latest = 0;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'release') {
    opened = openRelease(data.release);
    return;
  }
  latest = data.id;
  // Let requests that have come in the meantime be read first.
  setTimeout(() => {
    if (opened === undefined || data.id !== latest) return;
    const answer: FromWorker = { id: data.id, analysis: analysisOf(opened, data.state) };
    postMessage(answer);
  });
});
