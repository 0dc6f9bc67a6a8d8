import {
  COMPONENT_CHANGE_KINDS,
  type ChangedComponent,
  type ComparedComponent,
  type ComponentChangeKind,
} from "#core/sboms/diff/diff-components.ts";
import type { ComparedEdge } from "#core/sboms/diff/diff-edges.ts";
import type { NamedPart, PartsDiff } from "#core/sboms/diff/diff-parts.ts";
import type { SbomDiff } from "#core/sboms/diff/diff-sboms.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { CannotRun } from "../command.ts";
import type { Paint } from "../paint.ts";

/** What may be left out of a comparison. */
const IGNORABLE = [
  ...COMPONENT_CHANGE_KINDS,
  "subject",
  "dependencies",
  "services",
  "vulnerabilities",
  "others",
] as const;
type Ignorable = (typeof IGNORABLE)[number];

/** One line of a diff for people, and for findings where it is. */
export interface DiffLine {
  readonly sign: "+" | "-" | "~";
  readonly text: string;
  readonly ruleId: string;
  /** JSON pointer in the later document, in the earlier one for what is gone. */
  readonly pointer: string;
}

/** Kinds of changes as they are written after `--ignore`. */
export function chosenKinds(lists: readonly string[]): ReadonlySet<Ignorable> {
  const kinds = lists.flatMap((list) => list.split(","));
  return new Set(
    kinds.map((kind) => {
      const known = IGNORABLE.find((one) => one === kind);
      if (known !== undefined) return known;
      const all = IGNORABLE.map((one) => `\`${one}\``).join(", ");
      throw new CannotRun(`Nothing is called \`${kind}\` that \`--ignore\` could leave out; there are ${all}.`);
    }),
  );
}

/** The diff without what is to be left out; a component whose only changes go stays the same. */
export function ignoreChanges(diff: SbomDiff, ignored: ReadonlySet<Ignorable>): SbomDiff {
  const left = (changes: readonly ComponentChangeKind[]) => changes.filter((kind) => !ignored.has(kind));
  const changed = diff.changed
    .map((one) => ({ ...one, changes: left(one.changes) }))
    .filter(({ changes }) => changes.length > 0);
  const nothing = { added: [], removed: [], changed: [] };
  return {
    ...diff,
    changed,
    unchangedCount: diff.unchangedCount + diff.changed.length - changed.length,
    subject: ignored.has("subject") ? undefined : diff.subject,
    edges: ignored.has("dependencies") ? nothing : diff.edges,
    services: ignored.has("services") ? nothing : diff.services,
    vulnerabilities: ignored.has("vulnerabilities") ? nothing : diff.vulnerabilities,
    others: ignored.has("others") ? [] : diff.others,
  };
}

/** Every difference as a line: the subject first, then components, dependencies, services, vulnerabilities. */
export function linesOfDiff(diff: SbomDiff): readonly DiffLine[] {
  const { subject, removed, added, changed, edges, services, vulnerabilities } = diff;
  return [
    ...(subject === undefined ? [] : [subjectLine(subject)]),
    ...removed.map((one) => line("-", nameOf(one), "sbom-diff-removed", one)),
    ...added.map((one) => line("+", nameOf(one), "sbom-diff-added", one)),
    ...changed.map((one) => line("~", describeChange(one), "sbom-diff-changed", one.after)),
    ...edges.removed.map((edge) => edgeLine("-", edge)),
    ...edges.added.map((edge) => edgeLine("+", edge)),
    ...partLines("service", services),
    ...partLines("vulnerability", vulnerabilities),
  ];
}

/** All lines and a summary. */
export function describeDiff(diff: SbomDiff, paint: Paint): string {
  const color = { "-": "red", "+": "green", "~": "yellow" } as const;
  return [
    ...linesOfDiff(diff).map(({ sign, text }) => paint(color[sign], `${sign} ${text}`)),
    ...diff.others.map((name) => paint("yellow", `~ ${escapeControls(name)}: different, not compared in detail`)),
    ...diff.notCompared.map((matter) => paint("dim", `not compared: ${matter}`)),
    summaryOf(diff),
  ].join("\n");
}

