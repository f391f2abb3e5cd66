/** What the recommender needs of the content. */

import { EMPTY_ASK, type AskState } from '../links/ask.ts';
import type { Exit, RecommenderData, RecommenderProps } from '../words/recommender-texts.ts';
import { valueLabel } from '../words/label.ts';
import { candidates } from '../comparison/candidates.ts';
import { lifecycleOf } from '../comparison/lifecycle.ts';
import {
  makeRelease,
  openRelease,
  sameContent,
  type OpenedRelease,
  type Release,
} from '../links/release.ts';
import type { AskedQuestion, Comparison, Option, Scenario } from '../comparison/comparison.ts';
import { namedFile, type NamedFile } from './named-file.ts';

/**
 * The present content as a release: the newest one that is kept, if it is the same, else one that is
 * named after the day of the content and not yet kept.
 */
export function currentRelease(comparison: Comparison): Release {
  const known = current.get(comparison) ?? makeCurrent(comparison);
  current.set(comparison, known);
  return known;
}

const current = new WeakMap<Comparison, Release>();

/** The present content as a release that is ready to be asked. */
export function openedCurrent(comparison: Comparison): OpenedRelease {
  const known = opened.get(comparison) ?? openRelease(currentRelease(comparison));
  opened.set(comparison, known);
  return known;
}

const opened = new WeakMap<Comparison, OpenedRelease>();

function makeCurrent(comparison: Comparison): Release {
  const { criteria, questions, releases, site, today } = comparison;
  const made = makeRelease(today, {
    indifference: site.indifference,
    lifecycle:
      site.lifecycle === undefined
        ? null
        : { criterion: site.lifecycle.criterion, current: site.lifecycle.current },
    criteria,
    options: candidates(comparison).map((o) => ({ ...o, formerSlugs: o.data.formerSlugs })),
    questions,
  });
  const newest = releases.at(-1);
  return newest !== undefined && sameContent(newest, made) ? newest : made;
}

/** The lifecycle of an option in a word, or null where it is simply current. */
function lifecycleLabel(comparison: Comparison, option: Option): string | null {
  const lifecycle = lifecycleOf(comparison, option);
  return lifecycle === null ? null : valueLabel(lifecycle.criterion.scale, lifecycle.rating.value);
}

/** The answers of a scenario as the state of the recommender. */
export function scenarioState({ data }: Scenario, release: string | null): AskState {
  const answers = Object.entries(data.answers).map(
    ([slug, { answer }]) => [slug, [answer].flat()] as const,
  );
  return { ...EMPTY_ASK, on: release, answers: Object.fromEntries(answers) };
}

/** The exit of an answer, with the title of its guide; checked content has both or neither. */
function exitIn(
  { guides }: Comparison,
  { exit: text, exitGuide: slug }: AskedQuestion['data']['answers'][number],
): Exit | null {
  if (text === undefined || slug === undefined) return null;
  return { text, guide: { slug, title: guides.find((g) => g.slug === slug)?.data.title ?? slug } };
}

/** The release with everything that the recommender shows beside it, for the page that holds it. */
export function recommenderProps(comparison: Comparison, base: string): RecommenderProps {
  return { ...recommenderData(comparison), base };
}

/** The same as a file, a `RecommenderData`, for the script of that page. */
export function recommenderFile(comparison: Comparison): NamedFile {
  const known = files.get(comparison) ?? namedFile('recommender', recommenderData(comparison));
  files.set(comparison, known);
  return known;
}

const files = new WeakMap<Comparison, NamedFile>();

function recommenderData(comparison: Comparison): RecommenderData {
  const { site, options, questions, releases, scenarios } = comparison;
  const chosen = new Set(candidates(comparison));
  return {
    language: site.language,
    release: currentRelease(comparison),
    releases: releases.map((release) => release.name),
    questions: questions.map(({ slug, data }) => ({
      slug,
      card: data.card ?? null,
      section: data.section,
      several: data.several,
      question: data.question,
      help: data.help ?? null,
      why: data.why,
      answers: data.answers.map((answer) => ({
        slug: answer.slug,
        text: answer.text,
        help: answer.help ?? null,
        exit: exitIn(comparison, answer),
      })),
    })),
    starts: scenarios.flatMap((scenario) =>
      scenario.data.start === undefined
        ? []
        : [
            {
              slug: scenario.slug,
              name: scenario.data.start,
              answers: scenarioState(scenario, null).answers,
            },
          ],
    ),
    options: Object.fromEntries(
      options.map((option) => [
        option.slug,
        { summary: option.data.summary ?? null, status: lifecycleLabel(comparison, option) },
      ]),
    ),
    shortfalls: Object.fromEntries(
      comparison.criteria.flatMap(({ slug, shortfall }) =>
        shortfall === undefined ? [] : [[slug, shortfall]],
      ),
    ),
    current: site.lifecycle?.currentWords ?? 'current',
    maker: site.maker,
    families: Object.fromEntries(site.families.map(({ slug, name }) => [slug, name])),
    never: options.filter((o) => !chosen.has(o)).map((o) => [o.slug, o.name]),
    subject: site.subject,
  };
}
