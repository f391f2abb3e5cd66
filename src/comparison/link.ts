/** Links content that has no faults: ids become what they stand for, lists get their order. */

import { citedIds } from './cited-ids.ts';
import {
  guidePath,
  optionPath,
  PAGES,
  prosePath,
  publishedPath,
  scenarioPath,
} from '../links/routes.ts';
import type {
  AskedQuestion,
  Comparison,
  Criterion,
  Option,
  Source,
  Sources,
} from './comparison.ts';
import type { Content, Entry } from './content.ts';
import { toQuestion, toRatings } from './to-decision.ts';
import type { ContentDocument } from './document.ts';
import type { SourceMap } from './schemas/common.ts';

/** The comparison that sound content describes. */
export function link(content: Content): Comparison {
  const site = content.site.data;
  const shared = content.sources.flatMap((entry) => declared(entry.data, entry.document, ''));
  const declaring = [
    ...content.options,
    ...content.pages,
    ...content.guides,
    ...content.scenarios,
    ...content.glossary,
  ];
  const own = declaring.flatMap((entry) =>
    declared(entry.data.sources, entry.document, `${entry.slug}-`),
  );
  const byPublisher = (list: readonly Source[]): Source[] =>
    list.toSorted(
      (a, b) =>
        a.publisher.localeCompare(b.publisher, site.language) ||
        a.title.localeCompare(b.title, site.language),
    );
  const sourcesOf = (document: ContentDocument, slug: string): Sources => {
    const byId = new Map([
      ...shared.map((s) => [s.id, s] as const),
      ...own
        .filter((s) => s.file === document.file)
        .map((s) => [s.id.slice(slug.length + 1), s] as const),
    ]);
    return (ids) => ids.flatMap((id) => byId.get(id) ?? []);
  };

  const located = (
    entry: Entry<unknown>,
  ): {
    slug: string;
    file: string;
    sources: Sources;
    references: readonly Source[];
  } => {
    const sources = sourcesOf(entry.document, entry.slug);
    const { slug } = entry;
    return {
      slug,
      file: entry.document.file,
      sources,
      references: byPublisher(sources(citedIds(entry))),
    };
  };

  const criteria = site.groups.flatMap((group) =>
    content.criteria
      .filter((c) => c.data.group === group.slug)
      .toSorted((a, b) => a.data.order - b.data.order || (a.slug < b.slug ? -1 : 1))
      .map(({ slug, document, data }): Criterion => {
        const { order: _order, shortName = data.name, ...rest } = data;
        return { ...rest, slug, file: document.file, shortName };
      }),
  );

  const options = content.options
    .map((entry): Option => {
      const { data } = entry;
      const ratings = toRatings(data);
      return {
        ...located(entry),
        name: data.name,
        shortName: data.shortName ?? data.name,
        kind: site.kinds.find((k) => k.slug === data.kind) ?? {
          slug: data.kind,
          name: data.kind,
          summary: '',
        },
        data,
        ratings,
        checked: Object.values(ratings)
          .map((r) => (r.state === 'unrated' ? '' : r.checked))
          .reduce((a, b) => (a > b ? a : b), ''),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, site.language));

  const citing = new Map<Source, { name: string; href: string }[]>();
  const cite = (entry: Entry<unknown>, name: string, href: string): void => {
    for (const source of sourcesOf(entry.document, entry.slug)(citedIds(entry))) {
      citing.set(source, [...(citing.get(source) ?? []), { name, href }]);
    }
  };
  for (const e of content.options) cite(e, e.data.name, optionPath(e.slug));
  for (const e of content.published) cite(e, e.data.title, publishedPath(e.slug));
  for (const e of content.pages) cite(e, e.data.title, prosePath(e.slug));
  for (const e of content.guides) cite(e, e.data.title, guidePath(e.slug));
  for (const e of content.scenarios) cite(e, e.data.title, scenarioPath(e.slug));
  for (const e of content.glossary) cite(e, PAGES.glossary.name, PAGES.glossary.path);

  return {
    site,
    today: content.today,
    groups: site.groups.map((group) => ({
      ...group,
      criteria: criteria.filter((c) => c.group === group.slug),
    })),
    criteria,
    options,
    sources: byPublisher([...shared, ...own]),
    citedBy: (source) => citing.get(source) ?? [],
    published: content.published.map((entry) => ({ ...located(entry), data: entry.data })),
    pages: content.pages
      .map((entry) => ({ ...located(entry), data: entry.data }))
      .toSorted((a, b) => a.data.order - b.data.order),
    guides: content.guides
      .map((entry) => ({ ...located(entry), data: entry.data }))
      .toSorted((a, b) => a.data.order - b.data.order),
    questions: content.questions
      .map((entry): AskedQuestion => {
        const { formerSlugs, ...data } = entry.data;
        return {
          ...toQuestion(entry, content.criteria),
          formerSlugs,
          file: entry.document.file,
          data,
        };
      })
      .toSorted((a, b) => a.data.order - b.data.order),
    releases: content.releases,
    exceptions: content.exceptions.flatMap((entry) => entry.data.exceptions),
    scenarios: content.scenarios
      .map((entry) => ({ ...located(entry), data: entry.data }))
      .toSorted((a, b) => a.data.order - b.data.order),
    glossary:
      content.glossary
        .map((entry) => ({
          ...located(entry),
          checked: entry.data.checked,
          terms: entry.data.terms.toSorted((a, b) => a.term.localeCompare(b.term, site.language)),
        }))
        .at(0) ?? null,
  };
}

function declared(map: SourceMap, document: ContentDocument, prefix: string): Source[] {
  return Object.entries(map).map(([id, source]) => ({
    ...source,
    id: `${prefix}${id}`,
    file: document.file,
  }));
}
