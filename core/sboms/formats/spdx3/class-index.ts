import { CLASSES, INDIVIDUALS, VOCABULARIES } from "./model.ts";

/** What a property may hold. */
export interface PropertyModel {
  /** A class, a vocabulary or a datatype. */
  readonly range: string;
  readonly isRequired: boolean;
  /** Fewest elements of a list; undefined for a single value. */
  readonly minItems: number | undefined;
}

/** A class with all that it inherits. */
export interface ClassIndex {
  readonly isElement: boolean;
  readonly isAbstract: boolean;
  readonly properties: ReadonlyMap<string, PropertyModel>;
  readonly required: readonly string[];
  /** The class itself and all above it. */
  readonly ancestors: ReadonlySet<string>;
}

const INDEX = new Map<string, ClassIndex>();

/** A class by its compact name; made when first asked for. */
export function classOf(name: string): ClassIndex | undefined {
  const known = INDEX.get(name);
  if (known !== undefined || !Object.hasOwn(CLASSES, name)) return known;
  const properties = new Map<string, PropertyModel>();
  const ancestors = new Set<string>();
  for (let current: string | undefined = name; current !== undefined; current = CLASSES[current]?.parent) {
    ancestors.add(current);
    for (const [property, notation] of Object.entries(CLASSES[current]?.properties ?? {})) {
      properties.set(property, parseNotation(notation));
    }
  }
  const kind = CLASSES[name]?.kind;
  const required = [...properties].filter(([, { isRequired }]) => isRequired).map(([property]) => property);
  const index = { isElement: kind === "element", isAbstract: kind === "abstract", properties, required, ancestors };
  INDEX.set(name, index);
  return index;
}

/** Names of the classes that documents can have objects of. */
export function concreteClasses(): readonly string[] {
  return Object.keys(CLASSES).filter((name) => CLASSES[name]?.kind !== "abstract");
}

/** Whether a range is a class, as opposed to a datatype or vocabulary. */
export function isClass(range: string): boolean {
  return Object.hasOwn(CLASSES, range);
}

/** The words of a vocabulary; undefined for anything else. */
export function wordsOf(range: string): readonly string[] | undefined {
  return Object.hasOwn(VOCABULARIES, range) ? VOCABULARIES[range] : undefined;
}

/** Whether a name stands for an individual of a class, such as `NoneElement`. */
export function isIndividualOf(name: string, range: string): boolean {
  return Object.hasOwn(INDIVIDUALS, name) && INDIVIDUALS[name]?.includes(range) === true;
}

/** `!+Agent`: required, a list of at least one agent. */
function parseNotation(notation: string): PropertyModel {
  const [, required = "", list = "", range = ""] = /^(!?)(\*|\+*)([^*+].*)$/.exec(notation) ?? [];
  return {
    range,
    isRequired: required !== "",
    minItems: list === "" ? undefined : list === "*" ? 0 : list.length,
  };
}
