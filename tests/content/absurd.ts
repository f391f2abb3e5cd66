/**
 * What would make an operator laugh: answers and, put first in spite of them, an option that anybody who
 * knows it would strike out. Each is read off the raw ratings, by nothing that the recommender uses.
 * To add one, give it a name and say when it holds.
 */

import type { Candidate, Option } from '../../src/decision/model.ts';

/** The answers given, by question. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** What is read of a candidate. */
export type Judged = Pick<Candidate, 'ratings' | 'size'>;

export interface Absurdity {
  /** Reads after “puts first”. */
  readonly name: string;
  readonly holds: (given: Given, candidate: Judged) => boolean;
}

type Ratings = Option['ratings'];

/** A value that is known, with a reservation or without. */
function value(ratings: Ratings, criterion: string): unknown {
  const rating = ratings[criterion];
  return rating?.state === 'known' || rating?.state === 'partial' ? rating.value : undefined;
}

/** The members of a set that is known, or none. */
export const members = (ratings: Ratings, criterion: string): readonly unknown[] => {
  const set = value(ratings, criterion);
  return Array.isArray(set) ? set : [];
};

const answered = (given: Given, question: string, ...answers: readonly string[]): boolean =>
  answers.some((answer) => given[question]?.includes(answer) === true);

/** The memory of the smallest machine in MiB, by answer. */
const MEMORY: Readonly<Record<string, number>> = {
  '1gb': 1024,
  '2gb': 2048,
  '4gb': 4096,
  '8gb': 8192,
  '16gb': 16_384,
  '32gb': 32_768,
};

const PROCESSORS: Readonly<Record<string, readonly string[]>> = {
  amd64: ['amd64'],
  arm64: ['arm64'],
  both: ['amd64', 'arm64'],
  arm32: ['armv7'],
  armv6: ['armv6'],
};

const ABSURDITIES: readonly Absurdity[] = [
  {
    name: 'an appliance on machines that are there',
    holds: (given, { ratings }) =>
      answered(given, 'platform', 'plain', 'vsphere', 'azure-local', 'kubernetes') &&
      members(ratings, 'infrastructure').includes('appliance'),
  },
  {
    name: 'an appliance on a Linux that stays',
    holds: (given, { ratings }) =>
      answered(given, 'system', 'any', 'listed') && members(ratings, 'infrastructure').includes('appliance'),
  },
  {
    name: 'what cannot be installed on plain machines',
    holds: (given, { ratings }) =>
      answered(given, 'platform', 'plain') &&
      !members(ratings, 'infrastructure').some((host) =>
        ['any-linux', 'listed-linux', 'bare-metal-image'].includes(String(host)),
      ),
  },
  {
    name: 'what is installed through management controllers on plain machines',
    holds: (given, { ratings }) =>
      answered(given, 'platform', 'plain') && members(ratings, 'infrastructure').includes('managed-server'),
  },
  {
    name: 'a product for Windows PCs where there is no Windows',
    holds: (given, { ratings }) =>
      answered(given, 'windows', 'none') && members(ratings, 'infrastructure').includes('windows-host'),
  },
  {
    name: 'what needs more memory than there is',
    holds: (given, { ratings }) => {
      const least = value(ratings, 'min-memory');
      return Object.entries(MEMORY).some(
        ([answer, there]) => answered(given, 'memory', answer) && typeof least === 'number' && least > there,
      );
    },
  },
  {
    name: 'what does not run on the processor',
    holds: (given, { ratings }) =>
      Object.entries(PROCESSORS).some(
        ([answer, processors]) =>
          answered(given, 'cpu', answer) &&
          processors.some((processor) => !members(ratings, 'cpu-architectures').includes(processor)),
      ),
  },
  {
    name: 'a single machine where the site must survive one',
    holds: (given, { ratings }) =>
      answered(given, 'availability', 'survive') && value(ratings, 'high-availability') === 'none',
  },
  {
    name: 'a way that takes several machines where there is one',
    holds: (given, { size }) =>
      answered(given, 'nodes', 'one') &&
      !answered(given, 'availability', 'survive', 'two') &&
      (size?.least ?? 1) > 1,
  },
  {
    name: 'a way of two machines where there are three or more',
    holds: (given, { size }) =>
      answered(given, 'availability', 'survive') && !answered(given, 'nodes', 'one') && (size?.most ?? 3) < 3,
  },
  {
    name: 'what needs three machines where there are exactly two',
    holds: (given, { ratings }) =>
      answered(given, 'availability', 'two') && value(ratings, 'two-machines') === 'none',
  },
  {
    name: 'a cluster of one node for several machines',
    holds: (given, { ratings }) =>
      answered(given, 'nodes', 'few', 'dozens', 'hundreds', 'thousands') && value(ratings, 'max-nodes') === 1,
  },
  {
    name: 'remote nodes where each site is to have a cluster',
    holds: (given, { ratings }) =>
      answered(given, 'shape', 'clusters') &&
      value(ratings, 'topology') !== undefined &&
      !members(ratings, 'topology').includes('edge-cluster'),
  },
  {
    name: 'what stops without its link, on a link that is down for days',
    holds: (given, { ratings }) =>
      answered(given, 'uplink', 'weeks', 'none') &&
      ['degraded', 'stops'].includes(String(value(ratings, 'offline-autonomy'))),
  },
  {
    name: 'what must be reached from outside behind a closed firewall',
    holds: (given, { ratings }) =>
      answered(given, 'firewall', 'outbound', 'nothing') && value(ratings, 'inbound-ports') === true,
  },
  {
    name: 'what costs money where nothing may be paid',
    holds: (given, { ratings }) => {
      const cost = value(ratings, 'licence-cost');
      return answered(given, 'money', 'nothing') && cost !== undefined && cost !== 'free';
    },
  },
  {
    name: 'hardware to be bought where a subscription is the most',
    holds: (given, { ratings }) =>
      answered(given, 'money', 'nothing', 'subscription') &&
      value(ratings, 'licence-cost') === 'hardware-purchase',
  },
  {
    name: 'a proprietary product where it must be open source',
    holds: (given, { ratings }) =>
      answered(given, 'licence', 'open', 'foundation', 'mature') &&
      ['proprietary', 'mixed'].includes(String(value(ratings, 'licence'))),
  },
];

/** The names of all that is absurd about a candidate with these answers. */
export const absurdities = (given: Given, candidate: Judged): readonly string[] =>
  ABSURDITIES.filter(({ holds }) => holds(given, candidate)).map(({ name }) => name);
