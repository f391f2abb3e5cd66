/** Links content that has no faults: ids become what they stand for, lists get their order. */

import { citedIds } from './cited-ids.ts';
import { KINDS } from './collections.ts';
import type {
  AskedQuestion,
  Comparison,
  Criterion,
  Option,
  Site,
  Source,
  Sources,
  Told,
} from './comparison.ts';
import type { Content, Entry } from './content.ts';
import { contentVersion } from './content-version.ts';
import { editionOf, linkedEdition } from './edition-links.ts';
import type { Finding } from './schemas/watch.ts';
import type { SiteData } from './schemas/site.ts';
import { publishersOf } from './source-pages.ts';
import { toOption, toQuestion } from './to-decision.ts';
import { alphabetically } from '../words/alphabetical.ts';

/** The group of all criteria, where content names none. */
export const THE_GROUP = { slug: 'criteria', name: 'Criteria' };

/** How many criteria are put first where content says nothing. */
const UNSAID = { headline: 4, defaultView: 9 } as const;

/** A site with all that pages need. */
function completed(data: SiteData, criteria: readonly Criterion[]): Site {
  const first = (n: number): string[] => criteria.slice(0, n).map(({ slug }) => slug);
  const tagline = data.tagline ?? `Compare ${data.subject}`;
  const description =
    data.description ??
    `A comparison of ${data.subject}: every rating with its reason, its sources and its date.`;
  return {
    ...data,
    tagline,
    description,
    home: data.home ?? { heading: tagline, lead: description, jobs: [] },
    headline: data.headline.length > 0 ? data.headline : first(UNSAID.headline),
    defaultView: data.defaultView.length > 0 ? data.defaultView : first(UNSAID.defaultView),
  };
}

