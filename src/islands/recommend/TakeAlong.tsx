/** What to do with the answer: send it, keep it, go on from it. */

import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { formatAsk, type AskState } from '../../links/ask.ts';
import { picksQuery } from '../../links/picks-query.ts';
import { comparePath, matrixPath, underBase } from '../../links/routes.ts';
import { leadingBand } from '../../decision/recommend.ts';
import { decisionRecord } from '../../words/decision-record.ts';
import type { OpenedRelease } from '../../links/release.ts';
import { answerAsData } from '../../words/answer-data.ts';
import { formatView, EMPTY_VIEW } from '../../links/view.ts';
import type { Outcome } from '../../links/analysis.ts';
import { copy, save } from '../copy-and-save.ts';
import { dayOf } from '../reader-day.ts';
import { analysisIn, type Progress } from './analyst.ts';
import type { Names } from '../../words/names.ts';
import type { Reasons, RecommenderProps } from '../../words/recommender-texts.ts';

interface Props {
  readonly release: OpenedRelease;
  readonly props: RecommenderProps;
  readonly names: Names;
  readonly state: AskState;
  readonly outcome: Outcome;
  readonly progress: Progress;
  readonly reasons: Reasons | null;
  readonly onRestart: () => void;
}

export function TakeAlong(props: Props): JSX.Element {
  const { release, names, state, outcome, progress, reasons, onRestart } = props;
  const { base, subject } = props.props;
  // Written by the script that copies, and so left empty here.
  const said = useRef<HTMLParagraphElement>(null);
  const analysis = analysisIn(progress);
  // What is kept holds the figures, and never those of another answer.
  const isPending = progress === 'pending';
  const { vocabulary } = release;

  const permalink = (): string =>
    `${location.origin}${location.pathname}?${formatAsk(vocabulary, state)}`;
  const copyAs = (what: string, text: string): void => {
    if (said.current !== null) void copy(text, said.current, `${what} copied.`);
  };
  const record = (): string =>
    decisionRecord({
      model: release.model,
      state,
      ...outcome,
      robust: analysis?.robust ?? null,
      without: analysis?.without ?? [],
      subject,
      permalink: permalink(),
      date: dayOf(new Date()),
      release: state.on ?? '',
      optionName: names.option,
      factorName: names.factor,
      questionText: names.question,
      answerText: names.answer,
      reasonFor: (option, criterion) => reasons?.[option]?.[criterion] ?? null,
    });
  const data = (): string =>
    `${JSON.stringify(answerAsData(release, state, outcome.recommendation, analysis?.robust ?? null), null, 2)}\n`;

  const first = leadingBand(outcome.recommendation)
    .slice(0, 3)
    .map((r) => r.option);
  const required = new Map(outcome.preferences.requirements.map((r) => [r.criterion, r.clauses]));
  const view = formatView(vocabulary, {
    ...EMPTY_VIEW,
    requirements: vocabulary.criteria.flatMap(({ slug }) => {
      const clauses = required.get(slug);
      return clauses === undefined ? [] : [{ criterion: slug, clauses }];
    }),
  });
  const canShare = typeof navigator !== 'undefined' && 'share' in navigator;

  return (
    <section class="mt-5.5">
      <h3>From here</h3>
      <p class="mt-2.5 flex flex-wrap items-center gap-2 print:hidden">
        <button
          type="button"
          class="button"
          onClick={() => {
            copyAs('Link', permalink());
          }}
        >
          Copy link
        </button>
        {canShare && (
          <button
            type="button"
            class="button"
            onClick={() => {
              navigator.share({ title: document.title, url: permalink() }).catch(() => {
                // Closing the sheet without sharing is no fault.
              });
            }}
          >
            Share …
          </button>
        )}
        <a class="button" href={underBase(base, matrixPath(view))}>
          Matrix with these requirements
        </a>
        {first.length > 1 && (
          <a class="button" href={underBase(base, comparePath(picksQuery(first)))}>
            Compare the first {first.length === 2 ? 'two' : 'three'}
          </a>
        )}
        <button type="button" class="button" onClick={onRestart}>
          Start over
        </button>
      </p>
      <p class="mt-2.5 flex flex-wrap items-center gap-2 print:hidden">
        <span class="text-soft">Decision record:</span>
        <button
          type="button"
          class="button"
          disabled={isPending}
          onClick={() => {
            save(record(), 'decision-record.md', 'text/markdown');
          }}
        >
          Download Markdown
        </button>
        <button
          type="button"
          class="button"
          disabled={isPending}
          onClick={() => {
            copyAs('Decision record', record());
          }}
        >
          Copy Markdown
        </button>
        <button
          type="button"
          class="button"
          disabled={isPending}
          onClick={() => {
            save(data(), 'recommendation.json', 'application/json');
          }}
        >
          Download JSON
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            print();
          }}
        >
          Print
        </button>
      </p>
      <p role="status" class="text-xs text-soft" ref={said} />
    </section>
  );
}
