import { childPointer } from "#core/base/json/json-pointer.ts";

import type { FindingReport } from "../../checking/finding-report.ts";
import { quoteValue } from "../../checking/quote-value.ts";
import { renameTo, replaceBy } from "../../checking/pointed-repair.ts";
import { createSuggester } from "../../checking/suggest-value.ts";
import {
  classOf,
  concreteClasses,
  isClass,
  isIndividualOf,
  wordsOf,
  type ClassIndex,
  type PropertyModel,
} from "./class-index.ts";
import { DATATYPES } from "./datatypes.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/** The only context of version 3.0.1. */
export const SPDX3_CONTEXT = "https://spdx.org/rdf/3.0.1/spdx-context.jsonld";

const SOURCE = {
  clause: "SPDX 3.0.1, model and serialization",
  url: "https://spdx.github.io/spdx-spec/v3.0.1/",
} as const;

const IRI = /^(?!_:).+:.+/;
const BLANK_NODE = /^_:.+/;
const CLASS_NAMES = concreteClasses();

/** Names that every object may have beside the properties of its class. */
const NODE_NAMES = new Set(["type", "spdxId", "@id"]);

/** A word that stands where others are allowed. */
interface WrongWord {
  readonly value: unknown;
  readonly allowed: readonly string[];
  /** The object, where the word is the name of its member. */
  readonly around?: JsonObject;
}

interface Task {
  readonly object: JsonObject;
  readonly pointer: string;
  /** The class that the object has to be of; undefined for any. */
  readonly range: string | undefined;
}

/**
 * Checks a parsed SPDX 3.0.1 document class by class: each object against the class that its `type` names. Linear time, without
 * recursion; gives the verdicts of the official JSON schema, which tries every class for every object.
 */
export function checkSpdx3Graph(document: JsonObject, report: FindingReport): void {
  new GraphCheck(report).run(document);
}

class GraphCheck {
  readonly #report: FindingReport;
  readonly #tasks: Task[] = [];
  readonly #suggest = createSuggester();

  constructor(report: FindingReport) {
    this.#report = report;
  }

