/** A browser that a test drives: what both drivers offer, and the comforts that are built on it. */

import { setTimeout as sleep } from 'node:timers/promises';

/** What passes between a test and a page. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** Input in the form of WebDriver, which is the same over both protocols. */
export type InputSource =
  | {
      readonly type: 'key';
      readonly id: string;
      readonly actions: readonly {
        readonly type: 'keyDown' | 'keyUp';
        readonly value: string;
      }[];
    }
  | {
      readonly type: 'pointer';
      readonly id: string;
      readonly parameters: { readonly pointerType: 'mouse' };
      readonly actions: readonly (
        | {
            readonly type: 'pointerMove';
            readonly x: number;
            readonly y: number;
            readonly duration: number;
          }
        | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number }
      )[];
    };

/** What a driver does for its browser. */
export interface Driver {
  /** The browser with its version. */
  readonly name: string;
  /** What the browser logged as errors, where it tells; emptied by whoever has read it. */
  readonly log: string[];
  /** Opens an address and waits until it is loaded. */
  readonly goto: (url: string) => Promise<void>;
  /** Runs a script that is an expression in the page, beyond its policy; gives what it resolves to. */
  readonly run: (expression: string) => Promise<unknown>;
  readonly perform: (source: InputSource) => Promise<void>;
  /** The inner size of the window, in CSS pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  /** Sets out to go back a step of history; does not wait for a page. */
  readonly back: () => Promise<void>;
  readonly screenshot: () => Promise<Buffer>;
  /** Some sheets of the page on paper, as “1-20”, as a PDF; undefined where the driver cannot print. */
  readonly print: ((sheets: string) => Promise<Buffer>) | undefined;
  /** Ends the browser. */
  readonly close: () => Promise<void>;
}

/** A browser with all that the tests use. */
export interface Driven extends Driver {
  /** Calls a function in the page, which sees nothing but its arguments. */
  readonly evaluate: <A extends readonly Plain[], R>(
    call: (...args: A) => R | Promise<R>,
    ...args: A
  ) => Promise<R>;
  /**
   * Waits until a function of the page gives something true, and gives that.
   *
   * @throws {Error} if it never does in 15 s
   */
  readonly until: <A extends readonly Plain[], R>(
    call: (...args: A) => R | Promise<R>,
    ...args: A
  ) => Promise<R>;
  /** Presses keys together: “Control+k”. */
  readonly press: (keys: string) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Clicks a place in the window. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /**
   * Waits for an element and clicks it, near its start.
   *
   * @param text a pattern for its label or, where it has none, its words
   * @throws {Error} if none is to be seen in 15 s
   */
  readonly click: (selector: string, text?: string) => Promise<void>;
}

const PATIENCE = 15_000;

const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

/** Adds the comforts to a driver. */
export function withComforts(driver: Driver): Driven {
  const evaluate = async <A extends readonly Plain[], R>(
    call: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> => {
    const expression = `(${call.toString()})(...${JSON.stringify(args)})`;
    // Both sides hold JSON, in which a page has no more to say than the function’s type.
    return (await driver.run(expression)) as R;
  };
  const until = async <A extends readonly Plain[], R>(
    call: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> => {
    const end = Date.now() + PATIENCE;
    let fault = '';
    while (Date.now() < end) {
      try {
        const value = await evaluate(call, ...args);
        if (Boolean(value)) return value;
        fault = '';
      } catch (error) {
        // A page that is just being left answers with an error.
        fault = String(error);
      }
      await sleep(40);
    }
    throw new Error(`It never came true: ${call.toString()} ${JSON.stringify(args)} ${fault}`);
  };
  const keys = (actions: readonly (readonly ['keyDown' | 'keyUp', string])[]): Promise<void> =>
    driver.perform({
      type: 'key',
      id: 'keyboard',
      actions: actions.map(([type, value]) => ({ type, value })),
    });
  const clickAt = (x: number, y: number): Promise<void> =>
    driver.perform({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  return {
    ...driver,
    evaluate,
    until,
    clickAt,
    press(combination) {
      const values = combination.split('+').map((key) => KEYS[key] ?? key);
      return keys([
        ...values.map((value) => ['keyDown', value] as const),
        ...values.toReversed().map((value) => ['keyUp', value] as const),
      ]);
    },
    type: (text) =>
      keys(
        Array.from(text).flatMap((letter) => [
          ['keyDown', letter] as const,
          ['keyUp', letter] as const,
        ]),
      ),
    async click(selector, text = '') {
      const [x, y] = await until(
        (css, pattern) => {
          const words = new RegExp(pattern);
          const found = [...document.querySelectorAll(css)].find(
            (element) =>
              element.checkVisibility({ visibilityProperty: true }) &&
              words.test(element.ariaLabel ?? element.textContent.trim()),
          );
          if (found === undefined) return null;
          found.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, top, width, height } = found.getBoundingClientRect();
          return [left + Math.min(width / 2, 30), top + height / 2] as const;
        },
        selector,
        text,
      ).then((place) => place ?? ([0, 0] as const));
      await clickAt(x, y);
    },
  };
}
