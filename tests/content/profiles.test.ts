/** Whole grids of profiles: nothing absurd is put first, and nobody wins by default. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/decision/model.ts';
import { absurdities, members, type Given } from './absurd.ts';
import { asked, comparison, questionnaire } from './content.ts';
import { namedFirst } from '../../src/decision/conclusion.ts';
import { answerTo, optionOf, profiles, standingCandidate } from './verdict.ts';

const SITES = ['few', 'tens', 'hundreds', 'thousands'];
const UPLINKS = ['always', 'hours', 'weeks'];
const MEMORIES = ['2gb', '4gb', '8gb', '32gb'];

const GRIDS = {
  'plain machines without Windows': profiles({
    shape: ['clusters'],
    platform: ['plain'],
    windows: ['none'],
    sites: SITES,
    uplink: UPLINKS,
    memory: MEMORIES,
    availability: ['pause', 'survive'],
    team: ['few', 'platform'],
    money: ['nothing', 'contract'],
  }),
  'a listed Linux that stays': profiles({
    shape: ['clusters'],
    platform: ['plain'],
    windows: ['none'],
    system: ['listed'],
    nodes: ['few'],
    sites: SITES,
    uplink: UPLINKS,
    memory: MEMORIES,
    availability: ['pause', 'survive'],
    team: ['few', 'platform', 'new'],
  }),
  'remote nodes': profiles({
    shape: ['far-nodes', 'autonomous'],
    platform: ['plain'],
    sites: ['tens', 'hundreds', 'thousands'],
    uplink: ['always', 'hours'],
    memory: ['512mb', '2gb', '8gb'],
    money: ['', 'nothing'],
    firewall: ['open', 'outbound'],
  }),
  'Windows PCs': profiles({
    windows: ['hosts'],
    memory: ['4gb', '8gb', '16gb'],
    sites: SITES,
    uplink: UPLINKS,
    console: ['', 'azure'],
    money: ['', 'contract'],
  }),
  'a device from the vendor': profiles({
    platform: ['appliance'],
    sites: SITES,
    uplink: UPLINKS,
    team: ['', 'maker'],
    horizon: ['', 'decade'],
  }),
  'what is there already': profiles({
    shape: ['clusters'],
    platform: ['vsphere', 'azure-local'],
    windows: ['', 'none'],
    memory: ['8gb', '32gb', 'server'],
    availability: ['pause', 'survive', 'two'],
    money: ['nothing', 'contract'],
  }),
} as const;

type Profile = Readonly<Record<string, string>>;
const given = (profile: Profile): Given => asked(profile).answers;
const told = (profile: Profile): string =>
  Object.entries(profile)
    .map((pair) => pair.join('='))
    .join('&');
const answers = Object.entries(GRIDS).map(
  ([name, grid]) =>
    [name, (grid as readonly Profile[]).map((profile) => ({ profile, ...answerTo(asked(profile)) }))] as const,
);
const { criterion: lifecycle, current } = comparison.site.lifecycle ?? { criterion: '', current: '' };

it('asks at least 384 profiles with plain machines and 288 with a listed Linux', () => {
  expect(GRIDS['plain machines without Windows'].length).toBeGreaterThanOrEqual(384);
  expect(GRIDS['a listed Linux that stays'].length).toBeGreaterThanOrEqual(288);
});

describe.each(answers)('%s', (name, grid) => {
  it('puts nothing absurd first', () => {
    const absurd = grid.flatMap(({ profile, conclusion }) =>
      namedFirst(conclusion).flatMap((standing) =>
        absurdities(given(profile), standingCandidate(standing)).map(
          (what) => `${standing.option}: ${what} (${told(profile)})`,
        ),
      ),
    );
    expect(absurd).toEqual([]);
  });

  it('never leads with what has no future without saying so', () => {
    for (const { profile, conclusion } of grid) {
      for (const { option } of namedFirst(conclusion)) {
        const rating = optionOf(option).ratings[lifecycle];
        if (rating === undefined || !('value' in rating) || rating.value === current) continue;
        expect('ending' in conclusion && conclusion.ending, told(profile)).toContain(option);
      }
    }
  });

  it('tells a leader from the second by something that was asked and is known of it', () => {
    const unfounded = grid.flatMap(({ profile, recommendation, conclusion }) => {
      if (conclusion.kind !== 'leader') return [];
      const [first, second] = conclusion.confirmed ? recommendation.proven : recommendation.ifConfirmed;
      if (first === undefined || second === undefined) return [];
      const better = first.contributions.some(({ factor, value, assumed }) => {
        const other = second.contributions.find((c) => c.factor === factor);
        return !assumed && (value ?? 0) > (other?.value ?? 0);
      });
      return better ? [] : [`${first.option} before ${second.option} (${told(profile)})`];
    });
    expect(unfounded).toEqual([]);
  });

  if (name !== 'plain machines without Windows' && name !== 'a listed Linux that stays') return;

  it('has no option that leads alone in more than a quarter', () => {
    const alone = new Map<string, number>();
    for (const { conclusion } of grid) {
      if (conclusion.kind !== 'leader') continue;
      for (const { option } of conclusion.shortlist) alone.set(option, (alone.get(option) ?? 0) + 1);
    }
    for (const [option, times] of alone) expect(times / grid.length, option).toBeLessThanOrEqual(0.25);
  });

  it('leaves a choice that can be looked at in nearly every profile', () => {
    const small = grid.filter(({ conclusion }) => {
      const { length } = namedFirst(conclusion);
      return length >= 1 && length <= 5;
    });
    expect(small.length / grid.length).toBeGreaterThan(0.9);
  });
});

describe('Windows PCs', () => {
  const MANAGED = profiles({
    windows: ['hosts'],
    team: ['', 'few', 'new', 'maker'],
    sites: ['', 'tens', 'hundreds'],
    proven: ['', 'established', 'long'],
  });

  it('are not given first what its makers do not mean for production there', () => {
    for (const profile of MANAGED) {
      const first = namedFirst(answerTo(asked(profile)).conclusion).map(standingCandidate);
      expect(first.map(({ option }) => option), told(profile)).toContain('aks-edge-essentials');
      for (const { option, ratings } of first) {
        const { infrastructure } = ratings;
        const reserved = infrastructure?.state === 'partial' && !infrastructure.meets;
        expect(reserved, `${option} (${told(profile)})`).toBe(false);
      }
    }
  });
});

describe('many sites', () => {
  it('are not won by marks of two ways that exclude each other', () => {
    // Unattended by a timer of the host, or under a hub that switches that timer off.
    const microshift = optionOf('microshift');
    for (const mode of microshift.modes) {
      const [upgrades, fleet] = ['upgrades', 'fleet-management'].map((slug) => mode.ratings[slug]);
      const both =
        upgrades !== undefined &&
        fleet !== undefined &&
        'value' in upgrades &&
        'value' in fleet &&
        upgrades.value === 'automated' &&
        ['thousand', 'upgrades'].includes(String(fleet.value));
      expect(both, mode.slug).toBe(false);
    }
  });

  it('with a console that is there put first what it manages', () => {
    const { conclusion } = answerTo(
      asked({ need: 'standard', shape: 'clusters', sites: 'thousands', console: 'rancher', platform: 'plain' }),
    );
    expect(namedFirst(conclusion).map(({ option }) => option)).toEqual(expect.arrayContaining(['k3s', 'rke2']));
  });

  it('take half of no console that nobody documents', () => {
    // An unknown rating would count as half of every console, and put a stranger before the maker of one.
    for (const option of questionnaire.model.options) {
      for (const { mode, ratings } of candidatesOf(option)) {
        expect(ratings['fleet-console']?.state, `${option.slug} ${mode ?? ''}`).not.toBe('unknown');
      }
    }
    const { recommendation } = answerTo(
      asked({ console: 'google', shape: 'clusters', sites: 'hundreds', platform: 'plain', memory: '8gb' }),
    );
    expect(recommendation.proven.find(({ option }) => option === 'google-distributed-cloud')?.rank).toBe(1);
  });

  it('where nobody can install, tell a machine that registers itself from a prepared one', () => {
    const given = { shape: 'clusters', platform: 'plain', installation: 'nobody' };
    const [few, many] = ['few', 'hundreds'].map((sites) =>
      answerTo(asked({ ...given, sites })).recommendation.proven.find(({ option }) => option === 'starlingx'),
    );
    for (const entry of [few, many]) {
      const found = entry?.contributions.find(({ factor }) => factor === 'site-installation');
      expect(found?.value).toBeLessThan(1);
    }
  });
});

it('a question for appliances names those with a future, and what else is sold', () => {
  const appliance = comparison.questions
    .find((question) => question.slug === 'platform')
    ?.data.answers.find((answer) => answer.slug === 'appliance');
  expect(appliance?.exit).toBeTruthy();
  const { conclusion } = answerTo(asked({ platform: 'appliance' }));
  const first = namedFirst(conclusion).map(({ option }) => option);
  expect(first).toContain('gdc-connected');
  for (const option of first) expect(members(optionOf(option).ratings, 'infrastructure')).toContain('appliance');
});

it('puts nothing absurd first for any other answers either', () => {
  const someAnswers = fc
    .shuffledSubarray([...questionnaire.questions], { minLength: 2, maxLength: 9 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((question) =>
          fc.constantFrom(...question.answers.map((answer) => [question.slug, answer.slug] as const)),
        ),
      ),
    )
    .map((pairs): Profile => Object.fromEntries(pairs));
  fc.assert(
    fc.property(someAnswers, (profile) => {
      const absurd = namedFirst(answerTo(asked(profile)).conclusion).flatMap((standing) =>
        absurdities(given(profile), standingCandidate(standing)).map(
          (what) => `${standing.option}: ${what} (${told(profile)})`,
        ),
      );
      expect(absurd).toEqual([]);
    }),
    { numRuns: 1500, seed: 20_261_129 },
  );
});

describe('while nothing is said of the machines', () => {
  /** Few answers, as people begin, with none about what they install on. */
  const BEGINNINGS = [
    { team: 'few' },
    { team: 'new' },
    { shape: 'clusters', team: 'few' },
    { sites: 'tens', team: 'new' },
    { sites: 'hundreds', team: 'few', shape: 'clusters' },
    { uplink: 'hours', team: 'few' },
    { uplink: 'weeks', team: 'few' },
    { memory: '32gb', team: 'few' },
    { memory: 'server', team: 'new', sites: 'few' },
  ];
  const isPlain = (option: string): boolean =>
    answerTo(asked({ platform: 'plain' })).recommendation.eliminated.every((e) => e.option !== option);

  it.each(BEGINNINGS)('%o names nothing that plain machines would rule out alone', (profile) => {
    const { conclusion, recommendation } = answerTo(asked(profile));
    const named = namedFirst(conclusion).map(({ option }) => option);
    if (named.length === 0) {
      expect(conclusion).toMatchObject({ kind: 'awaits', question: 'platform', answer: 'plain' });
    } else {
      expect(named.filter(isPlain)).not.toEqual([]);
    }
    // What would lead is still on the list, and leads where it is what people have.
    expect([...recommendation.proven, ...recommendation.ifConfirmed].length).toBeGreaterThan(0);
  });

  it('is over with the answer, one way or the other', () => {
    expect(answerTo(asked({ team: 'few', platform: 'plain' })).conclusion.kind).not.toBe('awaits');
    const bought = answerTo(asked({ team: 'few', platform: 'appliance' })).conclusion;
    expect(namedFirst(bought)).toMatchObject([{ option: 'gdc-connected' }]);
  });
});
