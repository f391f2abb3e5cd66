/** Content folders of any size, made from the smallest content that has no fault. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { ROOT } from './places.ts';

export interface ContentSize {
  readonly options: number;
  /** At least the two that the smallest content has. */
  readonly criteria: number;
  /** How many times the reason of a rating and the prose of an option are repeated, 1 or more. */
  readonly repeats: number;
}

const criterionSchema = z.looseObject({ name: z.string(), order: z.number() });
const optionSchema = z.looseObject({
  name: z.string(),
  ratings: z.looseObject({ light: z.looseObject({ why: z.string() }) }),
  sources: z.object({ box: z.looseObject({ url: z.string() }) }),
});

/** Writes a content folder anew, with further options and criteria that are like the first. */
export function writeContent(directory: string, { options, criteria, repeats }: ContentSize): void {
  rmSync(directory, { recursive: true, force: true });
  cpSync(join(ROOT, 'tests/fixtures/sound'), directory, { recursive: true });

  const lightFile = readEntry(join(directory, 'criteria/light.mdx'));
  const light = criterionSchema.parse(lightFile.data);
  const further = Array.from({ length: criteria - 2 }, (_, i) => `light-${String(i + 1)}`);
  for (const [i, slug] of further.entries()) {
    const data = { ...light, name: `${light.name} ${String(i + 1)}`, order: light.order + i };
    writeEntry(join(directory, `criteria/${slug}.mdx`), data, lightFile.body);
  }

  const candleFile = readEntry(join(directory, 'options/candle.mdx'));
  const candle = optionSchema.parse(candleFile.data);
  const { light: short } = candle.ratings;
  const rating = { ...short, why: Array<string>(repeats).fill(short.why).join(' ') };
  const ratings = {
    ...candle.ratings,
    ...Object.fromEntries(further.map((slug) => [slug, rating])),
  };
  const body = candleFile.body.repeat(repeats);
  writeEntry(join(directory, 'options/candle.mdx'), { ...candle, ratings }, body);
  for (let i = 1; i < options; i++) {
    const { box } = candle.sources;
    const sources = { box: { ...box, url: `${box.url}-${String(i)}` } };
    const data = { ...candle, name: `${candle.name} ${String(i)}`, ratings, sources };
    writeEntry(join(directory, `options/candle-${String(i)}.mdx`), data, body);
  }
}

function readEntry(file: string): { data: unknown; body: string } {
  const [, frontMatter = '', ...body] = readFileSync(file, 'utf8').split(/^---\n/m);
  return { data: parse(frontMatter), body: body.join('---\n') };
}

function writeEntry(file: string, data: object, body: string): void {
  writeFileSync(file, `---\n${stringify(data, { aliasDuplicateObjects: false })}---\n${body}`);
}
