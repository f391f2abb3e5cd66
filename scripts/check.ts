/**
 * `npm run check`: validates the content alone and prints everything that is wrong with it, then what
 * wants attention, by rule. Faults fail it; so do exceptions that have lapsed or are not needed any more.
 */

import { formatWarnings, warningsOf } from '../src/comparison/warnings.ts';
import type { Exception } from '../src/comparison/schemas/exceptions.ts';
import { counted } from '../src/words/sentences.ts';
import { loadContent, runCommand } from './lib/command.ts';

function check({ all }: { all: boolean }): number {
  const comparison = loadContent();
  const report = warningsOf(comparison);
  const text = formatWarnings(report, all);
  if (text !== '') console.warn(`${text}\n`);
  for (const exception of report.idle) {
    console.error(
      exception.until < comparison.today
        ? `The exception “${named(exception)}” lapsed on ${exception.until}: settle the warning, or renew it with a reason.\n`
        : `The exception “${named(exception)}” is not needed any more: remove it from exceptions.yaml.\n`,
    );
  }
  const { options, criteria, sources } = comparison;
  const silent = report.off.reduce((sum, { count }) => sum + count, 0);
  console.log(
    `The content is sound: ${counted(options.length, 'option')}, ${counted(criteria.length, 'criterion', 'criteria')}, ` +
      `${counted(options.length * criteria.length, 'rating')}, ${counted(sources.length, 'source')}; ` +
      `${counted(report.warnings.length, 'warning')}${silent === 0 ? '' : `, ${String(silent)} more switched off`}.`,
  );
  return report.idle.length > 0 ? 1 : 0;
}

/** What an exception is of: “stale of k3s, status”. */
function named({ rule, option, criterion, source }: Exception): string {
  const what = [option, criterion, source].filter((name) => name !== undefined);
  return `${rule} of ${what.join(', ')}`;
}

await runCommand({
  usage: 'npm run check [-- --all]',
  options: { all: { type: 'boolean', default: false } },
  main: check,
});
