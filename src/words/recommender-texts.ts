/** What a page gives the recommender to show, beside the release itself: words, and where they are. */

import type { Answers } from '../decision/questionnaire.ts';
import type { Release } from '../links/release.ts';

/** What is told where an answer means that none of this may be needed. */
export interface Exit {
  /** Says so, and names what there is instead. */
  readonly text: string;
  /** The guide that says more of it. */
  readonly guide: { readonly slug: string; readonly title: string };
}

export interface QuestionTexts {
  readonly slug: string;
  /** Of a core question, the heading of the card in which it stands; several may share one. */
  readonly card: string | null;
  readonly section: string;
  /** Whether several answers can be given at once. */
  readonly several: boolean;
  readonly question: string;
  readonly help: string | null;
  readonly why: string;
  readonly answers: readonly {
    readonly slug: string;
    readonly text: string;
    readonly help: string | null;
    readonly exit: Exit | null;
  }[];
}

export interface OptionTexts {
  /** What it is, in a sentence; null where nothing is said. */
  readonly summary: string | null;
  /** The lifecycle of the option in a word, where it is not simply current. */
  readonly status: string | null;
}

/** A situation to begin from: answers that are filled in. */
export interface Start {
  readonly slug: string;
  readonly name: string;
  readonly answers: Answers;
}

/** All of it that does not depend on where the site lives. */
export interface RecommenderData {
  /** The language of the content, as a tag. */
  readonly language: string;
  readonly release: Release;
  /** Names of the releases that are kept, oldest first. */
  readonly releases: readonly string[];
  readonly questions: readonly QuestionTexts[];
  readonly starts: readonly Start[];
  /** By slug. */
  readonly options: Readonly<Record<string, OptionTexts>>;
  /** Names of families of criteria, by slug. */
  readonly families: Readonly<Record<string, string>>;
  /** By criterion, how content says that it is not met; see `shortfallText`. */
  readonly shortfalls: Readonly<Record<string, string>>;
  /** What an option is whose lifecycle is current, to follow “nothing that is”. */
  readonly current: string;
  /** Who can be asked about an option, to follow “the”. */
  readonly maker: string;
  /** Slugs and names of options that are never recommended: references, and those that are gone. */
  readonly never: readonly (readonly [slug: string, name: string])[];
  readonly subject: string;
}

export interface RecommenderProps extends RecommenderData {
  /** The path of the site, with a slash at its end. */
  readonly base: string;
}
