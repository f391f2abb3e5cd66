/** Pictures that stand for a page where its link is shown, as data. */

import { createHash } from 'node:crypto';
import type { Comparison, Option, Scenario } from '../../comparison/comparison.ts';
import { plainText } from '../../words/inline.ts';
import { groupDigits, ratingLabel } from '../../words/label.ts';
import { ratingOf } from '../../decision/model.ts';
import { ratingWorth } from '../../decision/rating.ts';

/** A figure or rating at the foot of a picture. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  /** How good it is, in [0, 1]; null where it is neither good nor bad. */
  readonly worth: number | null;
}

export interface Picture {
  /** What sort of page it is. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  /** The name of the site. */
  readonly site: string;
}

/** The size of every picture, in pixels: what sites that show previews ask for. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** An option with its headline ratings, in its first mode where it has several. */
export function optionPicture({ site, criteria }: Comparison, option: Option): Picture {
  return {
    kind: [
      ...(option.kind === null ? [] : [option.kind.name]),
      ...option.modes.slice(0, 1).map(({ name }) => `as ${name}`),
    ].join(', '),
    title: option.name,
    text: plainText(option.data.summary ?? ''),
    facts: site.headline
      .flatMap((slug) => criteria.filter((criterion) => criterion.slug === slug))
      .map((criterion) => {
        const rating = ratingOf(option, criterion);
        return {
          name: criterion.name,
          value: plainText(ratingLabel(criterion.scale, rating)),
          worth: ratingWorth(criterion.scale, rating),
        };
      }),
    site: site.title,
  };
}

/**
 * A scenario with its answer.
 *
 * @param answer the recommendation in a sentence or two
 */
export function scenarioPicture({ site }: Comparison, { data }: Scenario, answer: string): Picture {
  return {
    kind: 'Scenario',
    title: data.title,
    text: plainText(data.summary),
    facts: [{ name: 'What follows', value: answer, worth: null }],
    site: site.title,
  };
}

/** The picture for all pages that have none of their own. */
export function generalPicture({ site, options, criteria, sources }: Comparison): Picture {
  const count = (name: string, n: number): Fact => ({ name, value: groupDigits(n), worth: null });
  return {
    kind: `Compare ${site.subject}`,
    title: site.home.heading,
    text: site.tagline,
    facts: [
      count('Options', options.length),
      count('Criteria', criteria.length),
      count('Ratings', options.length * criteria.length),
      count('Sources', sources.length),
    ],
    site: site.title,
  };
}

/** What a picture says, for those who do not see it. */
export function pictureText({ kind, title, text, facts }: Picture): string {
  const shown = facts.map(({ name, value }) => `${name}: ${value}.`);
  return [`${kind}: ${title}.`, text, ...shown].join(' ');
}

/** Changes whenever a picture of the same data would look different. */
const DESIGN = 1;

/** A name for a picture that changes with what it shows, so that nobody keeps an old one. */
export function pictureName(picture: Picture): string {
  return createHash('sha256')
    .update(JSON.stringify([DESIGN, picture]))
    .digest('hex')
    .slice(0, 16);
}
