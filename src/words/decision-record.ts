/**
 * A recommendation as a decision record in the form of MADR 4 (Markdown Any Decision Records), to be
 * kept beside what it decided.
 */

import type { Acceptability } from '../decision/acceptability.ts';
import type { AskState } from '../links/ask.ts';
import type { WithoutRequirement } from '../decision/change.ts';
import { ratingLabel } from './label.ts';
import { ratingOf } from '../decision/model.ts';
import type { Preferences } from '../decision/questionnaire.ts';
import {
  headline,
  leadingBand,
  type DecisionModel,
  type Recommendation,
} from '../decision/recommend.ts';
import {
  clausesText,
  percent,
  robustnessText,
  shortfallText,
  verdictText,
  type NameOf,
} from './sentences.ts';

export interface RecordInput {
  readonly model: DecisionModel;
  readonly state: AskState;
  readonly preferences: Preferences;
  readonly recommendation: Recommendation;
  readonly robust: Acceptability | null;
  readonly without: readonly WithoutRequirement[];
  /** What is being decided, as in “Choose …”. */
  readonly subject: string;
  /** The address of the recommendation. */
  readonly permalink: string;
  /** The day of the record, as YYYY-MM-DD. */
  readonly date: string;
  readonly release: string;
  readonly optionName: NameOf;
  readonly factorName: NameOf;
  readonly questionText: NameOf;
  readonly answerText: (question: string, answer: string) => string;
  /** The reason for a rating and its sources, where they are at hand. */
  readonly reasonFor: (
    option: string,
    criterion: string,
  ) => {
    readonly why: string;
    readonly sources: readonly (readonly [title: string, url: string])[];
  } | null;
}

/** The record as Markdown, ending with a line break. */
export function decisionRecord(input: RecordInput): string {
  const { recommendation, robust, optionName, subject, date, permalink, release } = input;
  const told = headline(recommendation, robust);
  const text = verdictText(recommendation, robust, optionName);
  const robustText = robustnessText(told, optionName);
  const chosen = leadingBand(recommendation)[0];
  const sections = [
    `---\nstatus: proposed\ndate: ${date}\n---`,
    `# Choose ${subject}`,
    section('Context and Problem Statement', context(input)),
    section('Decision Drivers', drivers(input)),
    section('Considered Options', consideredOptions(input)),
    section(
      'Decision Outcome',
      chosen === undefined
        ? text
        : [
            `Chosen option: **${inline(optionName(chosen.option))}**. ${text}`,
            ...(robustText === null ? [] : [robustText]),
          ].join(' '),
    ),
    section('Consequences', consequences(input), 3),
    section('Confirmation', confirmation(input), 3),
    section('Pros and Cons of the Options', prosAndCons(input)),
    section(
      'More Information',
      [
        `- The recommendation, to be opened and questioned: <${permalink}>`,
        `- Made with the content of ${release === '' ? 'an unreleased edition' : release}. Scores are weighted means of values between 0 and 100; weights are the mean of all that agree with the order of importance.`,
        ...sourceLines(input),
      ].join('\n'),
    ),
  ];
  return `${sections.filter((s) => s !== '').join('\n\n')}\n`;
}

function section(title: string, body: string, level = 2): string {
  return body === '' ? '' : `${'#'.repeat(level)} ${title}\n\n${body}`;
}

