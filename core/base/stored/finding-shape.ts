import type { Finding, Fix, Occurrences, Place, Position, Severity, Source, TextEdit } from "../finding.ts";
import type { JsonPatch } from "../json/json-patch.ts";

import { anything, either, list, number, object, oneOf, optional, text, type Shape } from "./shape.ts";

/** A JSON Patch (RFC 6902). */
export const jsonPatch: Shape<JsonPatch> = list(
  either(
    object<Extract<JsonPatch[number], { readonly value: unknown }>>({
      op: oneOf("add", "replace", "test"),
      path: text,
      value: anything,
    }),
    either(
      object<Extract<JsonPatch[number], { readonly op: "remove" }>>({ op: oneOf("remove"), path: text }),
      object<Extract<JsonPatch[number], { readonly from: string }>>({
        op: oneOf("move", "copy"),
        from: text,
        path: text,
      }),
    ),
  ),
);

/** How grave a finding is. */
export const severity: Shape<Severity> = oneOf("error", "warning", "note");

const position = object<Position>({ line: number, column: number });

const place = object<Place>({
  path: text,
  start: position,
  end: position,
  pointer: optional(text),
  quote: optional(text),
});

const finding = object<Finding>({
  ruleId: text,
  severity,
  message: text,
  place,
  source: object<Source>({ clause: text, url: optional(text) }),
  fix: optional(
    object<Fix>({
      description: text,
      edits: list(object<TextEdit>({ start: number, end: number, text })),
      patch: optional(jsonPatch),
    }),
  ),
  occurrences: optional(object<Occurrences>({ count: number, morePlaces: list(place) })),
});

/** What rules had to say. */
export const findings: Shape<readonly Finding[]> = list(finding);
