/** Scenarios with their recommendations, computed once for all pages. */

import type { Criterion, Option, Scenario } from '../comparison/comparison.ts';
import { currentComparison } from '../comparison/current.ts';
import {
  currentRelease,
  openedCurrent,
  recommenderProps,
  scenarioState,
} from './recommender-props.ts';
import type { AskState } from '../links/ask.ts';
import { namedFirst } from '../decision/conclusion.ts';
import { questionnaireOf, type OpenedRelease } from '../links/release.ts';
import { analysisOf, outcomeOf, type Analysis, type Outcome } from '../decision/analysis.ts';
import { namesOf, type Names } from '../words/names.ts';
import { PAGES } from '../links/routes.ts';
import { href } from './urls.ts';

/** An expert’s advice beside ours. */
export interface Advice {
  readonly expert: Scenario['data']['experts'][number];
  /** Our first among the options that the expert considered; null if all of them are out. */
  readonly ours: string | null;
  readonly agrees: boolean;
}

export interface AnsweredScenario {
  readonly scenario: Scenario;
  readonly release: OpenedRelease;
  readonly names: Names;
  readonly state: AskState;
  readonly outcome: Outcome;
  readonly analysis: Analysis;
  readonly advice: readonly Advice[];
}

let answered: readonly AnsweredScenario[] | undefined;

/** All scenarios with their recommendations, in their own order. */
export function answeredScenarios(): readonly AnsweredScenario[] {
  if (import.meta.env.DEV) return answerAll();
  answered ??= answerAll();
  return answered;
}

function answerAll(): readonly AnsweredScenario[] {
  const comparison = currentComparison();
  const current = currentRelease(comparison);
  const release = openedCurrent(comparison);
  const names = namesOf(release, recommenderProps(comparison, href(PAGES.home.path)));
  const isKept = comparison.releases.some(({ name }) => name === current.name);
  return comparison.scenarios.map((scenario) => {
    const state = scenarioState(scenario, isKept ? current.name : null);
    const asked = questionnaireOf(release);
    const outcome = outcomeOf(asked, state);
    const analysis = analysisOf(asked, state);
    const { proven, ifConfirmed } = outcome.recommendation;
    return {
      scenario,
      release,
      names,
      state,
      outcome,
      analysis,
      advice: scenario.data.experts.map((expert) => {
        const considered = [...proven, ...ifConfirmed].filter((r) =>
          expert.considered.includes(r.option),
        );
        const ours = considered[0]?.option ?? null;
        return { expert, ours, agrees: ours === expert.advises };
      }),
    };
  });
}

/** The scenarios that an option leads, alone and equal with others. */
export function firstPlaces(option: string): {
  readonly alone: readonly Scenario[];
  readonly equal: readonly Scenario[];
} {
  const led = answeredScenarios().flatMap(({ scenario, analysis }) => {
    const first = namedFirst(analysis.conclusion).map((standing) => standing.option);
    return first.includes(option) ? [{ scenario, alone: first.length === 1 }] : [];
  });
  return {
    alone: led.filter(({ alone }) => alone).map(({ scenario }) => scenario),
    equal: led.filter(({ alone }) => !alone).map(({ scenario }) => scenario),
  };
}

/** An unknown rating, and the scenarios in which it decides who leads. */
export interface WorthFindingOut {
  readonly option: Option;
  readonly criterion: Criterion;
  readonly scenarios: readonly Scenario[];
}

/** Unknown ratings that decide some scenario, those that decide the most first. */
export function worthFindingOut(): readonly WorthFindingOut[] {
  const { options, criteria } = currentComparison();
  const answered = answeredScenarios();
  const key = (option: string, criterion: string): string => `${option} ${criterion}`;
  const deciding = new Map<string, Scenario[]>();
  for (const { scenario, analysis } of answered) {
    for (const { option, criterion } of analysis.open) {
      const name = key(option, criterion);
      const known = deciding.get(name);
      if (known === undefined) deciding.set(name, [scenario]);
      else if (!known.includes(scenario)) known.push(scenario);
    }
  }
  return options
    .flatMap((option) =>
      criteria.map((criterion) => ({
        option,
        criterion,
        scenarios: deciding.get(key(option.slug, criterion.slug)) ?? [],
      })),
    )
    .filter(({ scenarios }) => scenarios.length > 0)
    .toSorted((a, b) => b.scenarios.length - a.scenarios.length);
}
