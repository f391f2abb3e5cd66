/** The sheet of keys. */

import { button, make } from '../dom.ts';

type Keys = readonly (readonly [keys: readonly string[], what: string])[];

const sections = (modifier: string): readonly (readonly [title: string, keys: Keys])[] => [
  [
    'Everywhere',
    [
      [[modifier, 'K'], 'Search'],
      [['Tab'], 'Next link or control; the first one on a page skips to its content'],
      [['Shift', 'Tab'], 'Link or control before'],
      [['Enter'], 'Follow a link, press a button'],
      [['Space'], 'Press a button, tick a box'],
      [['Esc'], 'Close what was opened last'],
      [
        ['←', '→', '↑', '↓'],
        'Go from cell to cell in the matrix, scroll another table, choose among radio buttons',
      ],
    ],
  ],
  [
    'In the search',
    [
      [['↑', '↓'], 'Choose a result'],
      [['Enter'], 'Open it'],
      [[modifier, 'Enter'], 'Open it in a new tab'],
      [['Tab'], 'Go on to the buttons that pick options to compare'],
    ],
  ],
];

let sheet: HTMLDialogElement | undefined;

/** Shows which keys do what; `modifier` is the key that goes with others in shortcuts. */
export function showKeys(modifier: string): void {
  sheet ??= keySheet(modifier);
  sheet.showModal();
}

function keySheet(modifier: string): HTMLDialogElement {
  const dialog = make(
    'dialog',
    { className: 'keys', ariaLabel: 'Keyboard' },
    make('h2', { textContent: 'Keyboard' }),
    ...sections(modifier).flatMap(([title, keys]) => [
      make('h3', { textContent: title }),
      make('dl', {}, ...keys.flatMap(([names, what]) => [term(names), make('dd', {}, what)])),
    ]),
    button(
      { className: 'button' },
      () => {
        dialog.close();
      },
      'Close',
    ),
  );
  document.body.append(dialog);
  return dialog;
}

function term(names: readonly string[]): HTMLElement {
  const keys = names.map((name) => make('kbd', { textContent: name }));
  return make('dt', {}, ...keys.flatMap((key, i) => (i === 0 ? [key] : [' ', key])));
}
