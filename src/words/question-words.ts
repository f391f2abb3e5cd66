/** What questions can still do, and what answers do, in words. */

import type { AnswerEffect } from '../decision/answer-effect.ts';
import type { QuestionWorth } from '../decision/next-question.ts';
import type { Names } from './names.ts';
import { counted, listed } from './sentences.ts';

/** So many options are named; of more, some. */
const NAMED = 3;

/** Whether no answer to a question changes who leads or rules anything out. */
export function isIdle({
  change,
  eliminates,
}: Pick<QuestionWorth, 'change' | 'eliminates'>): boolean {
  return change === 0 && eliminates === 0;
}

/** What one more question can still do: “Can put Rooibos or Water first.” */
export function worthText(worth: QuestionWorth, names: Pick<Names, 'option'>): string {
  const { newcomers, leavers } = worth;
  if (leavers.length > NAMED) {
    return `Can shorten the list: ${counted(leavers.length, 'option')} may drop out of it.`;
  }
  if (newcomers.length > 0) return `Can put ${some(newcomers, names)} first.`;
  if (leavers.length > 0) return `Can take ${some(leavers, names)} off the first place.`;
  if (isIdle(worth)) return 'Changes nothing by itself now.';
  return 'Can rule out options further down.';
}

function some(options: readonly string[], names: Pick<Names, 'option'>): string {
  const all = options.map((slug) => names.option(slug));
  if (all.length <= NAMED) return listed(all, 'or');
  const rest = all.length - NAMED + 1;
  return listed([...all.slice(0, NAMED - 1), `one of ${String(rest)} others`], 'or');
}

/** What an answer does beside the others; null where there is nothing worth saying. */
export function effectText(effect: AnswerEffect): string | null {
  switch (effect) {
    case 'rules-out':
      return null;
    case 'ranks':
      return 'Rules nothing out here; it ranks what is left.';
    case 'nothing':
      return 'With your other answers, this changes nothing.';
  }
}
