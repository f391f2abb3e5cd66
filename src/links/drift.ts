/** How an answer changed from one content release to another, and what made the difference. */

import { preferencesIn } from '../decision/analysis.ts';
import { isSameLead, leadOf } from '../decision/change.ts';
import type { DecisionModel, Lead } from '../decision/evaluation.ts';
import type { Option } from '../decision/model.ts';
import type { Answer, Question } from '../decision/questionnaire.ts';
import type { BareRating } from '../decision/rating.ts';
import type { Scale } from '../decision/scale.ts';
import { restrictAsk, type AskState } from './ask.ts';
import {
  questionnaireOf,
  ratingChanges,
  withRating,
  type OpenedRelease,
  type RatingChange,
} from './release.ts';

/** A rating whose change alone, made to the older release, changes who leads. */
export interface DecisiveChange extends RatingChange {
  readonly scale: Scale;
}

/** What differs under one head, and whether that alone would change who leads. */
interface Head {
  readonly changes: boolean;
}

export interface Drift {
  /** Who led then, and who leads now. */
  readonly before: Lead;
  readonly after: Lead;
  /** Whether others lead now. */
  readonly changed: boolean;
  /** Ratings of options and modes that both releases have, on criteria that count here. */
  readonly ratings: Head & {
    readonly count: number;
    readonly decisive: readonly DecisiveChange[];
  };
  /** Options that have come, gone, or been told apart by modes since. */
  readonly options: Head & {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly split: readonly string[];
  };
  /** Questions whose given answers mean something else now. */
  readonly answers: Head & { readonly questions: readonly string[] };
  /** How answers are worked out. */
  readonly method: Head & { readonly differs: boolean };
}

/** Asks both releases the same, and finds what made the difference. */
export function explainDrift(then: OpenedRelease, now: OpenedRelease, state: AskState): Drift {
  const before = ask(then, state);
  const after = ask(now, state);
  const alone = (changed: OpenedRelease): Head => ({
    changes: !isSameLead(before, ask(changed, state)),
  });
  const withModel = (model: DecisionModel): OpenedRelease => ({ ...then, model });
  const withOptions = (options: readonly Option[]): OpenedRelease =>
    withModel({ ...then.model, options });

  const slugs = (release: OpenedRelease): readonly string[] =>
    release.model.options.map((option) => option.slug);
  const added = slugs(now).filter((slug) => !slugs(then).includes(slug));
  const removed = slugs(then).filter((slug) => !slugs(now).includes(slug));
  const split = now.model.options.filter((option) => {
    const old = then.model.options.find((o) => o.slug === option.slug);
    const modes = ({ modes: list }: Option): string => list.map((m) => m.slug).join();
    return old !== undefined && modes(old) !== modes(option);
  });

  const counting = countingCriteria([then, now], state);
  const changes = ratingChanges(then, now).filter(
    (change) =>
      counting.has(change.criterion) &&
      change.before !== null &&
      change.after !== null &&
      // Where modes are new, the rating at rest has become that of one of them.
      !split.some((o) => o.slug === change.option && o.modes[0]?.ratings[change.criterion]),
  );
  const applied = (list: readonly RatingChange[]): OpenedRelease =>
    withOptions(
      then.model.options.map((option) =>
        list
          .filter((change) => change.option === option.slug)
          .reduce((o, change) => withRating(o, change, settledRating(change)), option),
      ),
    );
  const scaleOf = (criterion: string): Scale | undefined =>
    now.model.criteria.find((c) => c.slug === criterion)?.scale;

  return {
    before,
    after,
    changed: !isSameLead(before, after),
    ratings: {
      ...alone(applied(changes)),
      count: changes.length,
      decisive: changes.flatMap((change): readonly DecisiveChange[] => {
        const scale = scaleOf(change.criterion);
        return scale !== undefined && alone(applied([change])).changes
          ? [{ ...change, scale }]
          : [];
      }),
    },
    options: {
      ...alone(
        withOptions([
          ...then.model.options
            .filter((option) => !removed.includes(option.slug))
            .map((option) => split.find((o) => o.slug === option.slug) ?? option),
          ...now.model.options.filter((option) => added.includes(option.slug)),
        ]),
      ),
      added,
      removed,
      split: split.map((option) => option.slug),
    },
    answers: {
      ...alone({
        ...then,
        vocabulary: { ...then.vocabulary, questions: now.vocabulary.questions },
      }),
      questions: changedQuestions(then, now, state),
    },
    method: {
      ...alone(
        withModel({
          ...then.model,
          method: now.model.method,
          indifference: now.model.indifference,
        }),
      ),
      differs:
        then.model.method !== now.model.method ||
        then.model.indifference !== now.model.indifference,
    },
  };
}

const settledRating = ({ after }: RatingChange): BareRating => after ?? { state: 'unrated' };

/** Who leads by a release; what it does not know of the state is left aside. */
function ask(release: OpenedRelease, state: AskState): Lead {
  const known = restrictAsk(release.vocabulary, state);
  return leadOf(release.model, preferencesIn(questionnaireOf(release), known), known.strict);
}

/** The criteria that are weighed or required in any of some releases. */
function countingCriteria(
  releases: readonly OpenedRelease[],
  state: AskState,
): ReadonlySet<string> {
  return new Set(
    releases.flatMap((release) => {
      const { model, vocabulary } = release;
      const preferences = preferencesIn(questionnaireOf(release), restrictAsk(vocabulary, state));
      const weighed = model.criteria.filter(
        ({ slug, family }) => (preferences.importances[family ?? slug] ?? 'ignore') !== 'ignore',
      );
      return [
        ...weighed.map((criterion) => criterion.slug),
        ...preferences.requirements.map((requirement) => requirement.criterion),
      ];
    }),
  );
}

function changedQuestions(
  then: OpenedRelease,
  now: OpenedRelease,
  state: AskState,
): readonly string[] {
  const meaning = (release: OpenedRelease, slug: string): string => {
    const { questions } = release.vocabulary;
    const given = restrictAsk(release.vocabulary, state).answers[slug] ?? [];
    const question: Question | undefined = questions.find((q) => q.slug === slug);
    return JSON.stringify(
      question?.answers.filter((answer) => given.includes(answer.slug)).map(meaningOf) ?? [],
    );
  };
  return Object.keys(state.answers).filter((slug) => meaning(then, slug) !== meaning(now, slug));
}

/** What an answer comes to, in whatever order content lists it. */
function meaningOf({ requires, weighs, wants, enough, size }: Answer): unknown {
  return [
    requires.map((r) => `${r.criterion}=${JSON.stringify(r.clauses)}`).toSorted(),
    weighs.map((w) => `${w.factor}=${String(w.steps)}`).toSorted(),
    wants.map((w) => `${w.criterion}=${w.members.toSorted().join()}`).toSorted(),
    Object.entries(enough)
      .map(([criterion, value]) => `${criterion}=${String(value)}`)
      .toSorted(),
    size ?? {},
  ];
}
