/** Content folders of any size, made from the smallest content that has no fault. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  /** Questions of three answers; none, if not said. */
  readonly questions?: number;
}

const criterionSchema = z.looseObject({ name: z.string(), order: z.number() });
const optionSchema = z.looseObject({
  name: z.string(),
  ratings: z.looseObject({
    light: z.looseObject({ why: z.string() }),
    power: z.looseObject({ value: z.number() }),
  }),
  sources: z.object({ box: z.looseObject({ url: z.string() }) }),
});

/** Writes a content folder anew, with further options and criteria that are like the first. */
export function writeContent(
  directory: string,
  { options, criteria, repeats, questions = 0 }: ContentSize,
): void {
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
  // Values differ from option to option, so that there is something to filter and to sort.
  const ratingsOf = (option: number): object => ({
    ...candle.ratings,
    power: { ...candle.ratings.power, value: 1 + ((option * 37) % 101) },
    ...Object.fromEntries(
      further.map((slug, i) => {
        const value = (option * (i + 3)) % 7 < 3 ? 'bright' : 'dim';
        return [slug, { ...rating, value }];
      }),
    ),
  });
  const body = candleFile.body.repeat(repeats);
  writeEntry(join(directory, 'options/candle.mdx'), { ...candle, ratings: ratingsOf(0) }, body);
  for (let i = 1; i < options; i++) {
    const { box } = candle.sources;
    const sources = { box: { ...box, url: `${box.url}-${String(i)}` } };
    const data = { ...candle, name: `${candle.name} ${String(i)}`, ratings: ratingsOf(i), sources };
    writeEntry(join(directory, `options/candle-${String(i)}.mdx`), data, body);
  }
  if (questions > 0) mkdirSync(join(directory, 'questions'));
  for (let i = 0; i < questions; i++) {
    const data = questionOn(further[i % further.length] ?? 'light', i);
    writeFileSync(join(directory, `questions/question-${String(i)}.yaml`), stringify(data));
  }
}

/** A question of three answers, of which one requires something and two weigh. */
function questionOn(criterion: string, i: number): object {
  return {
    question: `What of light ${String(i)}?`,
    order: i,
    section: 'Light',
    why: 'Letters are small.',
    answers: [
      { slug: 'must', text: 'It must be bright.', requires: { [criterion]: 'bright' } },
      { slug: 'much', text: 'It matters much.', weighs: { [criterion]: 3 } },
      { slug: 'some', text: 'It matters.', weighs: { [criterion]: 1, power: 2 - (i % 2) } },
    ],
  };
}

function readEntry(file: string): { data: unknown; body: string } {
  const [, frontMatter = '', ...body] = readFileSync(file, 'utf8').split(/^---\n/m);
  return { data: parse(frontMatter), body: body.join('---\n') };
}

function writeEntry(file: string, data: object, body: string): void {
  writeFileSync(file, `---\n${stringify(data, { aliasDuplicateObjects: false })}---\n${body}`);
}
