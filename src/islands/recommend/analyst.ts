/** Has states analysed in a worker. An answer is always told of the state that was asked last. */

import type { AskState } from '../../links/ask.ts';
import type { Analysis } from '../../decision/analysis.ts';
import type { Release } from '../../links/release.ts';
import type { FromWorker, ToWorker } from './worker.ts';

/** What is asked of a worker. */
export type AnalysisWorker = Pick<Worker, 'addEventListener' | 'postMessage' | 'terminate'>;

/** An analysis, or that there is none to be had. */
export type Analysed = Analysis | 'failed';

/** An analysis; or that it is being worked out, or could not be. */
export type Progress = Analysed | 'pending';

/** The analysis, where it is there. */
export function analysisIn(progress: Progress): Analysis | null {
  return typeof progress === 'string' ? null : progress;
}

export class Analyst {
  readonly #release: Release;
  readonly #start: () => AnalysisWorker;
  #worker: AnalysisWorker | undefined;
  #asked = 0;
  #tell: ((analysed: Analysed) => void) | undefined;

  /** @param start starts a worker; it is called anew after one has failed */
  constructor(release: Release, start: () => AnalysisWorker) {
    this.#release = release;
    this.#start = start;
  }

  /** Asks for the analysis of a state; what was asked before is never told. */
  ask(state: AskState, tell: (analysed: Analysed) => void): void {
    this.#asked += 1;
    this.#tell = tell;
    try {
      this.#worker ??= this.#started();
      this.#worker.postMessage({ kind: 'state', id: this.#asked, state } satisfies ToWorker);
    } catch {
      // Workers may be forbidden.
      this.#fail();
    }
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#tell = undefined;
  }

  #started(): AnalysisWorker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (worker === this.#worker && data.id === this.#asked) this.#tell?.(data.analysis);
    });
    const fail = (): void => {
      if (worker === this.#worker) this.#fail();
    };
    // Its file cannot be loaded, it has thrown, or what it says cannot be read.
    worker.addEventListener('error', fail);
    worker.addEventListener('messageerror', fail);
    worker.postMessage({ kind: 'release', release: this.#release } satisfies ToWorker);
    return worker;
  }

  #fail(): void {
    const tell = this.#tell;
    this.stop();
    tell?.('failed');
  }
}
