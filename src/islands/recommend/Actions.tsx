/** What to do with the answer at once: send it, keep it on one page, compare who is on it. */

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { namedFirst, SHORTLIST_LIMIT } from '../../decision/conclusion.ts';
import { leadingBand } from '../../decision/recommend.ts';
import { picksQuery } from '../../links/picks-query.ts';
import { comparePath, underBase } from '../../links/routes.ts';
import { copy, save } from '../copy-and-save.ts';
import type { Exports } from './exports.ts';
import { conclusionIn, type ResultProps } from './result-parts.tsx';

interface Props extends ResultProps {
  readonly exports: Exports;
}

export function Actions(props: Props): JSX.Element {
  const { base, outcome, progress, exports } = props;
  // Written by the script that copies, and so left empty here.
  const said = useRef<HTMLParagraphElement>(null);
  const named = namedFirst(conclusionIn(props));
  const isRanked = outcome.recommendation.factors.length > 0;
  const all = named.length > 1 ? named : isRanked ? leadingBand(outcome.recommendation) : [];
  const compared = all.slice(0, named.length > 1 ? SHORTLIST_LIMIT : 3).map((s) => s.option);
  return (
    <>
      <p class="mt-3 flex flex-wrap items-center gap-2 print:hidden">
        <button
          type="button"
          class="button"
          onClick={() => {
            if (said.current !== null) void copy(exports.permalink(), said.current, 'Link copied.');
          }}
        >
          Copy link
        </button>
        <button
          type="button"
          class="button"
          disabled={progress === 'pending'}
          onClick={() => {
            save(exports.summary(), 'summary.md', 'text/markdown');
          }}
        >
          One-page summary
        </button>
        {compared.length > 1 && (
          <a class="button" href={underBase(base, comparePath(picksQuery(compared)))}>
            Compare{' '}
            {named.length === compared.length ? 'these' : `the first ${String(compared.length)}`}
          </a>
        )}
      </p>
      <p role="status" class="text-xs text-soft" ref={said} />
    </>
  );
}
