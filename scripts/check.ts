/** `npm run check`: validates the content alone and prints everything that is wrong with it. */

import { resolve } from 'node:path';
import { formatFaults } from '../src/comparison/fault.ts';
import { tryLoadComparison } from '../src/comparison/load.ts';
import { contentDay } from '../src/comparison/content-day.ts';

const directory = resolve(process.env.CONTENT_DIR ?? 'content');
const { comparison, faults } = tryLoadComparison({ directory, today: contentDay(directory) });
if (comparison === null) {
  console.error(formatFaults(faults));
  process.exitCode = 1;
} else {
  const { options, criteria, sources } = comparison;
  console.log(
    `The content is sound: ${String(options.length)} options, ${String(criteria.length)} criteria, ` +
      `${String(options.length * criteria.length)} ratings, ${String(sources.length)} sources.`,
  );
}
