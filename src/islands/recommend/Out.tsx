/** The options that are out, by what, and why that is known. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Eliminated } from '../../decision/recommend.ts';
import { missText } from '../../words/argument-words.ts';
import { reasonsOfMode, type OptionReasons, type Reason } from '../../words/reason.ts';
import { optionReasons } from '../fetched-reasons.ts';
import { FirstFew } from './FirstFew.tsx';
import { OptionLink, wordsOf, type ResultProps } from './result-parts.tsx';

export function EliminatedList(props: ResultProps): JSX.Element | null {
  const { eliminated } = props.outcome.recommendation;
  if (eliminated.length === 0) return null;
  return (
    <section class="mt-8">
      <h2>Out, nearest misses first</h2>
      <FirstFew
        {...props}
        as="ul"
        class="out mt-2 *:py-1"
        entries={eliminated}
        draw={(entry) => <Out key={entry.option} {...props} entry={entry} />}
      />
    </section>
  );
}

interface OutProps extends ResultProps {
  readonly entry: Eliminated;
}

interface Miss {
  readonly criterion: string;
  readonly text: string;
  readonly isUnproven: boolean;
}

function Out(props: OutProps): JSX.Element {
  const { names, base, entry, reasonFor } = props;
  const { option, mode, metOnlyApart } = entry;
  const misses = entry.failed.map(({ requirement, verdict }): Miss => ({
    criterion: requirement.criterion,
    text: missText(wordsOf(props), entry, requirement),
    isUnproven: verdict === 'unproven',
  }));
  const [fetched, setFetched] = useState<OptionReasons | null>(null);
  const reasonOf = (criterion: string): Reason | null =>
    reasonFor === undefined
      ? fetched === null
        ? null
        : (reasonsOfMode(fetched, mode)[criterion] ?? null)
      : reasonFor({ option, mode }, criterion);
  return (
    <li>
      <details
        onToggle={(event) => {
          if (!event.currentTarget.open || reasonFor !== undefined || fetched !== null) return;
          // Without a network the ratings still link to their reasons.
          optionReasons(base, option).then(setFetched, () => undefined);
        }}
      >
        <summary>
          <strong>{names.option(option)}</strong>
          {mode !== null && <span class="text-sm text-soft">, as {names.mode(option, mode)}</span>}
          <span class="text-sm">: {[...new Set(misses.map((miss) => miss.text))].join('; ')}</span>
        </summary>
        {metOnlyApart && (
          <p class="mt-2 pl-4.5 text-sm">
            Each requirement is met by some way of running it, but none of these ways meets them
            all.
          </p>
        )}
        {misses.map((miss, i) => (
          <MissText key={i} {...props} miss={miss} reason={reasonOf(miss.criterion)} />
        ))}
      </details>
    </li>
  );
}

function MissText({
  names,
  base,
  entry,
  miss,
  reason,
}: OutProps & { readonly miss: Miss; readonly reason: Reason | null }): JSX.Element {
  return (
    <div class="miss mt-2 pl-4.5 text-sm">
      <p class="font-semibold">
        {miss.text}
        {miss.isUnproven && '. That is not proven, and you leave out what is not'}
      </p>
      {reason !== null && <p>{reason.why}</p>}
      <p class="text-xs text-soft">
        {reason?.sources.slice(0, 3).map(({ title, url }) => (
          <>
            <a key={url} href={url} rel="noopener">
              {title}
            </a>
            {' · '}
          </>
        ))}
        <OptionLink base={base} option={entry.option} criterion={miss.criterion}>
          {names.factor(miss.criterion)} of {names.option(entry.option)}, with all sources
        </OptionLink>
      </p>
    </div>
  );
}
