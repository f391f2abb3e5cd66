/** Computes analyses off the main thread. A newer request makes an older one pointless. */

import { analysisOf, type Analysis } from '../../decision/analysis.ts';
import type { AskState } from '../../links/ask.ts';
import { openRelease, questionnaireOf, type Release } from '../../links/release.ts';

export type ToWorker =
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'state'; readonly id: number; readonly state: AskState };

export interface FromWorker {
  readonly id: number;
  readonly analysis: Analysis;
}

let questionnaire: ReturnType<typeof questionnaireOf> | undefined;
let latest = 0;

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'release') {
    questionnaire = questionnaireOf(openRelease(data.release));
    return;
  }
  latest = data.id;
  // Let requests that have come in the meantime be read first.
  setTimeout(() => {
    if (questionnaire === undefined || data.id !== latest) return;
    const answer: FromWorker = { id: data.id, analysis: analysisOf(questionnaire, data.state) };
    postMessage(answer);
  });
});
