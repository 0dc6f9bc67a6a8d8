/** Whether a value equals a constant of the schema (`const`, `enum`), which bounds the recursion. */
export function isEqualJson(value: unknown, constant: unknown): boolean {
  if (value === constant) return true;
  if (typeof value !== "object" || typeof constant !== "object" || value === null || constant === null) return false;
  if (Array.isArray(value) !== Array.isArray(constant)) return false;
  const entries = Object.entries(constant);
  return (
    Object.keys(value).length === entries.length &&
    entries.every(([name, member]) => Object.hasOwn(value, name) && isEqualJson((value as never)[name], member))
  );
}
