/**
 * The files that lie beside the pages and of which each option has its own, and those of the whole site that
 * come with them. A build writes them itself: each would cost the builder of pages several times what it costs.
 */

import type { Comparison } from '../comparison/comparison.ts';
import {
  apiPath,
  drawingPath,
  markdownPath,
  namedDataPath,
  optionPath,
  reasonsPath,
} from '../links/routes.ts';
import { plainText } from '../words/inline.ts';
import { drawingId, type OptionDrawing } from '../words/option-drawing.ts';
import { apiDocuments } from './api.ts';
import { changesFeeds } from './atom-feed.ts';
import { supportCalendars } from './calendars.ts';
import { comparedFiles } from './compared-files.ts';
import { optionMarkdown } from './markdown/documents.ts';
import { optionReasons } from './reason-words.ts';
import { topologySvg } from './topology-drawing.ts';
import type { AbsoluteUrl } from './urls.ts';

/**
 * The files by path from the top of the site, each made when it is asked for: together they are larger than
 * what they are made from.
 *
 * @returns functions that throw a ZodError if a file of the interface for programs were not what its schema says
 */
export function dataFiles(
  comparison: Comparison,
  absoluteUrl: AbsoluteUrl,
): ReadonlyMap<string, () => string> {
  const { site, criteria, options } = comparison;
  const { table, options: compared } = comparedFiles(comparison);
  const drawn = options.filter(({ data }) => data.topologies.length > 0);
  return new Map<string, () => string>([
    ...[...apiDocuments(comparison, absoluteUrl)].map(
      // Indented, so that a person can read it and a diff has lines.
      ([file, make]) => [apiPath(file), () => `${JSON.stringify(make(), null, 2)}\n`] as const,
    ),
    ...[table, ...compared].map(({ name, text }) => [namedDataPath(name), () => text] as const),
    ...options.map(
      (option) =>
        [reasonsPath(option.slug), () => JSON.stringify(optionReasons(option, criteria))] as const,
    ),
    ...drawn.map(
      ({ slug, data }) =>
        [
          drawingPath(slug),
          () =>
            JSON.stringify(
              data.topologies.map((topology, place) => ({
                name: topology.name,
                summary: plainText(topology.summary),
                svg: topologySvg(topology, drawingId(slug, place), site.boxRoles),
              })) satisfies readonly OptionDrawing[],
            ),
        ] as const,
    ),
    ...options.map(
      (option) =>
        [
          markdownPath(optionPath(option.slug)),
          () => optionMarkdown(option, { comparison, absoluteUrl }),
        ] as const,
    ),
    ...[...supportCalendars(comparison, absoluteUrl), ...changesFeeds(comparison, absoluteUrl)].map(
      ([path, text]) => [path, () => text] as const,
    ),
  ]);
}
