/**
 * `npm run check`: validates the content alone and prints everything that is wrong with it, then what
 * wants attention. Faults fail it; so do exceptions that have lapsed or are not needed any more.
 */

import { warningsOf } from '../src/comparison/warnings.ts';
import { loadContent, runCommand } from './lib/command.ts';

function check(): number {
  const comparison = loadContent();
  const { warnings, idle } = warningsOf(comparison);
  for (const { file, criterion, text } of warnings) {
    console.warn(
      `${file}${criterion === null ? '' : `  ratings.${criterion}`}\n  warning  ${text}\n`,
    );
  }
  for (const { rule, option, criterion, until } of idle) {
    const what = `${rule} of ${option}${criterion === undefined ? '' : `, ${criterion}`}`;
    console.error(
      until < comparison.today
        ? `The exception “${what}” lapsed on ${until}: settle the warning, or renew it with a reason.\n`
        : `The exception “${what}” is not needed any more: remove it from exceptions.yaml.\n`,
    );
  }
  const { options, criteria, sources } = comparison;
  console.log(
    `The content is sound: ${String(options.length)} options, ${String(criteria.length)} criteria, ` +
      `${String(options.length * criteria.length)} ratings, ${String(sources.length)} sources; ` +
      `${String(warnings.length)} warnings.`,
  );
  return idle.length > 0 ? 1 : 0;
}

await runCommand({ usage: 'npm run check', options: {}, main: check });
