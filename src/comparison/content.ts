/** The parsed content, not yet linked: what the checks across files look at. */

import type { Prose } from './body.ts';
import type { ContentDocument, FieldPath } from './document.ts';
import { formatPath } from './explain-issue.ts';
import type { Fault } from './fault.ts';
import type { Release } from '../links/release.ts';
import type { CriterionData } from './schemas/criterion.ts';
import type { ExceptionsData } from './schemas/exceptions.ts';
import type { GlossaryData, GuideData } from './schemas/guide.ts';
import type { OptionData } from './schemas/option.ts';
import type { QuestionData } from './schemas/question.ts';
import type { ScenarioData } from './schemas/scenario.ts';
import type { PublishedData } from './schemas/published.ts';
import type { PageData, SiteData } from './schemas/site.ts';
import type { SourceMap } from './schemas/common.ts';

/** A file whose fields agree with their schema. */
export interface Entry<T> {
  readonly slug: string;
  readonly document: ContentDocument;
  readonly data: T;
  /** Null for YAML files. */
  readonly prose: Prose | null;
}

export interface Content {
  readonly site: Entry<SiteData>;
  readonly options: readonly Entry<OptionData>[];
  readonly criteria: readonly Entry<CriterionData>[];
  readonly sources: readonly Entry<SourceMap>[];
  readonly published: readonly Entry<PublishedData>[];
  readonly pages: readonly Entry<PageData>[];
  readonly guides: readonly Entry<GuideData>[];
  readonly questions: readonly Entry<QuestionData>[];
  readonly scenarios: readonly Entry<ScenarioData>[];
  /** The one glossary, or none. */
  readonly glossary: readonly Entry<GlossaryData>[];
  /**
   * The slugs of a collection's files, those with faults of their own included: a file that cannot
   * be read yet is not reported as missing wherever it is named.
   */
  readonly slugs: (collection: string) => readonly string[];
  /** The ids declared in content/sources/, those in files with faults included. */
  readonly sharedSourceIds: readonly string[];
  /** The one list of accepted warnings, or none. */
  readonly exceptions: readonly Entry<ExceptionsData>[];
  readonly releases: readonly Release[];
  /** The day of the content, as YYYY-MM-DD. */
  readonly today: string;
}

/** A check across files: the faults that it finds. */
export type Check = (content: Content) => Fault[];

/** A fault at a field of an entry. */
export function faultAt(
  entry: { readonly document: ContentDocument },
  path: FieldPath,
  fault: Pick<Fault, 'problem' | 'fix'> & Partial<Fault>,
  part: 'key' | 'value' = 'value',
): Fault {
  return { ...entry.document.locate(path, part), field: formatPath(path), ...fault };
}
