/** Pages as Markdown, with all that the page says. Each function returns a whole document. */

import type { AbsoluteUrl } from '../urls.ts';
import type { Prose } from '../../comparison/body.ts';
import {
  criterionPath,
  guidePath,
  optionPath,
  practicePath,
  scenarioPath,
} from '../../links/routes.ts';
import {
  ratingsOf,
  type Comparison,
  type Criterion,
  type Guide,
  type Mode,
  type Option,
  type PracticeCase,
  type Scenario,
} from '../../comparison/comparison.ts';
import type { TopologyData } from '../../comparison/schemas/topology.ts';
import { EVIDENCE_LABELS, formatExactly, ratingLabel } from '../../words/label.ts';
import { endsOf } from '../../comparison/lifecycle.ts';
import { listed } from '../../words/clause-words.ts';
import { byRating } from '../../decision/order.ts';
import { hasValue, type Rating } from '../../decision/rating.ts';
import { datePartOf } from '../../decision/calendar.ts';
import { levelsOf, type Scale } from '../../decision/scale.ts';
import { numberSources, type Citations } from '../numbered-sources.ts';
import { dateInWords } from '../../words/dates.ts';
import { INSTEAD } from '../../words/exits.ts';
import type { Exit } from '../../words/recommender-texts.ts';
import { denialsOf, footnotes } from '../../words/footnotes.ts';
import { premisesText } from '../reason-words.ts';
import { plainMarkdown } from './prose.ts';
import { blocks, inline, link, list, section, sourceList } from './text.ts';

/** What every document needs. */
export interface Sheet {
  readonly comparison: Comparison;
  readonly absoluteUrl: AbsoluteUrl;
}

/** Numbers of sources as they stand behind a sentence. */
const numbers = (citations: Citations, ids: readonly string[]): string =>
  citations(ids)
    .map(({ number }) => `[${String(number)}]`)
    .join('');

const cited = (text: string, citations: Citations, ids: readonly string[]): string =>
  `${inline(text)} ${numbers(citations, ids)}`.trimEnd();

/** An option with its ratings, reasons and sources. */
export function optionMarkdown(option: Option, { comparison, absoluteUrl }: Sheet): string {
  const { data } = option;
  const citations = numberSources(option.references, option.sources);
  const points = (items: readonly { point: string; sources: readonly string[] }[]): string =>
    list(items.map(({ point, sources }) => cited(point, citations, sources)));
  const { latest, policy } = data.release ?? {};
  const { releaseWords } = comparison.site;
  const { groups } = comparison;

  return document(
    heading(option.name, data.summary, absoluteUrl(optionPath(option.slug))),
    list([
      ...(option.kind === null ? [] : [`Kind: ${inline(option.kind.name)}`]),
      ...(data.maintainer === undefined ? [] : [`Made by: ${inline(data.maintainer)}`]),
      ...(data.formerNames.length === 0
        ? []
        : [`Formerly: ${data.formerNames.map((former) => inline(former.name)).join(', ')}`]),
      ...(option.checked === undefined ? [] : [`Last checked: ${dateInWords(option.checked)}`]),
      ...Object.entries(data.links).flatMap(([name, url]) =>
        url === undefined ? [] : [`${capitalised(name)}: <${url}>`],
      ),
    ]),
    section('Overview', proseOf(option, citations, [], absoluteUrl)),
    section(
      'Modes',
      list(option.modes.map(({ name, summary }) => `**${inline(name)}**: ${inline(summary)}`)),
    ),
    section('Best for', list(data.bestFor.map(inline))),
    section('Not for', list(data.notFor.map(inline))),
    section('Where its parts live', blocks(...data.topologies.map(drawing))),
    section(
      'Ratings',
      blocks(
        ...groups.map((group) => {
          const rated = list(
            group.criteria.flatMap((criterion) =>
              ratingsOf(option, criterion).map(({ mode, rating }) =>
                ratingLine(asMode(criterion.name, mode), criterion.scale, rating, citations),
              ),
            ),
          );
          return groups.length > 1 ? section(group.name, rated, 3) : rated;
        }),
      ),
    ),
    section('Considerations', points(data.considerations)),
    section(
      'Tooling',
      list(
        data.tooling.map(
          ({ name, url, role, bundled }) =>
            `${link(inline(name), url)}: ${inline(role)}${bundled ? ' (bundled)' : ''}`,
        ),
      ),
    ),
    section(
      'How to start',
      blocks(
        data.start
          .map(({ step, command }, i) => {
            const line = `${String(i + 1)}. ${inline(step)}`;
            return command === undefined ? line : `${line}\n\n${indent(fence(command))}\n`;
          })
          .join('\n'),
        data.startSources === undefined ? '' : `After ${numbers(citations, data.startSources)}`,
      ),
    ),
    section(
      releaseWords.section,
      list([
        ...(latest === undefined
          ? []
          : [
              cited(
                `${releaseWords.latest}: ${latest.version}${latest.date === undefined ? '' : `, ${dateInWords(latest.date)}`}`,
                citations,
                latest.sources,
              ),
            ]),
        ...(policy === undefined ? [] : [cited(policy.text, citations, policy.sources)]),
        ...endsOf(option).map((end) =>
          cited(`Ends ${dateInWords(end.date)}: ${end.what}`, citations, end.sources),
        ),
      ]),
    ),
    section('What users report', points(data.reports)),
    section(
      'Older statements, checked',
      list(
        data.claims.map(({ claim, said, verdict, note, sources }) =>
          [
            cited(claim, citations, said),
            `*${capitalised(verdict)}*:`,
            cited(note, citations, sources ?? []),
          ].join(' '),
        ),
      ),
    ),
    section('Where sources disagree', points(data.conflicts)),
    section(
      'History',
      list(
        data.history.map(({ date, event, sources }) =>
          cited(`${dateInWords(date)}: ${event}`, citations, sources),
        ),
      ),
    ),
    section('Sources', sourceList(option.references)),
  );
}

