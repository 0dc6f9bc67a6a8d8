/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member that may be one value or a list of them, as a list; an absent one is empty. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** The text of a member, or of the `id` of an object in its place, as JSON-LD allows for issuers and subjects. */
export function idOf(value: unknown): string | undefined {
  const id = isJsonObject(value) ? value["id"] : value;
  return typeof id === "string" ? id : undefined;
}
