/** Property tests draw the same cases on every machine and in every run. */

import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_261_129 });