/** The comparison that sound content describes. */
export function link(content: Content): Comparison {
  const site = content.site.data;
  const groups = site.groups.length > 0 ? site.groups : [THE_GROUP];
  const findings = content.watch.flatMap(({ data }) => data.findings);
  const declaring = (isShared: boolean): Source[] =>
    content.all
      .filter(({ collection }) => (KINDS[collection].shared === true) === isShared)
      .flatMap((entry) => declared(entry, isShared ? '' : `${entry.slug}-`, site.hosts))
      .map((source) => withFinding(source, findings));
  const shared = declaring(true);
  const own = declaring(false);
  const sharedById = new Map(shared.map((s) => [s.id, s]));
  const ownOfFile = new Map<string, Source[]>();
  for (const source of own) {
    const others = ownOfFile.get(source.file);
    if (others === undefined) ownOfFile.set(source.file, [source]);
    else others.push(source);
  }
  const byPublisher = (list: readonly Source[]): readonly Source[] =>
    publishersOf(list, site.language).flatMap(({ sources }) => sources);
  const sourcesOf = ({ document, slug }: Entry<unknown>): Sources => {
    const byId = new Map(
      (ownOfFile.get(document.file) ?? []).map((s) => [s.id.slice(slug.length + 1), s]),
    );
    return (ids) => ids.flatMap((id) => byId.get(id) ?? sharedById.get(id) ?? []);
  };

  const told = <D>(entry: Entry<D>): Told<D> => {
    const { slug, document, data, prose } = entry;
    const sources = sourcesOf(entry);
    const references = byPublisher(sources(citedIds(entry)));
    return { slug, file: document.file, data, prose, sources, references };
  };
  const inOrder = <D extends { order: number }>(entries: readonly Entry<D>[]): Told<D>[] =>
    entries.map(told).toSorted((a, b) => a.data.order - b.data.order);

  const criteria = groups.flatMap((group) =>
    content.criteria
      .filter((c) => (c.data.group ?? THE_GROUP.slug) === group.slug)
      .toSorted(
        (a, b) =>
          a.data.order - b.data.order ||
          alphabetically(a.data.name, b.data.name, site.language) ||
          (a.slug < b.slug ? -1 : 1),
      )
      .map(({ slug, document, data, prose }): Criterion => {
        const { order: _order, defaults: _defaults, shortName = data.name, ...rest } = data;
        return { ...rest, group: group.slug, slug, file: document.file, shortName, prose };
      }),
  );

  const options = content.options
    .map((entry): Option => {
      // The ratings have taken the defaults.
      const { defaults: _defaults, ...data } = entry.data;
      const { ratings, modes } = toOption(entry);
      return {
        ...told({ ...entry, data }),
        name: data.name,
        formerSlugs: data.formerSlugs,
        shortName: data.shortName ?? data.name,
        kind: site.kinds.find((k) => k.slug === data.kind) ?? null,
        ratings,
        lineOf: (criterion, mode) => {
          const m = data.modes.findIndex(({ slug }) => slug === mode);
          const path = m < 0 ? ['ratings', criterion] : ['modes', m, 'ratings', criterion];
          return entry.document.locate(path, 'key').line;
        },
        modes: modes.map((mode, m) => ({ ...mode, summary: data.modes[m]?.summary ?? '' })),
        checked: [ratings, ...modes.map((mode) => mode.ratings)]
          .flatMap((all) => Object.values(all))
          .flatMap((r) => (r.state === 'unrated' ? [] : [r.checked]))
          .toSorted()
          .at(-1),
      };
    })
    .toSorted((a, b) => alphabetically(a.name, b.name, site.language));

  const citing = new Map<Source, { name: string; href: string }[]>();
  for (const entry of content.all) {
    const { page, collection } = entry;
    if (page === null || KINDS[collection].cites !== true) continue;
    for (const source of sourcesOf(entry)(citedIds(entry))) {
      const { name, path: href } = page;
      const others = citing.get(source);
      if (others === undefined) citing.set(source, [{ name, href }]);
      else others.push({ name, href });
    }
  }

  return {
    site: completed(site, criteria),
    version: contentVersion(content),
    today: content.today,
    groups: groups.map((group) => ({
      ...group,
      criteria: criteria.filter((c) => c.group === group.slug),
    })),
    criteria,
    options,
    sources: byPublisher([...shared, ...own]),
    citedBy: (source) => citing.get(source) ?? [],
    published: content.published.map(told),
    pages: inOrder(content.pages),
    guides: inOrder(content.guides),
    questions: content.questions
      .map((entry): AskedQuestion => {
        return {
          ...toQuestion(entry, content.criteria),
          file: entry.document.file,
          data: entry.data,
        };
      })
      .toSorted((a, b) => a.data.order - b.data.order),
    releases: content.releases.map(({ data }) => data),
    exceptions: content.exceptions.flatMap((entry) => entry.data.exceptions),
    scenarios: inOrder(content.scenarios),
    practice: inOrder(content.practice),
    method: content.method.map(told).at(0) ?? null,
    glossary:
      content.glossary
        .map((entry) => {
          const { file, data, sources, references } = told(entry);
          const terms = data.terms.toSorted((a, b) =>
            alphabetically(a.term, b.term, site.language),
          );
          return { file, checked: data.checked, terms, sources, references };
        })
        .at(0) ?? null,
  };
}

function declared(
  { declares, document }: Entry<unknown>,
  prefix: string,
  hosts: SiteData['hosts'],
): Source[] {
  return Object.entries(declares).map(([id, source]) => ({
    ...source,
    ...(source.edition === undefined ? {} : { edition: linkedEdition(source.edition, hosts) }),
    id: `${prefix}${id}`,
    file: document.file,
  }));
}

/** A source with what was found of its edition; what was found of an older one no longer holds. */
function withFinding(source: Source, findings: readonly Finding[]): Source {
  const read = editionOf(source)?.commit;
  const changed = findings.find((f) => f.source === source.id && f.read === read);
  return changed === undefined ? source : { ...source, changed };
}
