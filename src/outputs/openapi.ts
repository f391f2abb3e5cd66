/** The interface for programs, described in the form of OpenAPI 3.1. */

import type { AbsoluteUrl } from './urls.ts';
import { apiOptionFile, apiPath, PAGES } from '../links/routes.ts';
import { API_FILES, apiComponents, componentName, SCHEMA_VERSION } from './api-schemas.ts';
import { repositoryUrl } from '../comparison/environment.ts';
import type { Comparison } from '../comparison/comparison.ts';

/** What may be relied on, in sentences. */
export const API_PROMISE = [
  `Under ${apiPath()} no field is removed, renamed or given another meaning or type. What would need that gets a new number, and version 1 stays where it is beside it.`,
  'New files, new fields and new values of closed lists may come at any time, so read what you know and pass over the rest.',
  'schemaVersion follows semantic versioning, and every change of form is in the list of changes.',
  'contentVersion changes when any of the data changes, and only then. The same content gives the same bytes.',
  'Slugs are stable. Where one has to change, the old one stays in formerSlugs and its pages lead to the new.',
] as const;

/** All is of one kind, which tools that sort by kind want to be named. */
const TAG = 'Files';

/** An OpenAPI document for the JSON files; `address` makes paths of the site absolute. */
export function openApi({ site, options }: Comparison, absoluteUrl: AbsoluteUrl): object {
  const [example] = options;
  const contact = repositoryUrl ?? site.repository?.url;
  const files = (
    ['index', 'options', 'criteria', 'ratings', 'sources', 'scenarios', 'practice'] as const
  ).map((file) => [fromServer(`${file}.json`), { get: operation(file, `${file}.json`) }] as const);
  return {
    openapi: '3.1.1',
    info: {
      title: `${site.title}: ${site.subject}`,
      summary: site.tagline,
      description: API_PROMISE.join('\n\n'),
      version: SCHEMA_VERSION,
      ...(contact === undefined ? {} : { contact: { name: site.title, url: contact } }),
      ...(site.licence === undefined ? {} : { license: site.licence }),
    },
    externalDocs: { description: PAGES.api.name, url: absoluteUrl(PAGES.api.path) },
    tags: [
      { name: TAG, description: 'Everything is a file; nothing is asked for, changed or kept.' },
    ],
    // Anyone may read everything.
    security: [],
    servers: [{ url: absoluteUrl(apiPath()).replace(/\/$/, '') }],
    paths: {
      ...Object.fromEntries(files),
      [fromServer(apiOptionFile('{slug}'))]: {
        get: {
          ...operation('option', apiOptionFile('{slug}')),
          parameters: [
            {
              name: 'slug',
              in: 'path',
              required: true,
              description: 'The slug of an option, from options.json.',
              schema: { type: 'string' },
              example: example?.slug ?? '',
            },
          ],
        },
      },
    },
    components: { schemas: apiComponents() },
  };
}

/** The path of a file as seen from the server’s address, which ends without a slash. */
const fromServer = (file: string): string => apiPath(file).slice(apiPath().length - 1);

function operation(file: keyof typeof API_FILES, name: string): object {
  const description = API_FILES[file].description ?? '';
  return {
    operationId: `get${componentName(file)}`,
    tags: [TAG],
    summary: name,
    description,
    responses: {
      '200': {
        description,
        content: {
          'application/json': { schema: { $ref: `#/components/schemas/${componentName(file)}` } },
        },
      },
      '404': { description: 'There is no such file; the answer is a page for people.' },
    },
  };
}
