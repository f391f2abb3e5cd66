/** Which picture stands for which page. */

import type { Option } from '../../comparison/comparison.ts';
import { currentComparison } from '../../comparison/current.ts';
import { headlineText } from '../../words/sentences.ts';
import { answeredScenarios, type AnsweredScenario } from '../answered-scenarios.ts';
import { generalPicture, optionPicture, scenarioPicture, type Picture } from './picture.ts';

export const pictureOfOption = (option: Option): Picture =>
  optionPicture(currentComparison(), option);

export const pictureOfScenario = ({ scenario, told, names }: AnsweredScenario): Picture =>
  scenarioPicture(currentComparison(), scenario, headlineText(told, names.option));

/** For all pages that have none of their own. */
export const pictureOfSite = (): Picture => generalPicture(currentComparison());

/** Every picture that some page refers to. */
export function allPictures(): readonly Picture[] {
  return [
    pictureOfSite(),
    ...currentComparison().options.map(pictureOfOption),
    ...answeredScenarios().map(pictureOfScenario),
  ];
}
