import type { Check } from '../content.ts';
import { checkDates } from './checked-days.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkEditions } from './editions.ts';
import { checkExceptions } from './named-exceptions.ts';
import { checkIds } from './ids.ts';
import { checkReleases } from './kept-releases.ts';
import { checkLinks } from './links.ts';
import { checkMarkup } from './markup.ts';
import { checkModes } from './modes.ts';
import { checkNames } from './listed-names.ts';
import { checkPractice } from './practice-cases.ts';
import { checkPresets } from './presets.ts';
import { checkFiltersInSight } from './filters-in-sight.ts';
import { checkPublished } from './published-tables.ts';
import { checkQuestions } from './questions.ts';
import { checkRatings } from './ratings.ts';
import { checkReferences } from './references.ts';
import { checkScales } from './scales.ts';
import { checkScenarios } from './scenarios.ts';
import { checkSources } from './sources.ts';
import { checkTopologies } from './topologies.ts';

/** All checks across files. Each looks at the whole content and knows nothing of the others. */
export const CHECKS: readonly Check[] = [
  checkReferences,
  checkScales,
  checkRatings,
  checkModes,
  checkSources,
  checkEditions,
  checkDates,
  checkDuplicates,
  checkNames,
  checkTopologies,
  checkPublished,
  checkPresets,
  checkFiltersInSight,
  checkExceptions,
  checkQuestions,
  checkScenarios,
  checkPractice,
  checkReleases,
  checkLinks,
  checkIds,
  checkMarkup,
];
