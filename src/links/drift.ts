/** How an answer changed from one content release to another, and which ratings made the difference. */

import { restrictAsk, type AskState } from './ask.ts';
import { leadOf } from '../decision/change.ts';
import type { Rating } from '../decision/rating.ts';
import { preferencesOf } from '../decision/questionnaire.ts';
import { leadingBand, recommend, type Recommendation } from '../decision/recommend.ts';
import {
  openRelease,
  ratingChanges,
  withRating,
  type OpenedRelease,
  type Release,
} from './release.ts';
import type { Scale } from '../decision/scale.ts';

/** A rating whose change alone, made to the older release, changes the order of the leading options. */
export interface DecisiveChange {
  readonly option: string;
  readonly criterion: string;
  readonly scale: Scale;
  readonly before: Rating | null;
  readonly after: Rating | null;
}

export interface Drift {
  /** Who led then, and who leads now; null where nothing was or is left. */
  readonly before: string | null;
  readonly after: string | null;
  /** Whether the order of the first three changed. */
  readonly orderChanged: boolean;
  readonly decisive: readonly DecisiveChange[];
  /** How many ratings changed on criteria that count here. */
  readonly changed: number;
  /** Options that were not there then. */
  readonly added: readonly string[];
}

/** Asks both releases the same, and finds what made the difference. */
export function explainDrift(before: Release, after: Release, state: AskState): Drift {
  const then = openRelease(before);
  const now = openRelease(after);
  const answerThen = ask(then, state);
  const answerNow = ask(now, state);
  const counting = new Set([
    ...counted(answerThen),
    ...counted(answerNow),
    ...required(then, state),
    ...required(now, state),
  ]);
  const changes = ratingChanges(before, after).filter((change) => counting.has(change.criterion));
  const firstThen = firstThree(answerThen);
  const orderChanged = firstThen !== firstThree(answerNow);
  return {
    before: leadOf(answerThen).option,
    after: leadOf(answerNow).option,
    orderChanged,
    decisive: orderChanged
      ? changes.flatMap((change): DecisiveChange[] => {
          const { option, criterion } = change;
          const old = then.model.options.find((o) => o.slug === option);
          const scale = now.model.criteria.find((c) => c.slug === criterion)?.scale;
          if (old === undefined || scale === undefined || change.after === null) return [];
          const altered = withRating(old, criterion, change.after);
          const options = then.model.options.map((o) => (o === old ? altered : o));
          const answer = ask({ ...then, model: { ...then.model, options } }, state);
          if (firstThree(answer) === firstThen) return [];
          return [
            {
              option,
              criterion,
              scale,
              before: change.before === null ? null : (old.ratings[criterion] ?? null),
              after: altered.ratings[criterion] ?? null,
            },
          ];
        })
      : [],
    changed: changes.length,
    added: after.options
      .map((o) => o.slug)
      .filter((slug) => !before.options.some((o) => o.slug === slug)),
  };
}

/** What a release answers; what it does not know of the state is left aside. */
function ask({ model, vocabulary }: OpenedRelease, state: AskState): Recommendation {
  const known = restrictAsk(vocabulary, state);
  return recommend(model, preferencesOf(vocabulary.questions, known.answers, known), known.strict);
}

function counted({ factors }: Recommendation): readonly string[] {
  return factors.flatMap((factor) => factor.criteria.map((c) => c.slug));
}

function required({ vocabulary }: OpenedRelease, state: AskState): readonly string[] {
  const { requirements } = preferencesOf(vocabulary.questions, state.answers, state);
  return requirements.map((r) => r.criterion);
}

const firstThree = (answer: Recommendation): string =>
  leadingBand(answer)
    .slice(0, 3)
    .map((r) => r.option)
    .join(' ');
