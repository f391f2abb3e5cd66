/**
 * What is not wrong but wants attention: ratings that have gone stale, figures that cannot be meant, weak
 * evidence. Warnings fail no build. `content/exceptions.yaml` lists those that are accepted for a while,
 * each with a reason and the day on which it lapses; `content/site.yaml` switches whole rules off.
 */

import { counted } from '../words/sentences.ts';
import type { Comparison } from './comparison.ts';
import { WARNING_RULES, type Exception, type WarningRule } from './schemas/exceptions.ts';
import { changedUnread, oldVersions, staleRatings, undatedSources } from './warned/by-age.ts';
import {
  documentedByHearsay,
  missingReports,
  unnamedSearches,
  weakEvidence,
  withoutEdition,
} from './warned/by-evidence.ts';
import type { Warning } from './warned/warning.ts';
import { beyondAnchors, implausibleFigures } from './warned/by-figures.ts';

/** Finds what one rule warns of. */
type Rule = (comparison: Comparison) => readonly Omit<Warning, 'rule'>[];

const RULES: Readonly<Record<WarningRule, { readonly of: string; readonly find: Rule }>> = {
  'implausible-figure': {
    of: 'Figures far from all others, perhaps in another unit',
    find: implausibleFigures,
  },
  'changed-unread': {
    of: 'Values that changed since the newest release, though “checked” did not',
    find: changedUnread,
  },
  'unnamed-search': {
    of: 'Findings that there is nothing, without a list of what was searched',
    find: unnamedSearches,
  },
  'documented-by-hearsay': {
    of: '“documented” by a blog, press, marketing or a discussion alone',
    find: documentedByHearsay,
  },
  'old-version': {
    of: 'Ratings of a version that is two minors or more behind the latest',
    find: oldVersions,
  },
  stale: { of: 'Ratings that were checked too long ago', find: staleRatings },
  'one-weak-source': { of: 'Claims and inferences from one page alone', find: weakEvidence },
  'beyond-anchors': {
    of: 'Figures beyond an anchor of their scale, which all count alike',
    find: beyondAnchors,
  },
  'no-reports': { of: 'Options without reports of users', find: missingReports },
  'no-edition': {
    of: 'Sources without an edition, from repositories of which others have one',
    find: withoutEdition,
  },
  'undated-source': {
    of: 'Files with sources of which neither the page nor the copy that was read has a date',
    find: undatedSources,
  },
};

export interface WarningReport {
  /** By rule, in the order of the rules. */
  readonly warnings: readonly Warning[];
  /** Rules that are switched off, with what they would have warned of. */
  readonly off: readonly {
    readonly rule: WarningRule;
    readonly reason: string;
    readonly count: number;
  }[];
  /** Exceptions that have lapsed, or that no warning needs any more. */
  readonly idle: readonly Exception[];
}

/** All warnings that no exception covers and no switch keeps silent, and the exceptions that cover none. */
export function warningsOf(comparison: Comparison): WarningReport {
  const { exceptions, today, site } = comparison;
  const all = WARNING_RULES.flatMap((rule) =>
    RULES[rule]
      .find(comparison)
      .map((warning): Warning => ({ rule, ...warning }))
      .toSorted((a, b) => (a.file === b.file ? 0 : a.file < b.file ? -1 : 1)),
  );
  const covers = (exception: Exception, warning: Warning): boolean =>
    exception.until >= today &&
    exception.rule === warning.rule &&
    (['option', 'criterion', 'source'] as const).every(
      (noun) => (exception[noun] ?? null) === warning[noun],
    );
  const open = all.filter((warning) => !exceptions.some((e) => covers(e, warning)));
  return {
    warnings: open.filter(({ rule }) => site.warningsOff[rule] === undefined),
    off: WARNING_RULES.flatMap((rule) => {
      const reason = site.warningsOff[rule];
      if (reason === undefined) return [];
      return [{ rule, reason, count: open.filter((warning) => warning.rule === rule).length }];
    }),
    idle: exceptions.filter((e) => !all.some((warning) => covers(e, warning))),
  };
}

/** How many warnings of one rule are told where not all are asked for. */
const SHOWN = 20;

/**
 * Warnings as they are printed: under each rule its warnings with their places, then what was switched off.
 *
 * @param isWhole whether all of a rule are told, and not only the first few
 * @returns an empty text where there is nothing to tell
 */
export function formatWarnings({ warnings, off }: WarningReport, isWhole: boolean): string {
  const groups = WARNING_RULES.flatMap((rule) => {
    const of = warnings.filter((warning) => warning.rule === rule);
    if (of.length === 0) return [];
    const shown = isWhole ? of : of.slice(0, SHOWN);
    const left = of.length - shown.length;
    return [
      [
        `${RULES[rule].of} (${rule}, ${String(of.length)})`,
        ...shown.map(
          ({ file, line, text }) =>
            `  ${file}${line === null ? '' : `:${String(line())}`}  ${text}`,
        ),
        ...(left === 0 ? [] : [`  … and ${String(left)} more: npm run check -- --all`]),
      ].join('\n'),
    ];
  });
  const silent = off.map(
    ({ rule, reason, count }) =>
      `Switched off in site.yaml: ${rule}, ${counted(count, 'warning')}. ${reason}`,
  );
  return [...groups, ...(silent.length === 0 ? [] : [silent.join('\n')])].join('\n\n');
}
