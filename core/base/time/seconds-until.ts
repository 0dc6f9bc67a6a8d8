/** Whole seconds until an instant, at most `atMost` and never below 0; `atMost` where nothing is known to come. */
export function secondsUntil(change: Date | undefined, now: Date, atMost: number): number {
  if (change === undefined) return atMost;
  return Math.max(0, Math.min(atMost, Math.floor((change.getTime() - now.getTime()) / 1000)));
}
