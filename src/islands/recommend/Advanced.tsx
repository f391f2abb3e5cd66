/** For those who know: importance by hand, requirements of one’s own, strictness. */

import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AskState } from '../../links/ask.ts';
import { parseClauses } from '../../links/clause-text.ts';
import type { Criterion } from '../../decision/model.ts';
import type { Preferences } from '../../decision/questionnaire.ts';
import { factorsOf } from '../../decision/evaluation.ts';
import type { OpenedRelease } from '../../links/release.ts';
import { nameableValues, type Requirement } from '../../decision/requirement.ts';
import {
  higherIsBetter,
  levelsOf,
  levelsWorstFirst,
  type QuantityScale,
} from '../../decision/scale.ts';
import { canBeWeighed } from '../../decision/value-table.ts';
import { IMPORTANCES, type Importance } from '../../decision/weight.ts';
import { formatExactly, isOfDates } from '../../words/label.ts';
import { requirementText } from '../../words/sentences.ts';
import { readFigures, type TypedFigures } from '../../words/typed-figures.ts';
import type { Names } from '../../words/names.ts';

interface Props {
  readonly release: OpenedRelease;
  readonly names: Names;
  readonly state: AskState;
  readonly preferences: Preferences;
  readonly onChange: (next: AskState) => void;
}

/** Drawn when it is first opened: it has a control for each criterion. */
export function Advanced(props: Props): JSX.Element {
  const details = useRef<HTMLDetailsElement>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  const draw = (): void => {
    if (details.current?.open === true) setIsDrawn(true);
  };
  // It may have been opened before there was a script.
  useLayoutEffect(draw, []);
  return (
    <details ref={details} class="mt-8 border-t border-line pt-3" onToggle={draw}>
      <summary>Advanced: set weights and requirements</summary>
      {isDrawn && <Settings {...props} />}
    </details>
  );
}

