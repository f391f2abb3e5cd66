/** Which picture stands for which page. */

import type { Option } from '../../comparison/comparison.ts';
import { currentComparison } from '../../comparison/current.ts';
import { hasOwnPictures } from '../../comparison/environment.ts';
import { verdictText } from '../../words/verdict.ts';
import { answeredScenarios, type AnsweredScenario } from '../answered-scenarios.ts';
import { generalPicture, optionPicture, scenarioPicture, type Picture } from './picture.ts';

export const pictureOfOption = (option: Option): Picture =>
  hasOwnPictures ? optionPicture(currentComparison(), option) : pictureOfSite();

export const pictureOfScenario = ({ scenario, analysis, names }: AnsweredScenario): Picture =>
  hasOwnPictures
    ? scenarioPicture(currentComparison(), scenario, verdictText(analysis.conclusion, names))
    : pictureOfSite();

/** For all pages that have none of their own. */
export const pictureOfSite = (): Picture => generalPicture(currentComparison());

/** Every picture that some page refers to. */
export function allPictures(): readonly Picture[] {
  if (!hasOwnPictures) return [pictureOfSite()];
  return [
    pictureOfSite(),
    ...currentComparison().options.map(pictureOfOption),
    ...answeredScenarios().map(pictureOfScenario),
  ];
}
