/** What addresses say where the name of a cloud could stand: a cloud of this name would have no page and no badge of its own. */
export const RESERVED_SUBJECTS: ReadonlySet<string> = new Set(["providers", "reports", "sboms", "scopes"]);

/** How the name of a group begins in addresses (`/badges/group-<name>/…`), and so the name of no account. */
export const GROUP_PREFIX = "group-";

/** Who a log names where the operator acted, and so the name of no account. */
export const OPERATOR = "operator";

/** Why no account can have a name; undefined for the others. */
export function whyReserved(subject: string): string | undefined {
  if (subject.startsWith(GROUP_PREFIX)) return `in addresses, \`${GROUP_PREFIX}\` begins the name of a group`;
  if (subject === OPERATOR) return "logs name the operator by this word";
  return RESERVED_SUBJECTS.has(subject) ? "addresses say something else by this word" : undefined;
}