function Settings({ release, names, state, preferences, onChange }: Props): JSX.Element {
  const { criteria } = release.model;
  const set = (more: Partial<AskState>): void => {
    onChange({ ...state, ...more });
  };
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          checked={state.strict}
          onChange={(event) => {
            set({ strict: event.currentTarget.checked });
          }}
        />
        <span>
          Strict
          <span class="text-xs text-soft block">
            Leave out what is not proven to meet every requirement.
          </span>
        </span>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={state.levels === 'fixed'}
          onChange={(event) => {
            set({ levels: event.currentTarget.checked ? 'fixed' : 'order-only' });
          }}
        />
        <span>
          Levels in equal steps
          <span class="text-xs text-soft block">
            Unticked, the simulations keep only the order of the levels.
          </span>
        </span>
      </label>

      <h3 class="mt-5">Requirements of your own</h3>
      <p class="text-xs text-soft">One on a criterion replaces what your answers require of it.</p>
      <ul>
        {state.requirements.map((requirement) => (
          <li key={requirement.criterion}>
            {criteria
              .filter(({ slug }) => slug === requirement.criterion)
              .map((criterion) => requirementText(criterion, requirement))}{' '}
            <button
              type="button"
              class="link"
              onClick={() => {
                set({ requirements: state.requirements.filter((r) => r !== requirement) });
              }}
            >
              Remove
              <span class="sr-only"> the requirement on {names.factor(requirement.criterion)}</span>
            </button>
          </li>
        ))}
      </ul>
      <AddRequirement
        criteria={criteria.filter((c) => c.scale.kind !== 'text')}
        onAdd={(requirement) => {
          const others = state.requirements.filter((r) => r.criterion !== requirement.criterion);
          const order = criteria.map((c) => c.slug);
          set({
            requirements: [...others, requirement].toSorted(
              (a, b) => order.indexOf(a.criterion) - order.indexOf(b.criterion),
            ),
          });
        }}
      />

      <h3 class="mt-5">Importance</h3>
      <p class="text-xs text-soft">A level set here replaces what your answers add up to.</p>
      <table class="weights">
        <tbody>
          {factorsOf(criteria)
            .filter((factor) =>
              factor.criteria.some((c) => canBeWeighed(c.scale, preferences.wants[c.slug] ?? [])),
            )
            .map(({ slug }) => (
              <ImportanceRow
                key={slug}
                name={names.factor(slug)}
                current={preferences.importances[slug] ?? 'ignore'}
                byHand={state.importances[slug] ?? null}
                onSet={(importance) => {
                  const { [slug]: _before, ...others } = state.importances;
                  set({
                    importances: importance === null ? others : { ...others, [slug]: importance },
                  });
                }}
              />
            ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly current: Importance;
  readonly byHand: Importance | null;
  readonly onSet: (importance: Importance | null) => void;
}

function ImportanceRow({ name, current, byHand, onSet }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <select
          class="field"
          aria-label={`Importance of ${name}`}
          value={byHand ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onSet(IMPORTANCES.find((level) => level === value) ?? null);
          }}
        >
          <option value="">{byHand === null ? `as answered: ${current}` : 'as answered'}</option>
          {IMPORTANCES.map((level) => (
            <option key={level} value={level}>
              {level}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

interface AddProps {
  readonly criteria: readonly Criterion[];
  readonly onAdd: (requirement: Requirement) => void;
}

function AddRequirement({ criteria, onAdd }: AddProps): JSX.Element {
  const [slug, setSlug] = useState('');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const criterion = criteria.find((c) => c.slug === slug);
  const choices = criterion === undefined ? [] : choicesFor(criterion);

  return (
    <form
      class="mt-2 flex flex-wrap items-end gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (criterion === undefined) return;
        const { clauses, fault } = readTyped(criterion, text);
        if (fault !== null || clauses.length === 0) {
          setWrong(fault ?? 'Choose a value.');
          return;
        }
        onAdd({ criterion: slug, clauses });
        setSlug('');
        setText('');
        setWrong(null);
      }}
    >
      <label class="max-w-full">
        <span class="text-xs text-soft block">Criterion</span>
        <select
          class="field"
          value={slug}
          onChange={(event) => {
            setSlug(event.currentTarget.value);
            setText('');
            setWrong(null);
          }}
        >
          <option value="">Choose …</option>
          {criteria.map((c) => (
            <option key={c.slug} value={c.slug}>
              {c.name}
            </option>
          ))}
        </select>
      </label>
      {criterion !== undefined && (
        <label class="max-w-full">
          <span class="text-xs text-soft block">
            {criterion.scale.kind === 'quantity' ? exampleOf(criterion.scale) : 'Must be'}
          </span>
          {criterion.scale.kind === 'quantity' ? (
            <input
              type="text"
              class="field"
              value={text}
              aria-describedby="add-wrong"
              onInput={(event) => {
                setText(event.currentTarget.value);
              }}
            />
          ) : (
            <select
              class="field"
              value={text}
              aria-describedby="add-wrong"
              onChange={(event) => {
                setText(event.currentTarget.value);
              }}
            >
              <option value="">Choose …</option>
              {choices.map(({ text: clause, label }) => (
                <option key={clause} value={clause}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </label>
      )}
      {criterion !== undefined && (
        <button type="submit" class="button">
          Add
        </button>
      )}
      <p id="add-wrong" class="text-xs text-soft" role="alert">
        {wrong}
      </p>
    </form>
  );
}

/** What may be typed, by example. */
function exampleOf(scale: QuantityScale): string {
  const [most, least] = isOfDates(scale) ? ['until', 'since'] : ['up to', 'at least'];
  return `Such as “${higherIsBetter(scale) ? least : most} ${formatExactly(scale, scale.best)}”`;
}

/** What is asked of a criterion: a figure as people type it, or the clause of a choice. */
function readTyped(criterion: Criterion, text: string): TypedFigures {
  if (criterion.scale.kind === 'quantity') return readFigures(criterion.scale, text);
  return { clauses: parseClauses(criterion, text).clauses, fault: null };
}

/** What can be asked of a criterion with one choice, in the words of its scale. */
function choicesFor({ scale }: Criterion): readonly { text: string; label: string }[] {
  const values = nameableValues(scale).map((slug) => ({
    slug,
    label:
      scale.kind === 'flag'
        ? slug === 'yes'
          ? 'Yes'
          : 'No'
        : (levelsOf(scale).find((level) => level.slug === slug)?.label ?? slug),
  }));
  const order = scale.kind === 'ordinal' ? (levelsWorstFirst(scale) ?? []) : [];
  return [
    // Between the ends, “or better” says more than the level alone.
    ...order
      .slice(1, -1)
      .map(({ slug, label }) => ({ text: `${slug}..best`, label: `${label} or better` })),
    ...values.map(({ slug, label }) => ({ text: slug, label })),
    ...(scale.kind === 'flag'
      ? []
      : values.map(({ slug, label }) => ({ text: `!${slug}`, label: `not ${label}` }))),
  ];
}
