/** The site in WebKit. */

import { WEBKIT } from './installed.ts';
import { suiteFor } from './suite.ts';
import { openWebKit } from './webkit.ts';

suiteFor(WEBKIT, openWebKit);