function summaryOf({ added, removed, changed, unchangedCount, subject, edges, services, vulnerabilities }: SbomDiff) {
  const parts = ({ added: came, removed: went, changed: other }: PartsDiff) => came.length + went.length + other.length;
  const more: readonly (readonly [number, string, string])[] = [
    [edges.added.length, "dependency added", "dependencies added"],
    [edges.removed.length, "dependency removed", "dependencies removed"],
    [parts(services), "service different", "services different"],
    [parts(vulnerabilities), "vulnerability different", "vulnerabilities different"],
  ];
  return [
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchangedCount} the same`,
    ...(subject === undefined ? [] : ["subject changed"]),
    ...more.flatMap(([count, one, several]) => (count === 0 ? [] : `${count} ${count === 1 ? one : several}`)),
  ].join("; ");
}

function line(sign: DiffLine["sign"], text: string, ruleId: string, { pointer }: ComparedComponent): DiffLine {
  return { sign, text, ruleId, pointer };
}

function subjectLine({ before, after, ...more }: NonNullable<SbomDiff["subject"]>): DiffLine {
  const changes = "changes" in more ? more.changes : undefined;
  const facts = { ruleId: "sbom-diff-subject", pointer: after?.pointer ?? "" };
  if (before === undefined || after === undefined || changes === undefined) {
    const names = [before, after].map((one) => (one === undefined ? "none" : nameOf(one)));
    return { sign: "~", text: `subject: ${names.join(" → ")}`, ...facts };
  }
  const isRenamed = before.name !== after.name || (before.group ?? "") !== (after.group ?? "");
  const text = isRenamed ? `${nameOf(before)} → ${nameOf(after)}` : describeChange({ before, after, changes });
  return { sign: "~", text: `subject ${text}`, ...facts };
}

function edgeLine(sign: "+" | "-", { source, target }: ComparedEdge): DiffLine {
  const from = source === undefined ? "the subject" : nameOf(source);
  const ruleId = sign === "+" ? "sbom-diff-dependency-added" : "sbom-diff-dependency-removed";
  return line(sign, `${from} needs ${nameOf(target)}`, ruleId, source ?? target);
}

function partLines(kind: "service" | "vulnerability", { added, removed, changed }: PartsDiff): readonly DiffLine[] {
  const lines = (sign: DiffLine["sign"], parts: readonly NamedPart[]) =>
    parts.map(({ name, pointer }) => ({
      sign,
      text: `${kind} ${escapeControls(name)}`,
      ruleId: `sbom-diff-${kind}`,
      pointer,
    }));
  return [...lines("-", removed), ...lines("+", added), ...lines("~", changed)];
}

function describeChange({ before, after, changes }: ChangedComponent): string {
  const parts = changes.map((kind) => {
    switch (kind) {
      case "version":
        return `version ${before.version ?? "none"} → ${after.version ?? "none"}`;
      case "license":
        return `license ${listOf(before.licenses)} → ${listOf(after.licenses)}`;
      case "identifier":
        return `package URL ${before.purl ?? "none"} → ${after.purl ?? "none"}`;
      case "supplier":
        return `supplier ${before.supplier ?? "none"} → ${after.supplier ?? "none"}`;
      case "hash":
        // A new version has another hash; the same version with another hash deserves a look.
        return changes.includes("version") ? "hash" : "hash of the same version";
    }
  });
  const { version: _version, ...unversioned } = after;
  return escapeControls(`${nameOf(unversioned)}: ${parts.join(", ")}`);
}

function nameOf({ group, name, version }: Pick<ComparedComponent, "group" | "name" | "version">): string {
  const whole = group === undefined || group === "" ? name : `${group}/${name}`;
  return escapeControls(version === undefined ? whole : `${whole} ${version}`);
}

function listOf(licenses: readonly string[]): string {
  return licenses.length === 0 ? "none" : licenses.join(", ");
}
