/**
 * Brings the recommender of the page to life. What takes long with very many options is done in parts, so
 * that the page answers its reader in between.
 */

import { hydrate } from 'preact';
import { outcomeInParts } from '../../decision/analysis.ts';
import type { InParts } from '../../decision/in-parts.ts';
import { EMPTY_ASK, parseAsk } from '../../links/ask.ts';
import { openReleaseInParts, questionnaireOf } from '../../links/release.ts';
import type { RecommenderData } from '../../words/recommender-texts.ts';
import { button, make } from '../dom.ts';
import { fetchData, namedData } from '../named-data.ts';
import { nextTask } from '../next-task.ts';
import { isEmpty } from './address-history.ts';
import { Recommender } from './Recommender.tsx';

async function begin(root: HTMLElement, onRead: () => void): Promise<void> {
  const props = { ...(await dataFor(root)), base: root.dataset.base ?? '/' };
  await nextTask();
  const opened = await inParts(openReleaseInParts(props.release));
  const questionnaire = questionnaireOf(opened);
  const { state } = parseAsk(opened.vocabulary, location.search);
  const first = await inParts(outcomeInParts(questionnaire, EMPTY_ASK));
  // What the address asks for is there in no time once it has been worked out.
  if (!isEmpty(state)) await inParts(outcomeInParts(questionnaire, state));
  // It begins without an answer; what has been ticked by now is pressed again.
  for (const input of root.querySelectorAll<HTMLInputElement>('input:checked')) {
    input.checked = false;
  }
  hydrate(<Recommender {...props} opened={opened} first={first} onRead={onRead} />, root);
  delete root.dataset.waits;
}

/** What the page shows, or by now would show: what stands there then gives way. */
async function dataFor(root: HTMLElement): Promise<RecommenderData> {
  const addressIn = (page: Document): string | undefined =>
    page.querySelector<HTMLElement>('#recommender')?.dataset.of;
  try {
    return (await fetchData(addressIn(document) ?? '')) as RecommenderData;
  } catch {
    const data = (await namedData(addressIn)) as RecommenderData;
    root.replaceChildren();
    return data;
  }
}

/** Says that nothing can be answered now; the questions can be read all the same. */
function tellFailed(root: HTMLElement, again: () => void): void {
  const note = make(
    'p',
    { className: 'note warning mt-3', role: 'alert' },
    'What the answers are worked out from could not be loaded. ',
    button(
      { className: 'link' },
      () => {
        note.remove();
        again();
      },
      'Try again',
    ),
  );
  root.before(note);
  delete document.documentElement.dataset.pending;
}

/** Does work in parts, for no longer at once than a reader would notice, and leaves time for others after it. */
async function inParts<T>(work: InParts<T>): Promise<T> {
  let began = performance.now();
  let step = work.next();
  while (step.done !== true) {
    if (performance.now() - began >= UNNOTICED) {
      await nextTask();
      began = performance.now();
    }
    step = work.next();
  }
  await nextTask();
  return step.value;
}

/** In milliseconds: on a phone, four to six times that. */
const UNNOTICED = 6;

/**
 * Brings it to life, or says that this cannot be.
 *
 * @param root the recommender as the page has it
 * @param onRead is called when it shows what its address asks for, and answers its reader
 */
export function start(root: HTMLElement, onRead: () => void): void {
  begin(root, onRead).catch((error: unknown) => {
    tellFailed(root, () => {
      start(root, onRead);
    });
    throw error;
  });
}