  run(document: JsonObject): void {
    const { "@context": context, "@graph": graph, ...rest } = document;
    if (context !== SPDX3_CONTEXT) {
      this.#report.add("error", { ruleId: "sbom-schema", kind: "context" }, () => ({
        message: `Unexpected ${quoteValue(context)}, expected \`${SPDX3_CONTEXT}\` as the only context`,
        pointer: "/@context",
        source: SOURCE,
        repair: {
          kind: "replace",
          description: "Write the context of SPDX 3.0.1 as a text",
          value: SPDX3_CONTEXT,
        },
      }));
    }
    if (graph === undefined) {
      this.#plan(rest, "", undefined);
    } else if (!Array.isArray(graph)) {
      this.#fault("/@graph", "type", () => `Unexpected ${quoteValue(graph)}, expected a list of elements`);
    } else {
      for (const name of Object.keys(rest)) this.#unknownName(childPointer("", name), name, rest, []);
      for (const [index, element] of graph.entries()) this.#plan(element, `/@graph/${index}`, undefined);
    }
    // A list may grow while it is walked; what is added is walked too.
    for (const task of this.#tasks) this.#checkObject(task);
  }

  /** `kind` is what is wrong, `cause` the word that stands there. */
  #fault(pointer: string, kind: string, message: () => string, cause = ""): void {
    this.#report.add("error", { ruleId: "sbom-schema", kind, cause }, () => ({
      message: message(),
      pointer,
      source: SOURCE,
    }));
  }

  /** A word that none of the allowed ones is; with the one that was probably meant. */
  #wrongWord(pointer: string, { value, allowed, around }: WrongWord, kind: string, message: () => string): void {
    const found = typeof value === "string" ? this.#suggest(value, allowed) : undefined;
    const isName = around !== undefined;
    // A member that is there already is not what was meant.
    const suggestion = isName && found !== undefined && Object.hasOwn(around, found) ? undefined : found;
    const hint = suggestion === undefined ? "" : `; did you mean ${quoteValue(suggestion)}?`;
    this.#report.add("error", { ruleId: "sbom-schema", kind, cause: typeof value === "string" ? value : "" }, () => ({
      message: `${message()}${hint}`,
      pointer,
      source: SOURCE,
      isAtName: isName,
      ...(suggestion === undefined ? {} : { repair: isName ? renameTo(suggestion) : replaceBy(suggestion) }),
    }));
  }

  #plan(value: unknown, pointer: string, range: string | undefined): void {
    if (isObject(value)) this.#tasks.push({ object: value, pointer, range });
    else this.#fault(pointer, "object", () => `Unexpected ${quoteValue(value)}, expected an object with a \`type\``);
  }

  #checkObject({ object, pointer, range }: Task): void {
    const { type } = object;
    if (typeof type !== "string") {
      this.#fault(pointer, "no type", () => "`type` is missing, expected the name of a class");
      return;
    }
    const model = classOf(type);
    if (model === undefined || model.isAbstract) {
      if (isExtension(type, range)) return;
      if (wordsOf(type) !== undefined && range === undefined) return;
      this.#wrongWord(
        `${pointer}/type`,
        { value: type, allowed: CLASS_NAMES },
        "class",
        () => `${quoteValue(type)} is no class of SPDX 3.0.1`,
      );
      return;
    }
    if (range !== undefined && !model.ancestors.has(range)) {
      this.#fault(
        `${pointer}/type`,
        `range ${range}`,
        () => `Unexpected ${quoteValue(type)}, expected a ${quoteValue(range)}`,
        type,
      );
      return;
    }
    this.#checkIdentity(object, pointer, model);
    this.#checkProperties(object, pointer, model);
  }

  #checkIdentity(object: JsonObject, pointer: string, { isElement }: ClassIndex): void {
    const { spdxId, "@id": id } = object;
    if (isElement) {
      if (spdxId === undefined)
        this.#fault(pointer, "no spdxId", () => "`spdxId` is missing, expected an IRI of the element");
      else if (!isText(spdxId, IRI))
        this.#fault(`${pointer}/spdxId`, "spdxId", () => `Unexpected ${quoteValue(spdxId)}, expected an IRI`);
      if (id !== undefined)
        this.#fault(`${pointer}/@id`, "@id of an element", () => "Unexpected `@id`: elements are named by `spdxId`");
      return;
    }
    if (spdxId !== undefined)
      this.#fault(
        `${pointer}/spdxId`,
        "spdxId of no element",
        () => "Unexpected `spdxId`: this is no element, its name is `@id`",
      );
    if (id !== undefined && !isReference(id)) {
      this.#fault(`${pointer}/@id`, "@id", () => `Unexpected ${quoteValue(id)}, expected an IRI or \`_:…\``);
    }
  }

  #checkProperties(object: JsonObject, pointer: string, { properties, required }: ClassIndex): void {
    for (const name of required) {
      if (!Object.hasOwn(object, name))
        this.#fault(pointer, `no ${name}`, () => `\`${name}\` is missing in ${quoteValue(object["type"])}`);
    }
    for (const [name, value] of Object.entries(object)) {
      if (NODE_NAMES.has(name)) continue;
      const property = properties.get(name);
      const place = childPointer(pointer, name);
      if (property === undefined) this.#unknownName(place, name, object, namesOf(properties));
      else this.#checkProperty(value, place, property);
    }
  }

  #checkProperty(value: unknown, pointer: string, { range, minItems }: PropertyModel): void {
    if (minItems === undefined) {
      this.#checkValue(value, pointer, range);
      return;
    }
    if (!Array.isArray(value)) {
      this.#fault(pointer, `list of ${range}`, () => `Unexpected ${quoteValue(value)}, expected a list`);
      return;
    }
    if (value.length < minItems)
      this.#fault(
        pointer,
        `short list of ${range}`,
        () => `The list has ${value.length} elements, expected at least ${minItems}`,
      );
    for (const [index, element] of value.entries()) this.#checkValue(element, `${pointer}/${index}`, range);
  }

  #checkValue(value: unknown, pointer: string, range: string): void {
    const words = wordsOf(range);
    if (words !== undefined) {
      if (typeof value === "string" && words.includes(value)) return;
      this.#wrongWord(
        pointer,
        { value, allowed: words },
        `word of ${range}`,
        () => `${quoteValue(value)} is no word of ${quoteValue(range)}`,
      );
    } else if (isClass(range)) {
      if (typeof value !== "string") this.#plan(value, pointer, range);
      else if (!isReference(value) && !isIndividualOf(value, range)) {
        this.#fault(
          pointer,
          `reference to ${range}`,
          () => `Unexpected ${quoteValue(value)}, expected the IRI of a ${quoteValue(range)}`,
        );
      }
    } else {
      const datatype = DATATYPES[range];
      if (datatype?.accepts(value) === false)
        this.#fault(pointer, range, () => `Unexpected ${quoteValue(value)}, expected ${datatype.expected}`);
    }
  }

  #unknownName(pointer: string, name: string, around: JsonObject, allowed: readonly string[]): void {
    this.#wrongWord(
      pointer,
      { value: name, allowed, around },
      `name in ${typeof around["type"] === "string" ? around["type"] : ""}`,
      () => `Unexpected member ${quoteValue(name)}, the class has none of this name`,
    );
  }
}

/** Names of the properties of a class, one list for all its objects. */
const NAMES = new WeakMap<object, readonly string[]>();

function namesOf(properties: ClassIndex["properties"]): readonly string[] {
  const known = NAMES.get(properties);
  if (known !== undefined) return known;
  const names = [...properties.keys()];
  NAMES.set(properties, names);
  return names;
}

/** Extensions are classes of others: their names are IRIs, and their members are their own. */
function isExtension(type: string, range: string | undefined): boolean {
  return (range === undefined || range === "extension_Extension") && IRI.test(type);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}

function isReference(value: unknown): boolean {
  return isText(value, IRI) || isText(value, BLANK_NODE);
}
