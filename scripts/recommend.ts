/**
 * `npm run recommend -- "<link or query string>" [--content DIR] [--json]`: the answer of the page
 * /recommend/, with the same figures, in the shell.
 */

import { resolve } from 'node:path';
import { contentDirectory } from '../src/comparison/environment.ts';
import { currentRelease, recommenderProps } from '../src/outputs/recommender-props.ts';
import { analysisOf, outcomeOf } from '../src/decision/analysis.ts';
import { answerAsData } from '../src/words/answer-data.ts';
import { parseAsk } from '../src/links/ask.ts';
import { leadingBand, type Ranked } from '../src/decision/recommend.ts';
import { INSTEAD } from '../src/words/exits.ts';
import { unfollowedLines } from '../src/words/unfollowed-lines.ts';
import { namesOf } from '../src/words/names.ts';
import { guidePath } from '../src/links/routes.ts';
import { openRelease, questionnaireOf } from '../src/links/release.ts';
import { clausesText, listed, percent } from '../src/words/sentences.ts';
import { standingName, verdictText } from '../src/words/verdict.ts';
import { loadContent, runCommand } from './lib/command.ts';

interface Flags {
  readonly content?: string | undefined;
  readonly json: boolean;
}

function main(values: Flags, [link = '']: readonly string[]): number {
  const comparison = loadContent(
    resolve(values.content === '' ? contentDirectory : (values.content ?? contentDirectory)),
  );
  const release = openRelease(currentRelease(comparison));
  const { state, unfollowed } = parseAsk(release.vocabulary, queryOf(link));
  const questionnaire = questionnaireOf(release);
  const outcome = outcomeOf(questionnaire, state);
  const analysis = analysisOf(questionnaire, state);
  const { recommendation, preferences } = outcome;

  const told = unfollowedLines(unfollowed);
  for (const { part, why } of told.lines) console.error(part + why);
  if (told.more !== null) console.error(told.more);
  if (state.on !== null && state.on !== release.name) {
    console.error(
      `This link was made with the content of ${state.on}; this is the answer by that of ${release.name}.`,
    );
  }
  const names = namesOf(release, recommenderProps(comparison, '/'));
  const exits = names.exits(state.answers);
  if (values.json) {
    const data = answerAsData(release, state, recommendation, analysis, exits);
    console.log(JSON.stringify(data, null, 2));
    return 0;
  }

  const lines = [
    verdictText(analysis.conclusion, names),
    ...exits.flatMap(({ text, guide }) => [
      '',
      text,
      `${INSTEAD}: “${guide.title}”, ${new URL(guidePath(guide.slug), comparison.site.origin).href}`,
    ]),
  ];
  const { robust } = analysis;
  const row = (r: Ranked): string => {
    const share = robust?.topShares[robust.options.indexOf(r.option)];
    const top = share === undefined ? '' : percent(share);
    const rank = `${r.shared ? '=' : ''}${String(r.rank)}`;
    return `  ${rank.padStart(3)}  ${(r.score * 100).toFixed(1).padStart(5)}  ${top.padStart(8)}  ${standingName(r, names)}`;
  };
  const { proven, ifConfirmed, eliminated, factors } = recommendation;
  const band = leadingBand(recommendation);
  if (band.length > 0) lines.push('', ' rank  score  best in');
  lines.push(...band.map(row));
  if (proven.length > 0 && ifConfirmed.length > 0) {
    lines.push('', 'Ask the vendor:', ...ifConfirmed.map(row));
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
