import { join } from 'node:path';
import { contentDirectory } from '../../src/comparison/environment.ts';
import type { Site } from '../sites.ts';
import { SCRATCH } from './places.ts';
import { run } from './run.ts';

export interface BuildOptions {
  readonly contentDirectory: string;
  readonly outDirectory: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Builds a site as `npm run build` does, from nothing: what an earlier build has kept is not used. */
export async function buildSite({
  contentDirectory,
  outDirectory,
  env,
}: BuildOptions): Promise<void> {
  await run(process.execPath, ['scripts/build.ts', '--silent', '--force'], {
    env: {
      CONTENT_DIR: contentDirectory,
      OUT_DIR: outDirectory,
      BASE_PATH: '/',
      ...env,
    },
  });
}

const site: Site = {
  name: 'the site',
  contentDirectory,
  directory: join(SCRATCH, 'site'),
  basePath: '/',
  port: 0,
};
let built: Promise<void> | undefined;

/** The site of the content folder that is set, the project’s own by default; built once for all parts. */
export async function builtSite(): Promise<Site> {
  built ??= buildSite({
    contentDirectory: site.contentDirectory,
    outDirectory: site.directory,
  });
  await built;
  return site;
}
