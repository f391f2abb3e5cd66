/** Scenarios: answers that exist, and experts whose advice the answers do not rule out unexplained. */

import { preferencesOf } from '../../decision/questionnaire.ts';
import { unmet } from '../../decision/requirement.ts';
import { faultAt, type Check, type Content } from '../content.ts';
import { toOption, toQuestion } from '../to-decision.ts';
import type { Fault } from '../fault.ts';
import { mustBeAnswer, mustExist } from './references.ts';

type Scenario = Content['scenarios'][number];

export const checkScenarios: Check = (content) =>
  content.scenarios.flatMap((scenario) => [
    ...answers(content, scenario),
    ...experts(content, scenario),
  ]);

function answers(content: Content, scenario: Scenario): Fault[] {
  return Object.entries(scenario.data.answers).flatMap(([slug, { answer }]) => {
    const path = ['answers', slug];
    return mustBeAnswer(content, scenario, slug, path, answer, [...path, 'answer']);
  });
}

function experts(content: Content, scenario: Scenario): Fault[] {
  const options = content.slugs('options');
  return scenario.data.experts.flatMap((expert, e) => {
    const at = ['experts', e] as const;
    return [
      ...expert.considered.flatMap((slug, i) =>
        mustExist(scenario, [...at, 'considered', i], slug, 'option', options),
      ),
      ...mustExist(
        scenario,
        [...at, 'advises'],
        expert.advises,
        'considered option',
        expert.considered,
      ),
      ...(expert.disagreement === undefined ? eliminated(content, scenario, e) : []),
    ];
  });
}

/** A scenario may not eliminate the option that its own expert advises, unless it says why. */
function eliminated(content: Content, scenario: Scenario, e: number): Fault[] {
  const advised = scenario.data.experts[e]?.advises;
  const option = content.options.find((o) => o.slug === advised);
  if (option === undefined) return [];
  const given = Object.fromEntries(
    Object.entries(scenario.data.answers).map(([slug, { answer }]) => [slug, answer]),
  );
  const criteria = content.criteria.map(({ slug, data }) => ({ slug, ...data }));
  const { requirements } = preferencesOf(
    content.questions.map((question) => toQuestion(question, content.criteria)),
    given,
    { requirements: [], importances: {} },
  );
  const failed = unmet(toOption(option), criteria, requirements).filter(
    ({ verdict }) => verdict === 'failed',
  );
  if (failed.length === 0) return [];
  return [
    faultAt(scenario, ['experts', e, 'advises'], {
      problem: 'The answers of this scenario eliminate the option that the expert advises.',
      found: `${advised ?? ''} fails on ${failed.map((f) => f.requirement.criterion).join(', ')}`,
      fix: 'Check the answers and the rating; if both are right, say why under “disagreement”.',
    }),
  ];
}