/** A name with the mode that something is said of, where it is not said of all. */
const asMode = (name: string, mode: Mode | undefined): string =>
  mode === undefined ? name : `${name}, as ${mode.name}`;

/** A criterion with its scale and the rating of every option in every mode, best first. */
export function criterionMarkdown(
  criterion: Criterion,
  { comparison, absoluteUrl }: Sheet,
): string {
  const { scale } = criterion;
  return document(
    heading(criterion.name, criterion.question, absoluteUrl(criterionPath(criterion.slug))),
    criterion.summary === undefined ? '' : inline(criterion.summary),
    proseOf(criterion, () => [], [], absoluteUrl),
    section('The scale', scaleText(scale)),
    section(
      'Ratings',
      list(
        comparison.options
          .toSorted(byRating(criterion))
          .flatMap((option) =>
            ratingsOf(option, criterion).map(({ mode, rating }) =>
              [
                ratingLine(asMode(option.name, mode), scale, rating, () => []),
                `[Sources](${absoluteUrl(optionPath(option.slug, criterion.slug))})`,
              ].join(' '),
            ),
          ),
      ),
    ),
  );
}

/** A guide. */
export function guideMarkdown(guide: Guide, { absoluteUrl }: Sheet): string {
  const citations = numberSources(guide.references, guide.sources);
  return document(
    heading(guide.data.title, guide.data.summary, absoluteUrl(guidePath(guide.slug))),
    proseOf(guide, citations, guide.data.drawings, absoluteUrl),
    section('Sources', sourceList(guide.references)),
  );
}

/**
 * A scenario with what follows from its answers.
 *
 * @param told the recommendation in a sentence or two
 */
export function scenarioMarkdown(
  scenario: Scenario,
  told: string,
  exits: readonly Exit[],
  { comparison, absoluteUrl }: Sheet,
): string {
  const { data } = scenario;
  const citations = numberSources(scenario.references, scenario.sources);
  const optionName = (slug: string): string =>
    comparison.options.find((option) => option.slug === slug)?.name ?? slug;
  return document(
    heading(data.title, data.summary, absoluteUrl(scenarioPath(scenario.slug))),
    proseOf(scenario, citations, [], absoluteUrl),
    section(
      'The answers behind it',
      list(
        Object.entries(data.answers).map(([slug, { answer, because, sources }]) => {
          const question = comparison.questions.find((q) => q.slug === slug);
          const texts = [answer]
            .flat()
            .map((one) => question?.data.answers.find((a) => a.slug === one)?.text ?? one);
          const asked = `${inline(question?.data.question ?? slug)} **${inline(listed(texts))}**`;
          return `${asked}: ${cited(because, citations, sources ?? [])}`;
        }),
      ),
    ),
    section('What follows', toldWith(told, exits, absoluteUrl)),
    section(
      'What experts say',
      list(
        data.experts.map(({ who, said, sources, advises, disagreement }) =>
          [
            `**${inline(who)}** advises ${inline(optionName(advises))}:`,
            cited(said, citations, sources),
            ...(disagreement === undefined
              ? []
              : [cited(disagreement.reason, citations, disagreement.sources)]),
          ].join(' '),
        ),
      ),
    ),
    section('Sources', sourceList(scenario.references)),
  );
}

/**
 * What others had and chose, all cases in one document.
 *
 * @param told of each case, in order: what the site answers, in a sentence or two
 */
