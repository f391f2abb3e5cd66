/** The site in Firefox, on the screen and on paper. */

import { openFirefox } from './firefox.ts';
import { FIREFOX } from './installed.ts';
import { suiteFor } from './suite.ts';

suiteFor(FIREFOX, openFirefox);
