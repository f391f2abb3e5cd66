/**
 * `npm run recommend -- "<link or query string>" [--content DIR] [--json]`: the answer of the page
 * /recommend/, with the same figures, in the shell.
 */

import { resolve } from 'node:path';
import { contentDirectory } from '../src/comparison/environment.ts';
import { currentRelease, recommenderProps } from '../src/outputs/recommender-props.ts';
import { analysisOf, outcomeOf } from '../src/links/analysis.ts';
import { answerAsData } from '../src/words/answer-data.ts';
import { parseAsk } from '../src/links/ask.ts';
import { namesOf } from '../src/words/names.ts';
import { headline } from '../src/decision/recommend.ts';
import { openRelease } from '../src/links/release.ts';
import {
  clausesText,
  headlineText,
  listed,
  percent,
  robustnessText,
} from '../src/words/sentences.ts';
import { loadContent, runCommand } from './lib/command.ts';

interface Flags {
  readonly content?: string | undefined;
  readonly json: boolean;
}

function main(values: Flags, [link = '']: readonly string[]): number {
  const comparison = loadContent(resolve(values.content ?? contentDirectory));
  const release = openRelease(currentRelease(comparison));
  const { state, unfollowed } = parseAsk(release.vocabulary, queryOf(link));
  const outcome = outcomeOf(release, state);
  const analysis = analysisOf(release, state);
  const { recommendation, preferences } = outcome;

  for (const { key, token, why } of unfollowed) {
    console.error(`${token === '' ? key : `${key}=${token}`} ${why}.`);
  }
  if (values.json) {
    console.log(
      JSON.stringify(answerAsData(release, state, recommendation, analysis.robust), null, 2),
    );
    return 0;
  }

  const names = namesOf(release, recommenderProps(comparison, '/'));
  const told = headline(recommendation, analysis.robust);
  const lines = [headlineText(told, names.option), robustnessText(told, names.option) ?? ''];
  const row = (option: string, score: number, first: number | undefined): string =>
    `  ${(score * 100).toFixed(1).padStart(5)}  ${(first === undefined ? '' : percent(first)).padStart(8)}  ${names.option(option)}`;
  const { proven, ifConfirmed, eliminated, factors } = recommendation;
  const band = proven.length > 0 ? proven : ifConfirmed;
  if (band.length > 0) lines.push('', '  score  first in');
  lines.push(...band.map((r, i) => row(r.option, r.score, analysis.robust?.ranks[i]?.[0])));
  if (proven.length > 0 && ifConfirmed.length > 0) {
    lines.push('', 'If confirmed:', ...ifConfirmed.map((r) => row(r.option, r.score, undefined)));
  }
  if (eliminated.length > 0) {
    lines.push('', 'Out:');
    for (const { option, failed } of eliminated) {
      const missed = [...new Set(failed.map((f) => names.factor(f.requirement.criterion)))];
      lines.push(`  ${names.option(option)}: ${listed(missed)}`);
    }
  }
  if (preferences.requirements.length > 0) {
    lines.push('', 'Required:');
    for (const { criterion: slug, clauses } of preferences.requirements) {
      const criterion = release.model.criteria.find((c) => c.slug === slug);
      if (criterion !== undefined) {
        lines.push(`  ${criterion.name}: ${clausesText(criterion.scale, clauses)}`);
      }
    }
  }
  if (factors.length > 0) {
    lines.push('', 'Weighed:');
    lines.push(
      ...factors.map(
        (f) => `  ${percent(f.weight).padStart(5)}  ${names.factor(f.slug)}, ${f.importance}`,
      ),
    );
  }
  console.log(lines.filter((line, i) => line !== '' || lines[i - 1] !== '').join('\n'));
  return 0;
}

/** The query string of an address, or the text itself if it is one already. */
function queryOf(link: string): string {
  const at = link.indexOf('?');
  return (at < 0 ? link : link.slice(at + 1)).split('#')[0] ?? '';
}

await runCommand({
  usage: 'npm run recommend -- "<link or query string>" [--content DIR] [--json]',
  options: { content: { type: 'string' }, json: { type: 'boolean', default: false } },
  positionals: [1, 1],
  main,
});
