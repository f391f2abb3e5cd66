import { describe, expect, it } from 'vitest';
import { parseOptions, partsOfWay, presentWays, wayTo } from '../../../src/links/option-list.ts';

const named = (
  slug: string,
  ...formerSlugs: string[]
): { slug: string; formerSlugs: string[] } => ({
  slug,
  formerSlugs,
});
const OPTIONS = [
  { ...named('k3s'), modes: [named('single'), named('ha', 'three')] },
  { ...named('talos', 'talos-linux'), modes: [] },
];

/** What a list comes to, and what is told of it. */
function read(text: string): { ways: string; told: string[] } {
  const told: string[] = [];
  const ways = parseOptions(OPTIONS, text, (token, why) => told.push(`${token} ${why}`));
  return { ways: ways.join(), told };
}

describe('a list of options', () => {
  it('names modes, of which the first goes without saying', () => {
    expect(read('k3s,k3s~ha,talos')).toEqual({ ways: 'k3s,k3s~ha,talos', told: [] });
    expect(read('k3s~single')).toEqual({ ways: 'k3s', told: [] });
  });

  it('follows former names of options and of modes', () => {
    expect(read('talos-linux,k3s~three')).toEqual({ ways: 'talos,k3s~ha', told: [] });
  });

  it('falls back to the option where a mode is gone, and tells it', () => {
    expect(read('k3s~gone,talos~any')).toEqual({
      ways: 'k3s,talos',
      told: [
        'k3s~gone names a mode that this site does not have; the usual one is shown',
        'talos~any names a mode that this site does not have; the usual one is shown',
      ],
    });
  });

  it('has each option in each mode once, and tells what is no option', () => {
    expect(read('k3s,k3s~single,k9s~ha')).toEqual({
      ways: 'k3s',
      told: [
        'k3s~single is here twice; the first one counts',
        'k9s~ha is not an option of this site',
      ],
    });
  });

  it('is taken from what was picked, without a word on what is gone', () => {
    expect(presentWays(OPTIONS, ['k3s~gone', 'k3s', 'k9s', 'k3s~ha'])).toEqual(['k3s', 'k3s~ha']);
  });
});

it('a name of an option in a mode has the two slugs in it', () => {
  for (const mode of [null, 'ha']) {
    expect(partsOfWay(wayTo('k3s', mode))).toEqual({ option: 'k3s', mode });
  }
  expect(partsOfWay('a~b~c')).toEqual({ option: 'a', mode: 'b~c' });
});
