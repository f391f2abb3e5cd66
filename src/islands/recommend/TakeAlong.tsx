/** Export: what to keep of the answer, and where to go on from it. */

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { matrixPath, underBase } from '../../links/routes.ts';
import { EMPTY_VIEW, formatView } from '../../links/view.ts';
import { copy, save } from '../copy-and-save.ts';
import type { Exports } from './exports.ts';
import type { ResultProps } from './result-parts.tsx';

interface Props extends ResultProps {
  readonly exports: Exports;
}

export function TakeAlong(props: Props): JSX.Element {
  const { release, base, outcome, progress, exports } = props;
  // Written by the script that copies, and so left empty here.
  const said = useRef<HTMLParagraphElement>(null);
  // What is kept holds the figures, and never those of another answer.
  const isPending = progress === 'pending';
  const { vocabulary } = release;
  const copyAs = (what: string, text: string): void => {
    if (said.current !== null) void copy(text, said.current, `${what} copied.`);
  };
  const required = new Map(outcome.preferences.requirements.map((r) => [r.criterion, r.clauses]));
  const view = formatView(vocabulary, {
    ...EMPTY_VIEW,
    requirements: vocabulary.criteria.flatMap(({ slug }) => {
      const clauses = required.get(slug);
      return clauses === undefined ? [] : [{ criterion: slug, clauses }];
    }),
  });
  const canShare = typeof navigator !== 'undefined' && 'share' in navigator;
  const button = (text: string, onClick: () => void, waits = isPending): JSX.Element => (
    <button type="button" class="button" disabled={waits} onClick={onClick}>
      {text}
    </button>
  );
  const row = 'mt-2.5 flex flex-wrap items-center gap-2';
  return (
    <section class="mt-8 print:hidden">
      <h2>Export</h2>
      <p class={row}>
        <span class="text-sm text-soft">One-page summary:</span>
        {button('Download summary', () => {
          save(exports.summary(), 'summary.md', 'text/markdown');
        })}
        {button('Copy summary', () => {
          copyAs('Summary', exports.summary());
        })}
        {button('Print', () => {
          print();
        })}
      </p>
      <p class={row}>
        <span class="text-sm text-soft">Decision record, with reasons and sources:</span>
        {button('Download Markdown', () => {
          void exports.record().then((record) => {
            save(record, 'decision-record.md', 'text/markdown');
          });
        })}
        {button('Copy Markdown', () => {
          void exports.record().then((record) => {
            copyAs('Decision record', record);
          });
        })}
      </p>
      <p class={row}>
        <span class="text-sm text-soft">Go on:</span>
        <a class="button" href={underBase(base, matrixPath(view))}>
          Matrix with these requirements
        </a>
        {button('Download JSON', () => {
          save(exports.data(), 'recommendation.json', 'application/json');
        })}
        {canShare &&
          button(
            'Share …',
            () => {
              navigator.share({ title: document.title, url: exports.permalink() }).catch(() => {
                // Closing the sheet without sharing is no fault.
              });
            },
            false,
          )}
      </p>
      <p role="status" class="text-xs text-soft" ref={said} />
    </section>
  );
}
