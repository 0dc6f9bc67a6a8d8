/** Which task of an output is the newest: an older one that ends later has nothing to say any more. */
const newest = new WeakMap<HTMLElement, symbol>();

/** Shows what comes of a task. Clears first, so that no verdict outlives what it was about, whatever the task does. */
export async function showOutcome(output: HTMLElement, task: () => Promise<readonly Node[]>): Promise<void> {
  const turn = clearOutcome(output);
  const nodes = await task().catch((error: unknown) => {
    const text = `This could not be checked, because the check itself broke (${String(error)}). That says nothing of it.`;
    return [document.createTextNode(text)];
  });
  if (newest.get(output) === turn) output.replaceChildren(...nodes);
}

/** Takes a verdict away, also one that is still on its way. */
export function clearOutcome(output: HTMLElement): symbol {
  const turn = Symbol("turn");
  newest.set(output, turn);
  output.replaceChildren();
  return turn;
}
