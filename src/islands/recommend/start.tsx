/**
 * Brings the recommender of the page to life. What takes long with very many options is done in parts, so
 * that the page answers its reader in between.
 */

import { hydrate } from 'preact';
import { outcomeInParts } from '../../decision/analysis.ts';
import type { InParts } from '../../decision/in-parts.ts';
import { EMPTY_ASK, parseAsk } from '../../links/ask.ts';
import { openRelease, questionnaireOf } from '../../links/release.ts';
import type { RecommenderProps } from '../../words/recommender-texts.ts';
import { embedded, find } from '../dom.ts';
import { nextTask } from '../next-task.ts';
import { Recommender } from './Recommender.tsx';

async function begin(): Promise<void> {
  const root = find(document, '#recommender', HTMLElement);
  const props = embedded('recommender-data') as RecommenderProps;
  await nextTask();
  const opened = openRelease(props.release);
  const questionnaire = questionnaireOf(opened);
  const { state } = parseAsk(opened.vocabulary, location.search);
  // What is shown first and what the address asks for; once worked out, both are there in no time.
  for (const asked of new Set([EMPTY_ASK, state])) {
    await afterEachPart(outcomeInParts(questionnaire, asked));
  }
  hydrate(<Recommender {...props} opened={opened} />, root);
  delete root.dataset.waits;
}

/** Does work in parts, for no longer at once than a reader would notice. */
async function afterEachPart(work: InParts<unknown>): Promise<void> {
  let began = performance.now();
  while (work.next().done !== true) {
    if (performance.now() - began < UNNOTICED) continue;
    await nextTask();
    began = performance.now();
  }
  await nextTask();
}

/** In milliseconds. */
const UNNOTICED = 16;

void begin();
