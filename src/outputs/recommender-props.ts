/** What the recommender needs of the content. */

import { EMPTY_ASK, type AskState } from '../links/ask.ts';
import type { RecommenderProps } from '../words/recommender-texts.ts';
import { valueLabel } from '../words/label.ts';
import { lifecycleOf } from '../comparison/lifecycle.ts';
import { makeRelease, sameContent, type Release } from '../links/release.ts';
import type { Comparison, Option, Scenario } from '../comparison/comparison.ts';

/**
 * The present content as a release: the newest one that is kept, if it is the same, else one that is
 * named after the day of the content and not yet kept.
 */
export function currentRelease(comparison: Comparison): Release {
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

/** The options that can be recommended: neither references nor gone. */
export function candidates(comparison: Comparison): readonly Option[] {
  return comparison.options.filter(
    (option) =>
      option.data.listing === 'candidate' && lifecycleOf(comparison, option)?.isEnded !== true,
  );
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

/** Everything that the recommender shows beside the release, for the page that holds it. */
export function recommenderProps(comparison: Comparison, base: string): RecommenderProps {
  const { site, options, questions, releases, scenarios } = comparison;
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
        exit: answer.exit ?? null,
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
    never: options.filter((o) => !candidates(comparison).includes(o)).map((o) => [o.slug, o.name]),
    base,
    subject: site.subject,
  };
}