export function practiceMarkdown(
  cases: readonly {
    readonly practiceCase: PracticeCase;
    readonly told: string;
    readonly exits: readonly Exit[];
  }[],
  { title, lead }: { readonly title: string; readonly lead: string },
  { comparison, absoluteUrl }: Sheet,
): string {
  const optionName = (slug: string): string =>
    comparison.options.find((option) => option.slug === slug)?.name ?? slug;
  return document(
    heading(title, lead, absoluteUrl(practicePath())),
    ...cases.map(({ practiceCase, told, exits }) => {
      const { data } = practiceCase;
      const citations = numberSources(practiceCase.references, practiceCase.sources);
      const named = data.chosen.options.map(optionName).join(', ');
      const chosen = `${data.chosen.words}${named === '' ? '' : ` (${named})`}`;
      return section(
        data.title,
        blocks(
          inline(data.summary),
          proseOf(practiceCase, citations, [], absoluteUrl),
          list([
            `Chosen or advised: ${inline(chosen)}`,
            `Because: ${inline(data.chosen.why)}`,
            `What this site answers: ${toldWith(told, exits, absoluteUrl)}`,
            ...(data.differs === undefined
              ? []
              : [
                  `To be read with it: ${cited(data.differs.why, citations, data.differs.sources)}`,
                ]),
          ]),
          sourceList(practiceCase.references),
        ),
      );
    }),
  );
}

/** What the site answers, and what there is instead where none of this may be needed. */
function toldWith(told: string, exits: readonly Exit[], absoluteUrl: AbsoluteUrl): string {
  const leads = exits.map(
    ({ text, guide }) => `${inline(text)} [${INSTEAD}](${absoluteUrl(guidePath(guide.slug))})`,
  );
  return [inline(told), ...leads].join(' ');
}

const document = (...parts: readonly string[]): string => `${blocks(...parts)}\n`;

const heading = (title: string, lead: string | undefined, page: string): string =>
  blocks(`# ${inline(title)}`, lead === undefined ? '' : `> ${inline(lead)}`, `Page: <${page}>`);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A block of code, between marks that are longer than any within it. */
function fence(code: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}\n${code.trimEnd()}\n${mark}`;
}

const indent = (text: string): string => text.replace(/^/gm, '   ');

function proseOf(
  { prose }: { readonly prose: Prose },
  citations: Citations,
  drawings: Guide['data']['drawings'],
  absoluteUrl: AbsoluteUrl,
): string {
  return plainMarkdown(
    prose,
    {
      cite: (ids) => numbers(citations, ids),
      drawing: (id) =>
        drawings
          .filter((d) => d.id === id)
          .map(drawing)
          .join(''),
    },
    absoluteUrl,
  );
}

/** A drawing in words: what it shows, and what runs from where to where. */
function drawing({ name, summary, boxes, links }: TopologyData): string {
  const nameOf = (id: string): string => boxes.find((box) => box.id === id)?.name ?? id;
  return blocks(
    `**${inline(name)}.** ${inline(summary)}`,
    list(
      links.map(({ from, to, label, optional }) => {
        const what = label === undefined ? '' : `: ${inline(label)}`;
        return `${inline(nameOf(from))} → ${inline(nameOf(to))}${what}${optional ? ' (optional)' : ''}`;
      }),
    ),
  );
}

function ratingLine(name: string, scale: Scale, rating: Rating, citations: Citations): string {
  const value = hasValue(rating) ? rating : undefined;
  const qualifier = value?.qualifier === undefined ? '' : ` (${inline(value.qualifier)})`;
  const label = inline(ratingLabel(scale, rating));
  // A text is a sentence already.
  const stop = scale.kind === 'text' && value !== undefined ? '' : '.';
  const parts = [`**${inline(name)}**: ${label}${qualifier}${stop}`];
  if (rating.state === 'unrated') return parts.join(' ');
  parts.push(inline(rating.state === 'unknown' ? rating.looked : rating.why));
  parts.push(
    ...denialsOf(scale, rating).map(({ text, sources }) => cited(text, citations, sources)),
    ...footnotes(scale, rating).map((note) => `Note: ${inline(note)}`),
  );
  if (value?.premises !== undefined) {
    parts.push(premisesText(value.premises.map(inline)));
  }
  const grade =
    value === undefined ? '' : `${EVIDENCE_LABELS[value.evidence]}, for ${value.version}, `;
  parts.push(
    `*${inline(grade)}${value === undefined ? 'Looked up' : 'checked'} ${dateInWords(rating.checked)}.*`,
    numbers(citations, rating.sources),
  );
  return parts.join(' ').trimEnd();
}

function scaleText(scale: Scale): string {
  switch (scale.kind) {
    case 'quantity':
      return [
        datePartOf(scale) === null
          ? `A number of ${inline(scale.unit)}, ${scale.spacing}:`
          : 'A date:',
        `${formatExactly(scale, scale.best)} counts as best,`,
        `${formatExactly(scale, scale.worst)} as worst.`,
      ].join(' ');
    case 'flag':
      return list(
        scale.rubric === undefined
          ? ['Yes', 'No']
          : [`**Yes**: ${inline(scale.rubric.yes)}`, `**No**: ${inline(scale.rubric.no)}`],
      );
    case 'text':
      return 'Described in words and never scored.';
    case 'ordinal':
    case 'choice':
    case 'set':
      return list(
        levelsOf(scale).map(({ label, rubric }) =>
          rubric === undefined ? inline(label) : `**${inline(label)}**: ${inline(rubric)}`,
        ),
      );
  }
}
