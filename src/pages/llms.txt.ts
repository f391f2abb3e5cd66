/** What a language model should read of this site, in the form of llmstxt.org. */

import type { APIRoute } from 'astro';
import { LISTED_FILES } from '../outputs/api.ts';
import { currentComparison } from '../comparison/current.ts';
import {
  criterionPath,
  guidePath,
  markdownPath,
  optionPath,
  PAGES,
  scenarioPath,
} from '../links/routes.ts';
import { absoluteUrl } from '../outputs/urls.ts';
import { blocks, inline, list, section } from '../outputs/markdown/text.ts';

export const GET: APIRoute = () => {
  const { site, options, criteria, scenarios, guides, practice } = currentComparison();
  const entry = (name: string, path: string, about: string | undefined): string =>
    `[${inline(name)}](${absoluteUrl(path)})${about === undefined ? '' : `: ${inline(about)}`}`;
  const text = blocks(
    `# ${inline(site.title)}`,
    `> ${inline(site.description)}`,
    'Each page below is the Markdown of a page of the site. A rating gives its value, the reason, the evidence, the day it was checked and its sources. Unknown means that nothing public says it; it is not a no. An option may have modes: ways of running it that exclude each other; never join the rating of one mode with that of another.',
    section(
      'Options',
      list(options.map((o) => entry(o.name, markdownPath(optionPath(o.slug)), o.data.summary))),
    ),
    section(
      'Criteria',
      list(criteria.map((c) => entry(c.name, markdownPath(criterionPath(c.slug)), c.summary))),
    ),
    section(
      'Scenarios',
      list(
        scenarios.map((s) =>
          entry(s.data.title, markdownPath(scenarioPath(s.slug)), s.data.summary),
        ),
      ),
    ),
    section(
      'Guides',
      list(guides.map((g) => entry(g.data.title, markdownPath(guidePath(g.slug)), g.data.summary))),
    ),
    ...(practice.length === 0
      ? []
      : [
          section(
            PAGES.practice.name,
            list([
              entry(
                PAGES.practice.name,
                markdownPath(PAGES.practice.path),
                'What others in public had, chose and why, and what this site answers.',
              ),
            ]),
          ),
        ]),
    section(
      'Data',
      list(LISTED_FILES.map(({ name, path, description }) => entry(name, path, description))),
    ),
  );
  return new Response(`${text}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
