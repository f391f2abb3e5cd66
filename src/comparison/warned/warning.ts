import type { WarningRule } from '../schemas/exceptions.ts';

/** A rule’s warning about something of the content. */
export interface Warning {
  readonly rule: WarningRule;
  readonly file: string;
  /** From 1, looked up where it is told; null where it is about the file as a whole. */
  readonly line: (() => number) | null;
  /** What it is about, as exceptions name it; each null where it is about none. */
  readonly option: string | null;
  readonly criterion: string | null;
  readonly source: string | null;
  readonly text: string;
}
