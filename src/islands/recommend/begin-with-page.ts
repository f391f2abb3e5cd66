/** Begins the recommender of many options, which comes with its page. */

import { find } from '../dom.ts';
import { holdPresses } from './held-presses.ts';
import { start } from './start.tsx';

const root = find(document, '#recommender', HTMLElement);
const pressAgain = holdPresses(root);
start(root, () => void pressAgain());
