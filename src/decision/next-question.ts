/**
 * Which question is worth asking next, in the spirit of the value of information (Chajewska, Koller &
 * Parr 2000): from scores alone, without samples.
 */

import { evaluationOf, type DecisionModel, type Evaluation, type Lead } from './evaluation.ts';
import { wholeOf, type InParts } from './in-parts.ts';
import {
  preferencesOf,
  type Answers,
  type ByHand,
  type Preferences,
  type Question,
} from './questionnaire.ts';
import { bySlug, millionths } from './value-table.ts';

/** What one more question can still do. */
export interface QuestionWorth {
  readonly question: string;
  /**
   * By how much its answers change who leads: the mean of 1 − |S ∩ S′| / |S ∪ S′|, with S and S′ those
   * who lead before and after; in [0, 1].
   */
  readonly change: number;
  /** How many options its answers eliminate on average, beyond those that are out already. */
  readonly eliminates: number;
  /** Options that do not lead now and would after some answer, in alphabetical order. */
  readonly newcomers: readonly string[];
  /** Options that lead now and would not after some answer, in alphabetical order. */
  readonly leavers: readonly string[];
}

/**
 * The questions that are not answered yet, most useful first: by how much they change who leads, then
 * by how many options they eliminate, then in the order of the content. Those that can change nothing
 * by themselves come last. Answers are as likely as the content says, equally otherwise.
 *
 * @returns empty where no option is left, since then it is time to relax something
 */
export function nextQuestions(
  ...given: Parameters<typeof nextQuestionsInParts>
): readonly QuestionWorth[] {
  return wholeOf(nextQuestionsInParts(...given));
}

/** The same in parts, one an answer. */
export function* nextQuestionsInParts(
  model: DecisionModel,
  questions: readonly Question[],
  answers: Answers,
  byHand: ByHand,
  strict: boolean,
): InParts<readonly QuestionWorth[]> {
  const evaluation = evaluationOf(model);
  const scale = (slug: string): ReturnType<typeof scaleOf> => scaleOf(evaluation, slug);
  const preferencesWith = (given: Answers): Preferences =>
    preferencesOf(questions, given, byHand, scale);
  const leadWith = (given: Answers): Lead => leadersIn(evaluation, preferencesWith(given), strict);
  const now = leadWith(answers);
  if (now.band === null) return [];
  const leading = new Set(now.options);
  const worths: QuestionWorth[] = [];
  for (const question of questions.filter(({ slug }) => answers[slug] === undefined)) {
    const outcomes: { likelihood: number; lead: Lead }[] = [];
    for (const { slug, likelihood } of question.answers) {
      yield;
      outcomes.push({ likelihood, lead: leadWith({ ...answers, [question.slug]: [slug] }) });
    }
    const all = outcomes.reduce((sum, { likelihood }) => sum + likelihood, 0);
    const mean = (of: (lead: Lead) => number): number =>
      outcomes.reduce((sum, { likelihood, lead }) => sum + likelihood * of(lead), 0) / all;
    const then = outcomes.map(({ lead }) => ({ ...lead, leading: new Set(lead.options) }));
    worths.push({
      question: question.slug,
      change: mean((lead) => distance(leading, lead.options)),
      eliminates: mean((lead) => lead.eliminated - now.eliminated),
      newcomers: [...new Set(then.flatMap(({ options }) => options))]
        .filter((slug) => !leading.has(slug))
        .toSorted(bySlug),
      leavers: now.options
        .filter((slug) => then.some((lead) => lead.band !== null && !lead.leading.has(slug)))
        .toSorted(bySlug),
    });
  }
  return worths.toSorted(
    (a, b) =>
      millionths(b.change) - millionths(a.change) ||
      millionths(b.eliminates) - millionths(a.eliminates),
  );
}

/** Who leads; while nothing is weighed, all of the leading band that have a future, if any has. */
function leadersIn(evaluation: Evaluation, preferences: Preferences, strict: boolean): Lead {
  const standings = evaluation.standings(preferences, strict);
  const lead = evaluation.leadIn(standings);
  if (standings.factors.length > 0) return lead;
  const active = lead.options.filter((slug) =>
    evaluation.isActive(standings.best[evaluation.placeOf(slug)] ?? 0),
  );
  return active.length > 0 ? { ...lead, options: active } : lead;
}

const scaleOf = (
  evaluation: Evaluation,
  slug: string,
): DecisionModel['criteria'][number]['scale'] | undefined => evaluation.criterion(slug)?.scale;

/** The Jaccard distance of two sets: 1 − |S ∩ S′| / |S ∪ S′|; 1 where one of them is empty. */
function distance(before: ReadonlySet<string>, after: readonly string[]): number {
  const both = after.filter((option) => before.has(option)).length;
  return 1 - both / (before.size + after.length - both);
}
