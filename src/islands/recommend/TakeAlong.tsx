/** What to do with the answer: send it, keep it, go on from it. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatAsk, type AskState } from '../../links/ask.ts';
import { picksQuery } from '../../links/picks-query.ts';
import { comparePath, matrixPath, underBase } from '../../links/routes.ts';
import { leadingBand } from '../../decision/recommend.ts';
import { decisionRecord } from '../../words/decision-record.ts';
import type { OpenedRelease } from '../../links/release.ts';
import { answerAsData } from '../../words/answer-data.ts';
import { formatView, EMPTY_VIEW } from '../../links/view.ts';
import type { Analysis, Outcome } from '../../links/analysis.ts';
import type { Names } from '../../words/names.ts';
import type { Reasons, RecommenderProps } from '../../words/recommender-texts.ts';

interface Props {
  readonly release: OpenedRelease;
  readonly props: RecommenderProps;
  readonly names: Names;
  readonly state: AskState;
  readonly outcome: Outcome;
  readonly analysis: Analysis | null;
  readonly reasons: Reasons | null;
  readonly onRestart: () => void;
}

export function TakeAlong(props: Props): JSX.Element {
  const { release, names, state, outcome, analysis, reasons, onRestart } = props;
  const { base, subject } = props.props;
  const [said, setSaid] = useState('');
  const { vocabulary } = release;

  const permalink = (): string =>
    `${location.origin}${location.pathname}?${formatAsk(vocabulary, state)}`;
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setSaid(`${what} copied.`);
      },
      () => {
        setSaid('The browser does not allow copying here.');
      },
    );
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
      date: new Date().toISOString().slice(0, 10),
      release: state.on ?? '',
      optionName: names.option,
      factorName: names.factor,
      questionText: names.question,
      answerText: names.answer,
      reasonFor: (option, criterion) => reasons?.[option]?.[criterion] ?? null,
    });
  const data = (): string =>
    `${JSON.stringify(answerAsData(release, state, outcome.recommendation, analysis?.robust ?? null), null, 2)}\n`;
  const save = (text: string, name: string, type: string): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

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
            copy(permalink(), 'Link');
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
          onClick={() => {
            save(record(), 'decision-record.md', 'text/markdown');
          }}
        >
          Download Markdown
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            copy(record(), 'Decision record');
          }}
        >
          Copy Markdown
        </button>
        <button
          type="button"
          class="button"
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
      <p role="status" class="text-xs text-soft">
        {said}
      </p>
    </section>
  );
}
