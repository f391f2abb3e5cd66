/**
 * `npm run bench`: measures the site and prints the figures as Markdown; `npm run bench -- bytes
 * build` measures some parts alone. Nothing passes or fails here: a machine has its days, and
 * figures are compared within one run.
 *
 * A part is a file in tests/bench/parts/ and has a line below. Libraries that only parts need are in
 * tests/bench/package.json.
 */

import { circumstances } from '../tests/bench/circumstances.ts';
import type { Part } from '../tests/bench/part.ts';
import { build } from '../tests/bench/parts/build.ts';
import { bytes } from '../tests/bench/parts/bytes.ts';
import { decision } from '../tests/bench/parts/decision.ts';
import { lighthouse } from '../tests/bench/parts/lighthouse.ts';
import { recommender } from '../tests/bench/parts/recommender.ts';
import { search } from '../tests/bench/parts/search.ts';
import { table } from '../tests/bench/parts/table.ts';
import { CommandError, MISUSED, runCommand } from './lib/command.ts';

const PARTS: readonly Part[] = [decision, search, table, recommender, bytes, lighthouse, build];

async function bench(names: readonly string[]): Promise<number> {
  const known = PARTS.map((part) => part.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new CommandError(
      `There is no part “${unknown.join('”, “')}”. The parts are: ${known.join(', ')}.`,
      MISUSED,
    );
  }
  console.log(`# Benchmark\n\n${await circumstances()}`);
  let status = 0;
  for (const part of PARTS) {
    if (names.length > 0 && !names.includes(part.name)) continue;
    console.error(`Measuring: ${part.title} …`);
    try {
      console.log(`\n## ${part.title}\n\n${await part.run()}`);
    } catch (error) {
      // The other parts may take minutes, and measure something else.
      console.error(error instanceof Error ? error.message : error);
      status = 1;
    }
  }
  return status;
}

await runCommand({
  usage: 'npm run bench [-- PART …]',
  options: {},
  positionals: [0, Infinity],
  main: (_, names) => bench(names),
});
