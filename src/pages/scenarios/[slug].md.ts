/** The page as Markdown. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { answeredScenarios, type AnsweredScenario } from '../../outputs/answered-scenarios.ts';
import { absoluteUrl } from '../../outputs/urls.ts';
import { scenarioMarkdown } from '../../outputs/markdown/documents.ts';
import { headlineText } from '../../words/sentences.ts';

export const getStaticPaths = (() =>
  answeredScenarios().map((answered) => ({
    params: { slug: answered.scenario.slug },
    props: { answered },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ answered: AnsweredScenario }> = ({ props }) => {
  const { scenario, told, names } = props.answered;
  const comparison = currentComparison();
  const text = scenarioMarkdown(scenario, headlineText(told, names.option), {
    comparison,
    absoluteUrl,
  });
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
