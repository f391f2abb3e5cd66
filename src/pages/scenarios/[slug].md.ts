/** The page as Markdown. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../../comparison/current.ts';
import { answeredScenarios, type AnsweredScenario } from '../../outputs/answered-scenarios.ts';
import { absoluteUrl } from '../../outputs/urls.ts';
import { scenarioMarkdown } from '../../outputs/markdown/documents.ts';
import { verdictText } from '../../words/verdict.ts';

export const getStaticPaths = (() =>
  answeredScenarios().map((answered) => ({
    params: { slug: answered.scenario.slug },
    props: { answered },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ answered: AnsweredScenario }> = ({ props }) => {
  const { scenario, analysis, names, state } = props.answered;
  const comparison = currentComparison();
  const text = scenarioMarkdown(
    scenario,
    verdictText(analysis.conclusion, names),
    names.exits(state.answers),
    { comparison, absoluteUrl },
  );
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
