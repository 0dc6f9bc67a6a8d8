import type { CheckOutcome, CheckTask } from "./check-messages.ts";

/** A check of the longest real document takes a fraction of a second. */
const PATIENCE_MS = 20_000;

/** Who hears what became of a check. */
export interface CheckListener {
  readonly show: (outcome: CheckOutcome) => void;
  /** A sentence about why there is no outcome. */
  readonly fail: (message: string) => void;
}

/** Runs one check after the other in a background thread; of those that wait only the last is wanted. */
export class CheckThread {
  readonly #address: string;
  readonly #listener: CheckListener;
  #worker: Worker | undefined;
  #waiting: CheckTask | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isBusy = false;

  /** `address` is that of the script; it is fetched at the first check. */
  constructor(address: string, listener: CheckListener) {
    this.#address = address;
    this.#listener = listener;
  }

  /** Checks a document as soon as the one before is done. */
  check(task: CheckTask): void {
    if (this.#isBusy) {
      this.#waiting = task;
      return;
    }
    this.#isBusy = true;
    this.#worker ??= this.#open();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, only windows do
    this.#worker.postMessage(task);
    const message = "The check took too long and was stopped; shorten the text.";
    this.#patience = setTimeout(() => this.#stop(message), PATIENCE_MS);
  }

  #open(): Worker {
    const worker = new Worker(this.#address, { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<CheckOutcome>) => {
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
