/**
 * A recommendation to be kept beside what it decided: on one page, or as a decision record in the form
 * of MADR 4 (Markdown Any Decision Records). Both cite the ratings that they use, and no more.
 */

import type { Analysis, Outcome } from '../decision/analysis.ts';
import { argumentFor, type Argument } from '../decision/argument.ts';
import { namedFirst } from '../decision/conclusion.ts';
import type { DecisionModel } from '../decision/evaluation.ts';
import { leadingBand, type Eliminated, type Ranked } from '../decision/recommend.ts';
import type { AskState } from '../links/ask.ts';
import { guidePath } from '../links/routes.ts';
import {
  checkText,
  factorLabel,
  groundText,
  missText,
  requiredText,
  type ArgumentContext,
} from './argument-words.ts';
import { dateInWords } from './dates.ts';
import { INSTEAD } from './exits.ts';
import type { Names } from './names.ts';
import { counted, listed, percent } from './sentences.ts';
import { standingName, topShareText, verdictText } from './verdict.ts';
import { asLineOfMarkdown } from './inline.ts';

/** The reason for a rating and its sources. */
export interface CitedReason {
  readonly why: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

export interface RecordInput {
  readonly model: DecisionModel;
  readonly state: AskState;
  readonly outcome: Outcome;
  /** Null where samples cannot be had; then all rests on scores. */
  readonly analysis: Analysis | null;
  /** What is being decided, as in “Choose …”. */
  readonly subject: string;
  /** The address of the recommendation. */
  readonly permalink: string;
  /** The address of a page of the site, from its path. */
  readonly addressOf: (path: string) => string;
  /** The reader’s day, as YYYY-MM-DD. */
  readonly date: string;
  /** The content release; empty where it is not kept. */
  readonly release: string;
  readonly names: Names;
  /** The reason for a rating of a candidate, where it is at hand. */
  readonly reasonFor: (
    option: string,
    mode: string | null,
    criterion: string,
  ) => CitedReason | null;
}

/** How many options are argued for and against. */
const ARGUED = 3;

/** How many eliminated options the summary names with what they miss. */
const ELIMINATED = 12;

/** The record as Markdown, ending with a line break. */
export function decisionRecord(input: RecordInput): string {
  const { subject, date } = input;
  const sources = new Sources(input);
  const sections = [
    `---\nstatus: proposed\ndate: ${date}\n---`,
    `# ${inline(`Choose ${subject}`)}`,
    section('Context and Problem Statement', context(input)),
    section('Decision Drivers', drivers(input)),
    section('Considered Options', consideredOptions(input)),
    section('Decision Outcome', [...exitLines(input), outcomeText(input)].join('\n\n')),
    section('Consequences', consequences(input), 3),
    section('Confirmation', confirmation(input), 3),
    section('Pros and Cons of the Options', prosAndCons(input, sources)),
    section('More Information', moreInformation(input, sources)),
  ];
  return join(sections);
}

/** The summary as Markdown: what was asked, what came out, what speaks for and against, what is out. */
export function onePageSummary(input: RecordInput): string {
  const { subject, date, permalink, outcome, names } = input;
  const { eliminated } = outcome.recommendation;
  const out = eliminated
    .slice(0, ELIMINATED)
    .map((e) => `- ${inline(names.option(e.option))}: ${missesText(input, e)}`);
  const more = eliminated.slice(ELIMINATED).map((e) => names.option(e.option));
  return join([
    `# ${inline(`Shortlist: ${subject}`)}`,
    `${dateInWords(date)} · <${permalink}>`,
    section(
      'Result',
      [...exitLines(input), outcomeText(input), ...argued(input).map((r) => brief(input, r))].join(
        '\n\n',
      ),
    ),
    section('Answers', answersText(input).join('\n')),
    section('Requirements', requirementLines(input).join('\n')),
    section(
      'Eliminated',
      [...out, ...(more.length > 0 ? [`- and ${listed(more)}`] : [])].join('\n'),
    ),
  ]);
}

const join = (sections: readonly string[]): string =>
  `${sections.filter((text) => text !== '').join('\n\n')}\n`;

function section(title: string, body: string, level = 2): string {
  return body === '' ? '' : `${'#'.repeat(level)} ${title}\n\n${body}`;
}

/** Text from content, safe within a line of Markdown. */
function inline(text: string): string {
  return asLineOfMarkdown(
    text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`),
  );
}

const contextOf = ({ model, outcome, names }: RecordInput): ArgumentContext => ({
  model,
  factors: outcome.recommendation.factors,
  names,
});

const conclusionIn = ({ outcome, analysis }: RecordInput): Outcome['conclusion'] =>
  (analysis ?? outcome).conclusion;

/** The options that are argued: those that come first, then the runners-up. */
function argued({ outcome }: RecordInput): readonly Ranked[] {
  return leadingBand(outcome.recommendation).slice(0, ARGUED);
}

const argumentOf = ({ model, outcome }: RecordInput, ranked: Ranked): Argument =>
  argumentFor(model, outcome.preferences, outcome.recommendation, ranked);

function answersText({ state, names }: RecordInput): readonly string[] {
  return Object.entries(state.answers).map(
    ([question, given]) =>
      `- ${inline(names.question(question))} **${inline(listed(given.map((answer) => names.answer(question, answer))))}**`,
  );
}

function context(input: RecordInput): string {
  const { state } = input;
  const answers = answersText(input);
  const byHand = state.requirements.length + Object.keys(state.importances).length;
  return [
    ...(answers.length > 0 ? ['These questions were answered:', '', ...answers] : []),
    ...(byHand > 0
      ? [
          '',
          `${counted(byHand, 'requirement or weight was', 'requirements or weights were')} set by hand.`,
        ]
      : []),
    ...(state.strict ? ['', 'What is not proven was left out.'] : []),
  ].join('\n');
}

function requirementLines(input: RecordInput): readonly string[] {
  const lines = input.outcome.preferences.requirements.map(
    (requirement) => `- ${inline(requiredText(contextOf(input), requirement))}`,
  );
  return [...new Set(lines)];
}

function drivers(input: RecordInput): string {
  const { outcome, names } = input;
  const required = requirementLines(input).map((line) => line.replace(/^- /, '- Required: '));
  const weighed = outcome.recommendation.factors.map(
    (f) => `- Weighed: ${inline(names.factor(f.slug))}, ${f.importance} (${percent(f.weight)})`,
  );
  return [...required, ...weighed].join('\n');
}

function consideredOptions({ outcome, analysis, names }: RecordInput): string {
  const { proven, ifConfirmed, eliminated, factors } = outcome.recommendation;
  const robust = analysis?.robust ?? null;
  const figures = ({ option, score }: Ranked): string => {
    if (factors.length === 0) return '';
    const share = robust?.topShares[robust.options.indexOf(option)];
    const top = share === undefined ? '' : `, best or practically so in ${percent(share)}`;
    return ` (score ${(score * 100).toFixed(1)}${top})`;
  };
  const name = (r: Ranked): string => inline(standingName(r, names));
  return [
    ...proven.map((r) => `- ${name(r)}${figures(r)}`),
    ...ifConfirmed.map((r) => `- ${name(r)}${figures(r)}, if the ${names.maker} confirms`),
    ...eliminated.map((e) => `- ${inline(names.option(e.option))}, rejected`),
  ].join('\n');
}

/** That none of this may be needed, where answers say so. */
function exitLines({ state, names, addressOf }: RecordInput): readonly string[] {
  return names
    .exits(state.answers)
    .map(({ text, guide }) => `${inline(text)} [${INSTEAD}](${addressOf(guidePath(guide.slug))})`);
}

function outcomeText(input: RecordInput): string {
  const conclusion = conclusionIn(input);
  const [first] = namedFirst(conclusion);
  const share =
    first === undefined
      ? null
      : topShareText(first.option, input.analysis?.robust ?? null, input.names);
  const alone = 'basis' in conclusion && conclusion.basis === 'scores';
  return [
    inline(verdictText(conclusion, input.names)),
    ...(share === null ? [] : [inline(share)]),
    ...(alone ? ['It rests on scores alone: no simulation was run.'] : []),
  ].join(' ');
}

function consequences(input: RecordInput): string {
  const [first] = argued(input);
  if (first === undefined) return '';
  const lines = first.contributions.flatMap(({ factor, value, assumed }) => {
    if (value === null) return [];
    const label = inline(factorLabel(contextOf(input), first, factor));
    const kind = assumed || value === 0.5 ? 'Neutral' : value > 0.5 ? 'Good' : 'Bad';
    const unknown = assumed ? ' (partly unknown)' : '';
    return [`- ${kind}, because ${inline(input.names.factor(factor))} is ${label}${unknown}`];
  });
  return [`Of ${inline(standingName(first, input.names))}:`, '', ...lines].join('\n');
}

function confirmation(input: RecordInput): string {
  const { analysis, names, model } = input;
  const checks = argued(input).flatMap((ranked) => {
    const { check } = argumentOf(input, ranked);
    return check === null
      ? []
      : [`- ${inline(names.option(ranked.option))}: ${inline(checkText(contextOf(input), check))}`];
  });
  const turns = (analysis?.without ?? [])
    .filter((w) => w.changes && w.lead.options.length > 0)
    .map(({ criterion, lead }) => {
      const name = model.criteria.find((c) => c.slug === criterion)?.name ?? criterion;
      const who = listed(lead.options.map((option) => names.option(option)));
      return `- Reconsider if the requirement on ${inline(name)} falls: ${inline(who)} would lead`;
    });
  return [...checks, ...turns].join('\n');
}

/** An option in the summary: reasons for, one against, one thing to test. */
function brief(input: RecordInput, ranked: Ranked): string {
  const { for: reasons, against, check } = argumentOf(input, ranked);
  const words = contextOf(input);
  return [
    `**${inline(standingName(ranked, input.names))}**`,
    '',
    ...reasons.map((ground) => `- For: ${inline(groundText(words, ranked, ground))}`),
    ...(against === null ? [] : [`- Against: ${inline(groundText(words, ranked, against))}`]),
    ...(check === null ? [] : [`- To test: ${inline(checkText(words, check))}`]),
  ].join('\n');
}

/** What an option does not meet. */
function missesText(input: RecordInput, eliminated: Eliminated): string {
  const misses = eliminated.failed.map(({ requirement }) =>
    missText(contextOf(input), eliminated, requirement),
  );
  return inline([...new Set(misses)].join('; '));
}

/** The sources of the ratings that a text rests on, each once, in the order of their use. */
class Sources {
  readonly #used = new Map<string, string>();
  readonly #input: RecordInput;

  constructor(input: RecordInput) {
    this.#input = input;
  }

  /** The reason for a rating; its sources are listed from now on. */
  cite(option: string, mode: string | null, criterion: string): string {
    const reason = this.#input.reasonFor(option, mode, criterion);
    for (const { url, title } of reason?.sources ?? []) this.#used.set(url, title);
    return reason === null ? '' : ` ${inline(reason.why)}`;
  }

  lines(): readonly string[] {
    return [...this.#used].map(([url, title]) => `- ${inline(title)}: <${url}>`);
  }
}

function prosAndCons(input: RecordInput, sources: Sources): string {
  const { outcome, names } = input;
  const words = contextOf(input);
  const left = argued(input).map((ranked) => {
    const { for: reasons, against } = argumentOf(input, ranked);
    const line = (kind: string, ground: (typeof reasons)[number]): string => {
      const criteria =
        ground.kind === 'requirement'
          ? [ground.requirement.criterion]
          : (words.factors.find((f) => f.slug === ground.factor)?.criteria ?? []).map(
              (c) => c.slug,
            );
      const whys = criteria.map((slug) => sources.cite(ranked.option, ranked.mode, slug));
      return `- ${kind}, because ${inline(groundText(words, ranked, ground))}.${whys.join('')}`;
    };
    const lines = [
      ...reasons.map((ground) => line('Good', ground)),
      ...(against === null ? [] : [line('Bad', against)]),
    ];
    return `### ${inline(standingName(ranked, names))}\n\n${lines.join('\n')}`;
  });
  const rejected = outcome.recommendation.eliminated.map((e) => {
    const whys = [...new Set(e.failed.map((f) => f.requirement.criterion))].map((slug) =>
      sources.cite(e.option, e.mode, slug),
    );
    return `### ${inline(names.option(e.option))} (rejected)\n\n- Bad, because ${missesText(input, e)}.${whys.join('')}`;
  });
  return [...left, ...rejected].join('\n\n');
}

function moreInformation({ permalink, release }: RecordInput, sources: Sources): string {
  const edition = release === '' ? 'an unreleased edition' : release;
  return [
    `- The recommendation, to be opened and questioned: <${permalink}>`,
    `- Made with the content of ${edition}. Scores are weighted means of values between 0 and 100; weights are the mean of all that agree with the order of importance.`,
    ...sources.lines(),
  ].join('\n');
}
