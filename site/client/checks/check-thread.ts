import { openThread } from "../trusted.ts";

/** A check of the longest real document or SBOM takes seconds at most. */
const PATIENCE_MS = 20_000;

/** Who hears what became of a check. */
export interface CheckListener<Outcome> {
  readonly show: (outcome: Outcome) => void;
  /** A sentence about why there is no outcome. */
  readonly fail: (message: string) => void;
}

/** Runs one check after the other in a background thread; of those that wait only the last is wanted. */
export class CheckThread<Task, Outcome> {
  readonly #address: string;
  readonly #listener: CheckListener<Outcome>;
  #worker: Worker | undefined;
  #waiting: Task | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  /** `address` is that of the script; it is fetched at the first check. */
  constructor(address: string, listener: CheckListener<Outcome>) {
    this.#address = address;
    this.#listener = listener;
  }

  /** Checks a document as soon as the one before is done. */
  check(task: Task): void {
    if (this.#isBusy) {
      this.#waiting = task;
      return;
    }
    this.#isBusy = true;
    this.#worker ??= this.#open();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only windows do
    this.#worker.postMessage(task);
    const message = "The check took too long and was stopped; use the command below.";
    this.#patience = setTimeout(() => this.#stop(message), PATIENCE_MS);
  }

  #open(): Worker {
    const worker = openThread(this.#address);
    worker.addEventListener("message", ({ data }: MessageEvent<Outcome>) => {
      const isOvertaken = this.#waiting !== undefined;
      this.#goOn();
      if (!isOvertaken) this.#listener.show(data);
    });
    worker.addEventListener("error", () => this.#stop("The check cannot run in this browser; use the command below."));
    return worker;
  }

  #stop(message: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#listener.fail(message);
    this.#goOn();
  }

  #goOn(): void {
    clearTimeout(this.#patience);
    this.#isBusy = false;
    const next = this.#waiting;
    this.#waiting = undefined;
    if (next !== undefined) this.check(next);
  }
}
