/** The whole content as one validated, fully linked structure: what pages are rendered from. */

import type { Prose } from './body.ts';
import * as core from '../decision/model.ts';
import type { Release } from '../links/release.ts';
import type { Question } from '../decision/questionnaire.ts';
import type { Rating } from '../decision/rating.ts';
import type { FoundEdition, NoEdition } from './schemas/common.ts';
import type { CriterionData } from './schemas/criterion.ts';
import type { Exception } from './schemas/exceptions.ts';
import type { OptionData } from './schemas/option.ts';
import type { GlossaryData, GuideData } from './schemas/guide.ts';
import type { PracticeData } from './schemas/practice.ts';
import type { PublishedData } from './schemas/published.ts';
import type { QuestionData } from './schemas/question.ts';
import type { ScenarioData } from './schemas/scenario.ts';
import type { Finding } from './schemas/watch.ts';
import type { MethodData, PageData, SiteData } from './schemas/site.ts';

/** The copy of a source that was read, in a public repository. */
export interface Edition extends FoundEdition {
  /** Where readers find it; undefined where the host of the repository is not known. */
  readonly url?: string;
  /** Where readers find what changed since; likewise. */
  readonly changes?: string;
}

export interface Source {
  /** Unique on the whole site; its fragment on the page that lists it. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly publisher: string;
  readonly date: string | null;
  readonly kind?: string | undefined;
  readonly note?: string | undefined;
  /** Undefined where nobody has said whether there is one. */
  readonly edition?: Edition | NoEdition | undefined;
  /** What has become of it since its edition was read, as far as it was found; undefined for nothing. */
  readonly changed?: Finding | undefined;
  /** Where the source is declared. */
  readonly file: string;
}

/** Resolves the source ids of one file. */
export type Sources = (ids: readonly string[]) => readonly Source[];

/** What site.yaml says, and in the place of what it does not say what follows from the rest. */
export interface Site extends SiteData {
  readonly tagline: string;
  readonly description: string;
  readonly home: NonNullable<SiteData['home']>;
}

export interface Group {
  readonly slug: string;
  readonly name: string;
  readonly summary?: string | undefined;
  readonly criteria: readonly Criterion[];
}

export interface Criterion extends core.Criterion {
  readonly file: string;
  readonly prose: Prose;
  readonly shortName: string;
  readonly group: string;
  readonly question?: string | undefined;
  readonly summary?: string | undefined;
  readonly shelfLife: CriterionData['shelfLife'];
  readonly shortfall?: string | undefined;
  readonly aliases: readonly string[];
  readonly formerSlugs: readonly string[];
}

/** A mode as readers see it. */
export interface Mode extends core.Mode<Rating> {
  /** One sentence: what tells it from the other ways. */
  readonly summary: string;
}

export interface Option extends core.Option<Rating>, core.Named {
  readonly file: string;
  readonly shortName: string;
  /** Null where there is but one kind, without a name. */
  readonly kind: SiteData['kinds'][number] | null;
  readonly data: OptionData;
  readonly modes: readonly Mode[];
  readonly prose: Prose;
  readonly sources: Sources;
  /** All that the option cites, in the order in which its page numbers them. */
  readonly references: readonly Source[];
  /** The line of its file on which a rating begins, from 1; of a mode’s own, by the slug of that. */
  readonly lineOf: (criterion: string, mode?: string) => number;
  /** The newest day on which any of its ratings was checked; undefined where none was. */
  readonly checked: string | undefined;
}

/** What an option is rated on a criterion, in a mode where its modes differ there. */
export interface RatingInMode {
  /** Undefined where the rating holds in every mode. */
  readonly mode: Mode | undefined;
  readonly rating: Rating;
}

/** All that an option is rated on a criterion: of each of its modes where they differ, else once. */
export function ratingsOf(
  option: Option,
  criterion: Pick<Criterion, 'slug'>,
): readonly RatingInMode[] {
  if (!core.differsByMode(option, criterion)) {
    return [{ mode: undefined, rating: core.ratingOf(option, criterion) }];
  }
  return option.modes.map((mode) => ({ mode, rating: core.ratingOf(mode, criterion) }));
}

/** A file that is told of as it is, with all that it cites. */
export interface Told<D> {
  readonly slug: string;
  readonly file: string;
  readonly data: D;
  /** Empty where files of the kind have none. */
  readonly prose: Prose;
  readonly sources: Sources;
  /** By publisher, then title. */
  readonly references: readonly Source[];
}

export type Published = Told<PublishedData>;
export type Page = Told<PageData>;
export type Method = Told<MethodData>;
export type Guide = Told<GuideData>;
export type Scenario = Told<ScenarioData>;
/** A public account of what people had, and what they chose. */
export type PracticeCase = Told<PracticeData>;

export interface AskedQuestion extends Question {
  readonly file: string;
  readonly data: QuestionData;
}

export interface Glossary {
  readonly file: string;
  /** Alphabetical. */
  readonly terms: GlossaryData['terms'];
  /** The day on which its sources were last read. */
  readonly checked: string | undefined;
  readonly sources: Sources;
  readonly references: readonly Source[];
}

export interface Comparison {
  readonly site: Site;
  /** Which content this is: twelve hexadecimal digits that change when and only when the data do. */
  readonly version: string;
  /** The day as of which ages are told, as YYYY-MM-DD. */
  readonly today: string;
  /** In order; a single one where content names none. */
  readonly groups: readonly Group[];
  /** In the order of their groups. */
  readonly criteria: readonly Criterion[];
  /** Alphabetical by name. */
  readonly options: readonly Option[];
  /** By publisher, then title. */
  readonly sources: readonly Source[];
  /** Where a source is cited. */
  readonly citedBy: (source: Source) => readonly { name: string; href: string }[];
  readonly published: readonly Published[];
  readonly pages: readonly Page[];
  /** In their own order. */
  readonly guides: readonly Guide[];
  /** In the order in which they are asked. */
  readonly questions: readonly AskedQuestion[];
  /** In their own order. */
  readonly scenarios: readonly Scenario[];
  /** In their own order. */
  readonly practice: readonly PracticeCase[];
  readonly glossary: Glossary | null;
  /** How ratings come about; null where the content does not say. */
  readonly method: Method | null;
  /** Warnings that are accepted for a while. */
  readonly exceptions: readonly Exception[];
  /** The content releases that are kept, oldest first. */
  readonly releases: readonly Release[];
}