/** Text from content, safe within a line of Markdown. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);
}

function context({ state, questionText, answerText }: RecordInput): string {
  const answers = Object.entries(state.answers).map(
    ([question, answer]) =>
      `- ${inline(questionText(question))} **${inline(answerText(question, answer))}**`,
  );
  const byHand = state.requirements.length + Object.keys(state.importances).length;
  return [
    ...(answers.length > 0 ? ['These questions were answered:', '', ...answers] : []),
    ...(byHand > 0 ? ['', `${String(byHand)} requirements or weights were set by hand.`] : []),
    ...(state.strict ? ['', 'What is not proven was left out.'] : []),
  ].join('\n');
}

function drivers({ model, preferences, recommendation, factorName }: RecordInput): string {
  const required = preferences.requirements.flatMap(({ criterion: slug, clauses }) => {
    const criterion = model.criteria.find((c) => c.slug === slug);
    return criterion === undefined
      ? []
      : [`- Required: ${criterion.name}: ${clausesText(criterion.scale, clauses)}`];
  });
  const weighed = recommendation.factors.map(
    (f) => `- Weighed: ${factorName(f.slug)}, ${f.importance} (${percent(f.weight)})`,
  );
  return [...required, ...weighed].join('\n');
}

function consideredOptions({ recommendation, robust, optionName }: RecordInput): string {
  const { proven, ifConfirmed, eliminated, factors } = recommendation;
  const band = leadingBand(recommendation);
  const figures = (option: string, score: number): string => {
    if (factors.length === 0) return '';
    const place = band.findIndex((r) => r.option === option);
    const first = robust?.ranks[place]?.[0];
    return ` (score ${(score * 100).toFixed(1)}${first === undefined ? '' : `, first in ${percent(first)}`})`;
  };
  return [
    ...proven.map((r) => `- ${inline(optionName(r.option))}${figures(r.option, r.score)}`),
    ...ifConfirmed.map(
      (r) => `- ${inline(optionName(r.option))}${figures(r.option, r.score)}, if confirmed`,
    ),
    ...eliminated.map((e) => `- ${inline(optionName(e.option))}, rejected`),
  ].join('\n');
}

function consequences(input: RecordInput): string {
  const { model, recommendation, optionName, factorName } = input;
  const chosen = leadingBand(recommendation)[0];
  const option = model.options.find((o) => o.slug === chosen?.option);
  if (chosen === undefined || option === undefined) return '';
  const lines = chosen.contributions.flatMap((c) => {
    if (c.value === null) return [];
    const criteria = recommendation.factors.find((f) => f.slug === c.factor)?.criteria ?? [];
    const ratings = criteria.map((k) => ratingLabel(k.scale, ratingOf(option, k))).join('; ');
    const kind = c.assumed ? 'Neutral, because unknown' : c.value >= 0.5 ? 'Good' : 'Bad';
    return [`- ${kind}, because ${factorName(c.factor)} is ${inline(ratings)}`];
  });
  return [`Of ${inline(optionName(chosen.option))}:`, '', ...lines].join('\n');
}

function confirmation(input: RecordInput): string {
  const { model, recommendation, without, optionName } = input;
  const chosen = leadingBand(recommendation)[0];
  const toConfirm = (chosen?.unproven ?? []).flatMap(({ criterion: slug, clauses }) => {
    const criterion = model.criteria.find((c) => c.slug === slug);
    return criterion === undefined
      ? []
      : [`- Confirm with the vendor: ${criterion.name}: ${clausesText(criterion.scale, clauses)}`];
  });
  const turns = without
    .filter((w) => w.changes && w.lead.option !== null)
    .map((w) => {
      const name = model.criteria.find((c) => c.slug === w.criterion)?.name ?? w.criterion;
      return `- Reconsider if the requirement on ${name} falls: ${optionName(w.lead.option ?? '')} would lead`;
    });
  return [...toConfirm, ...turns].join('\n');
}

function prosAndCons({ model, recommendation, optionName, reasonFor }: RecordInput): string {
  const rejected = recommendation.eliminated.map(({ option: slug, failed }) => {
    const option = model.options.find((o) => o.slug === slug);
    const lines = failed.flatMap(({ requirement }) => {
      const criterion = model.criteria.find((c) => c.slug === requirement.criterion);
      if (option === undefined || criterion === undefined) return [];
      const reason = reasonFor(slug, criterion.slug);
      const shortfall = shortfallText(criterion, ratingOf(option, criterion), requirement.clauses);
      return [
        `- Bad, because ${inline(shortfall)}${reason === null ? '' : ` ${inline(reason.why)}`}`,
      ];
    });
    return `### ${inline(optionName(slug))} (rejected)\n\n${lines.join('\n')}`;
  });
  return rejected.join('\n\n');
}

function sourceLines({ recommendation, preferences, reasonFor }: RecordInput): readonly string[] {
  const options = [
    ...leadingBand(recommendation)
      .slice(0, 3)
      .map((r) => r.option),
    ...recommendation.eliminated.map((e) => e.option),
  ];
  const criteria = [
    ...recommendation.factors.flatMap((f) => f.criteria.map((c) => c.slug)),
    ...preferences.requirements.map((r) => r.criterion),
  ];
  const cited = new Map(
    options.flatMap((option) =>
      criteria.flatMap((criterion) =>
        (reasonFor(option, criterion)?.sources ?? []).map(([title, url]) => [url, title] as const),
      ),
    ),
  );
  return [...cited].map(([url, title]) => `- ${inline(title)}: <${url}>`);
}
