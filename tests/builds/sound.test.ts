/**
 * What the check calls sound can be built and is shown: content changed at random. `npm test` tries as many
 * changes as a minute allows, `npm run mutations` hundreds; FIRST_MUTATION moves both to other ones.
 */

import { describe, expect, it } from 'vitest';
import { setting } from '../../src/comparison/environment.ts';
import { tryChanges } from './changes.ts';

/** How many changes one build tries: of more, too many would be to the same few places. */
const OF_A_BUILD = 150;

const count = Number(setting('MUTATIONS') ?? OF_A_BUILD);
const first = Number(setting('FIRST_MUTATION') ?? 1);

describe('content that the check calls sound', () => {
  const builds = Array.from({ length: Math.ceil(count / OF_A_BUILD) }, (_, i) => ({
    from: first + i * OF_A_BUILD,
    tried: Math.min(OF_A_BUILD, count - i * OF_A_BUILD),
  }));

  it.each(builds)('can be built and is shown: $tried changes from $from on', ({ from, tried }) => {
    const { sound, refused, wrong } = tryChanges(from, tried);
    expect(wrong).toEqual([]);
    // Neither are all changes harmless, nor is everything refused.
    expect(sound).toBeGreaterThan(tried / 4);
    expect(refused).toBeGreaterThan(tried / 6);
  });
});
