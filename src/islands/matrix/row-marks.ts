/** What a row says of its option as it stands: in which mode, what it fails, whether it is picked. */

import { TEXT_KEY, type Standing } from '../../decision/filter.ts';
import { clipped } from '../../words/unfollowed-lines.ts';
import { standingText } from '../../words/standing-words.ts';
import { make, spoken } from '../dom.ts';
import type { Model, Shown } from './shown.ts';

export interface RowMarks {
  /** The box by which it is picked. */
  readonly box: HTMLInputElement;
  readonly follow: (shown: Shown, standing: Standing) => void;
}

/**
 * Adds its marks to a row.
 *
 * @param i the place of its option
 * @param differing its cells with a part for each mode
 * @param pick picks the option or lets it go; returns whether it is picked then
 */
export function rowMarks(
  { table, criterion }: Model,
  i: number,
  row: HTMLTableRowElement,
  name: HTMLTableCellElement,
  differing: readonly Element[],
  pick: (option: number, picked: boolean) => boolean,
): RowMarks {
  const { shortName = '', modes = [] } = table.options[i] ?? {};
  const box = make('input', {
    type: 'checkbox',
    // Else each step of history would keep the state of each box.
    autocomplete: 'off',
    onchange: () => {
      box.checked = pick(i, box.checked);
    },
  });
  const label = make(
    'label',
    { className: 'pick' },
    box,
    'Compare',
    // Among many boxes, the name of each.
    spoken(` ${shortName}`),
  );
  const note = make('span', { className: 'standing' });
  const way = make('span', { className: 'standing' });
  name.append(way, note, label);
  let shownMode = 0;

  /** Shows the option in one of its modes, and says in which where something is asked for. */
  const showMode = (mode: number, isAsked: boolean): void => {
    const text = isAsked ? modes[mode]?.name : undefined;
    const said = text === undefined ? '' : `As ${text}`;
    if (way.textContent !== said) way.textContent = said;
    if (shownMode === mode) return;
    shownMode = mode;
    for (const { children } of differing) {
      for (const [which, part] of [...children].entries()) {
        part.toggleAttribute('hidden', which !== mode);
      }
    }
  };

  return {
    box,
    follow({ state, conditions }, standing) {
      showMode(standing.mode, conditions.length > 0);
      const text = standingText(standing, (key) =>
        key === TEXT_KEY ? `“${clipped(state.text)}”` : criterion(key).shortName,
      );
      if (note.textContent === text) return;
      note.textContent = text;
      const failed = standing.verdict === 'failed';
      row.classList.toggle('failed', failed);
      name.classList.toggle('failed', failed);
    },
  };
}
