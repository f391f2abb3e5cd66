/** What a page gives the recommender to show, beside the release itself: words, and where they are. */

import type { Release } from '../links/release.ts';

export interface QuestionTexts {
  readonly slug: string;
  readonly section: string;
  readonly question: string;
  readonly help: string | null;
  readonly why: string;
  readonly answers: readonly {
    readonly slug: string;
    readonly text: string;
    readonly help: string | null;
    readonly exit: string | null;
  }[];
}

export interface OptionTexts {
  readonly summary: string;
  /** The lifecycle of the option in a word, where it is not simply current. */
  readonly status: string | null;
}

export interface RecommenderProps {
  readonly release: Release;
  /** Names of the releases that are kept, oldest first. */
  readonly releases: readonly string[];
  readonly questions: readonly QuestionTexts[];
  /** By slug. */
  readonly options: Readonly<Record<string, OptionTexts>>;
  /** Names of families of criteria, by slug. */
  readonly families: Readonly<Record<string, string>>;
  /** Slugs and names of options that are never recommended: references, and those that are gone. */
  readonly never: readonly (readonly [slug: string, name: string])[];
  /** The path of the site, with a slash at its end. */
  readonly base: string;
  readonly subject: string;
}

/** Why a rating is what it is, and where that was read: what the recommender fetches when it needs it. */
export type Reasons = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly why: string;
          readonly sources: readonly (readonly [title: string, url: string])[];
        }
      >
    >
  >
>;
