/** Serves OUT_DIR under BASE_PATH at PORT, for the browser tests. */

import { basePath, outDirectory } from '../../src/comparison/environment.ts';
import { serve } from './serve.ts';

await serve({ directory: outDirectory, basePath, port: Number(process.env.PORT) });
