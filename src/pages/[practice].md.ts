/** The page of practice as Markdown, where there are cases. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { currentComparison } from '../comparison/current.ts';
import { PAGES } from '../links/routes.ts';
import { answeredCases } from '../outputs/answered-practice.ts';
import { practiceMarkdown } from '../outputs/markdown/documents.ts';
import { absoluteUrl } from '../outputs/urls.ts';
import { verdictText } from '../words/verdict.ts';

const PRACTICE = PAGES.practice.path.replaceAll('/', '');

export const getStaticPaths = (() =>
  currentComparison().practice.length === 0
    ? []
    : [{ params: { practice: PRACTICE } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () => {
  const cases = answeredCases().map(({ practiceCase, conclusion, names, exits }) => ({
    practiceCase,
    told: verdictText(conclusion, names),
    exits,
  }));
  const text = practiceMarkdown(
    cases,
    {
      title: PAGES.practice.name,
      lead: 'What others had, what they chose and why, and what this site would say.',
    },
    { comparison: currentComparison(), absoluteUrl },
  );
  return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
