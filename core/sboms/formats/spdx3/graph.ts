import { childPointer } from "#core/base/json/json-pointer.ts";

/** A parsed SPDX 3.0.1 document: JSON-LD with `@context` and either `@graph` or the members of a single element. */
export type Spdx3Document = Readonly<Record<string, unknown>>;

/** An object of the graph with its JSON pointer. */
export interface Spdx3Node {
  readonly node: Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

/** A value with its JSON pointer. */
export interface Spdx3Value {
  readonly value: unknown;
  readonly pointer: string;
}

/** A relationship as its source sees it. */
export interface Spdx3Relation extends Spdx3Node {
  readonly type: string;
  readonly from: string;
  /** Names of what it leads to. */
  readonly targets: readonly string[];
}

const NOTHING: readonly never[] = [];

/** Individuals that stand for "there is nothing" and "nothing is said", by compact name and by IRI. */
const NONE_ELEMENT = /^(?:NoneElement|https?:\/\/spdx\.org\/rdf\/3\.\d+\.\d+\/terms\/Core\/NoneElement)$/;
const NO_ASSERTION_ELEMENT =
  /^(?:NoAssertionElement|https?:\/\/spdx\.org\/rdf\/3\.\d+\.\d+\/terms\/Core\/NoAssertionElement)$/;

/** Whether a relationship leads to an individual that is no element of any document. */
export function statesNothing(target: string): "none" | "no-assertion" | undefined {
  if (NONE_ELEMENT.test(target)) return "none";
  return NO_ASSERTION_ELEMENT.test(target) ? "no-assertion" : undefined;
}

/** The values of a member: the elements of a list, or the one value. Names of the model need no escape in a pointer. */
export function valuesOf({ node, pointer }: Spdx3Node, name: string): readonly Spdx3Value[] {
  const value = node[name];
  if (value === undefined) return NOTHING;
  if (!Array.isArray(value)) return [{ value, pointer: `${pointer}/${name}` }];
  return value.map((one: unknown, index) => ({ value: one, pointer: `${pointer}/${name}/${index}` }));
}

/** The texts of a member with their places. */
export function textsOf(node: Spdx3Node, name: string): readonly { readonly text: string; readonly pointer: string }[] {
  return valuesOf(node, name).flatMap(({ value, pointer }) =>
    typeof value === "string" ? [{ text: value, pointer }] : [],
  );
}

/** The text of a member. */
export function textOf({ node }: Spdx3Node, name: string): string | undefined {
  const value = node[name];
  return typeof value === "string" ? value : undefined;
}

/** Objects of a document by their names, and the relationships between them. Made in one pass, without recursion. */
export class Spdx3Graph {
  /** Every object with a `type`: those of the graph in the order of the document, then those written inside others. */
  readonly nodes: readonly Spdx3Node[];
  readonly #byId = new Map<string, Spdx3Node>();
  readonly #relationsFrom = new Map<string, Spdx3Relation[]>();
  readonly #relationsTo = new Map<string, Spdx3Relation[]>();

  constructor(document: Spdx3Document) {
    this.nodes = collectNodes(document);
    for (const one of this.nodes) {
      const id = idOf(one.node);
      if (id !== undefined && !this.#byId.has(id)) this.#byId.set(id, one);
      this.#addRelation(one);
    }
  }

  #addRelation({ node, pointer }: Spdx3Node): void {
    const { relationshipType: type, to } = node;
    const from = idOf(node["from"]);
    if (typeof type !== "string" || from === undefined) return;
    const targets = (Array.isArray(to) ? to : [to]).flatMap((one: unknown) => idOf(one) ?? NOTHING);
    const relation = { node, pointer, type, from, targets };
    append(this.#relationsFrom, from, relation);
    for (const target of new Set(targets)) append(this.#relationsTo, target, relation);
  }

  /** The object that has a name. */
  find(id: string | undefined): Spdx3Node | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** The objects that a member names or holds; names that lead out of the document are left out. */
  objectsOf(node: Spdx3Node, name: string): readonly Spdx3Node[] {
    return valuesOf(node, name).flatMap(({ value, pointer }): readonly Spdx3Node[] => {
      if (isObject(value)) return [{ node: value, pointer }];
      const found = typeof value === "string" ? this.find(value) : undefined;
      return found === undefined ? NOTHING : [found];
    });
  }

  /** Relationships that start at an element. */
  relationsFrom({ node }: Spdx3Node): readonly Spdx3Relation[] {
    return this.#relationsFrom.get(idOf(node) ?? "") ?? NOTHING;
  }

  /** Relationships that lead to an element. */
  relationsTo({ node }: Spdx3Node): readonly Spdx3Relation[] {
    return this.#relationsTo.get(idOf(node) ?? "") ?? NOTHING;
  }

  /** The objects to which relationships of a type lead from an element. */
  targetsOf(node: Spdx3Node, type: string): readonly Spdx3Node[] {
    return this.relationsFrom(node)
      .filter((relation) => relation.type === type)
      .flatMap(({ targets }) => targets.flatMap((target) => this.find(target) ?? NOTHING));
  }
}

/** The name of an object, or a name itself. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (!isObject(value)) return undefined;
  const id = value["spdxId"] ?? value["@id"];
  return typeof id === "string" ? id : undefined;
}

function isObject(value: unknown): value is Spdx3Document {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function collectNodes(document: Spdx3Document): readonly Spdx3Node[] {
  const nodes: Spdx3Node[] = [];
  const pending: Spdx3Value[] = [];
  const plan = (value: unknown, pointer: () => string): void => {
    if (typeof value === "object" && value !== null) pending.push({ value, pointer: pointer() });
  };
  plan(document, () => "");
  // A list may grow while it is walked; what is added is walked too.
  for (const { value, pointer } of pending) {
    if (Array.isArray(value)) {
      for (const [index, one] of value.entries()) plan(one, () => `${pointer}/${index}`);
    } else if (isObject(value)) {
      if (typeof value["type"] === "string") nodes.push({ node: value, pointer });
      for (const [name, one] of Object.entries(value)) plan(one, () => childPointer(pointer, name));
    }
  }
  return nodes;
}
