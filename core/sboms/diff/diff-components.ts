import type { CycloneDxHash } from "../formats/cyclonedx/cyclonedx.ts";
import type { SbomComponent } from "../view/list-components.ts";
import { comparableLicense } from "../licenses/comparable-license.ts";
import { formatPurl } from "../purl/format-purl.ts";
import { canonicalPurl, parsePurl } from "../purl/parse-purl.ts";

/** What of a component is compared. */
export interface ComparedComponent extends Omit<SbomComponent, "bomRef" | "parentPointer"> {
  /** Who delivers it, where that is known. */
  readonly supplier?: string;
}

/** What can change of a component that stays; `identifier` is its package URL but for the version: architecture, repository. */
export const COMPONENT_CHANGE_KINDS = ["version", "license", "hash", "identifier", "supplier"] as const;
export type ComponentChangeKind = (typeof COMPONENT_CHANGE_KINDS)[number];

/** A component that is in both, but not the same. */
export interface ChangedComponent {
  readonly before: ComparedComponent;
  readonly after: ComparedComponent;
  readonly changes: readonly ComponentChangeKind[];
}

/** What changed between two lists of components. */
export interface ComponentsDiff {
  /** In the order of the later list, as the changed ones. */
  readonly added: readonly ComparedComponent[];
  /** In the order of the earlier list. */
  readonly removed: readonly ComparedComponent[];
  readonly changed: readonly ChangedComponent[];
  readonly unchangedCount: number;
}

/** Names of a component in our own spelling; those by package URL only where it has one. */
interface Names {
  /** With the version. */
  readonly exact: string;
  /** The package URL without its version. */
  readonly unversioned?: string;
  /** The package URL without version and qualifiers. */
  readonly base?: string;
  /** Group and name. */
  readonly plain: string;
}

type NameReader = (candidate: Candidate) => string | undefined;
const anyPlain: NameReader = ({ names }) => names.plain;
/** "core" of npm is not "core" of Maven, so plain names count only where one side has no package URL. */
const plainWithoutPurl: NameReader = ({ names: { plain, base } }) => (base === undefined ? plain : undefined);

/** How earlier and later components are matched, the most certain way first. */
const TIERS: readonly (readonly [earlier: NameReader, later: NameReader])[] = [
  [asWritten, asWritten],
  [({ names }) => names.exact, ({ names }) => names.exact],
  [({ names }) => names.unversioned, ({ names }) => names.unversioned],
  [({ names }) => names.base, ({ names }) => names.base],
  [plainWithoutPurl, plainWithoutPurl],
  [anyPlain, plainWithoutPurl],
  [plainWithoutPurl, anyPlain],
];

/** A component that looks for its partner. Most find it as they are written, so names are made when first asked for. */
class Candidate {
  readonly component: ComparedComponent;
  partner: Candidate | undefined;
  #names: Names | undefined;

  constructor(component: ComparedComponent) {
    this.component = component;
  }

  get names(): Names {
    return (this.#names ??= namesOf(this.component));
  }
}

/** Two lists, each component with its partner in the other. */
interface Matching {
  readonly earlier: readonly Candidate[];
  readonly later: readonly Candidate[];
}

/**
 * Finds the partners of components. They are matched by the whole package URL first, then without its version, then without its
 * qualifiers, at last by group and name; each of several equals is matched once, in order of the documents. Linear in the number of components.
 */
export function matchComponents(before: readonly ComparedComponent[], after: readonly ComparedComponent[]): Matching {
  const earlier = before.map((component) => new Candidate(component));
  const later = after.map((component) => new Candidate(component));
  for (const [nameEarlier, nameLater] of TIERS) matchByName(earlier, later, nameEarlier, nameLater);
  return { earlier, later };
}

/** The earlier component of each later one that has one. */
export function partnersOf({ later }: Matching): ReadonlyMap<ComparedComponent, ComparedComponent> {
  const partners = new Map<ComparedComponent, ComparedComponent>();
  for (const { component, partner } of later) if (partner !== undefined) partners.set(component, partner.component);
  return partners;
}

/** Compares two lists of components. */
export function diffComponents(
  before: readonly ComparedComponent[],
  after: readonly ComparedComponent[],
  { earlier, later }: Matching = matchComponents(before, after),
): ComponentsDiff {
  const changed: ChangedComponent[] = [];
  let unchangedCount = 0;
  for (const { component, partner } of later) {
    if (partner === undefined) continue;
    const changes = changesOf(partner.component, component);
    if (changes.length === 0) unchangedCount += 1;
    else changed.push({ before: partner.component, after: component, changes });
  }
  return { added: unmatched(later), removed: unmatched(earlier), changed, unchangedCount };
}

function unmatched(candidates: readonly Candidate[]): readonly ComparedComponent[] {
  return candidates.filter(({ partner }) => partner === undefined).map(({ component }) => component);
}

function asWritten({ component: { purl, group = "", name, version = "" } }: Candidate): string {
  return purl ?? [group, name, version].join("\n");
}

function namesOf({ group, name, version = "", purl }: ComparedComponent): Names {
  const plain = group === undefined || group === "" ? name : `${group}/${name}`;
  const parsed = purl === undefined ? undefined : parsePurl(purl);
  if (parsed?.ok !== true) return { exact: [plain, version].join("\n"), plain };
  const { type, namespace = "", qualifiers, subpath = "" } = parsed.value;
  // Line feeds keep the parts apart; whatever is decoded from a purl is compared, never shown.
  const base = ["pkg", type, namespace, parsed.value.name, subpath].join("\n");
  const unversioned =
    qualifiers.size === 0
      ? base
      : [base, ...[...qualifiers].map(([key, value]) => `${key}=${value}`).sort()].join("\n");
  return { exact: [unversioned, parsed.value.version ?? ""].join("\n@"), unversioned, base, plain };
}

function matchByName(
  earlier: readonly Candidate[],
  later: readonly Candidate[],
  nameEarlier: NameReader,
  nameLater: NameReader,
): void {
  const open = new Map<string, { readonly candidates: Candidate[]; next: number }>();
  for (const candidate of earlier) {
    const name = candidate.partner === undefined ? nameEarlier(candidate) : undefined;
    if (name === undefined) continue;
    const queue = open.get(name);
    if (queue === undefined) open.set(name, { candidates: [candidate], next: 0 });
    else queue.candidates.push(candidate);
  }
  if (open.size === 0) return;
  for (const candidate of later) {
    const name = candidate.partner === undefined ? nameLater(candidate) : undefined;
    const queue = name === undefined ? undefined : open.get(name);
    const partner = queue?.candidates[queue.next];
    if (queue === undefined || partner === undefined) continue;
    queue.next += 1;
    candidate.partner = partner;
    partner.partner = candidate;
  }
}

/** What changed of one component. */
export function changesOf(before: ComparedComponent, after: ComparedComponent): readonly ComponentChangeKind[] {
  const changes: ComponentChangeKind[] = [];
  if ((before.version ?? "") !== (after.version ?? "")) changes.push("version");
  if (haveLicensesChanged(before.licenses, after.licenses)) changes.push("license");
  if (haveHashesChanged(before.hashes, after.hashes)) changes.push("hash");
  if (hasIdentifierChanged(before.purl, after.purl)) changes.push("identifier");
  if (before.supplier !== after.supplier) changes.push("supplier");
  return changes;
}

/** Most lists are equal as written; others may still mean the same. */
function haveLicensesChanged(before: readonly string[], after: readonly string[]): boolean {
  if (before.length === after.length && before.every((license, index) => license === after[index])) return false;
  return joinSorted(before.map(comparableLicense)) !== joinSorted(after.map(comparableLicense));
}

/** Whether two package URLs differ in more than their versions. */
function hasIdentifierChanged(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined || before === after) return false;
  return withoutVersion(before) !== withoutVersion(after);
}

/** What is no package URL is compared as it is written. */
function withoutVersion(purl: string): string {
  const parsed = parsePurl(purl);
  if (!parsed.ok) {
    const canonical = canonicalPurl(purl);
    return canonical.ok ? withoutVersion(canonical.value) : purl;
  }
  const { version: _version, ...rest } = parsed.value;
  return formatPurl(rest);
}

function joinSorted(texts: readonly string[]): string {
  return [...new Set(texts)].sort().join("\n");
}

/** Whether an algorithm that both give has other digits; hashes of other algorithms say nothing. */
function haveHashesChanged(before: readonly CycloneDxHash[], after: readonly CycloneDxHash[]): boolean {
  if (before.length === 0 || after.length === 0) return false;
  const known = new Map(before.map(({ alg, content }) => [alg, content.toLowerCase()]));
  return after.some(({ alg, content }) => (known.get(alg) ?? content.toLowerCase()) !== content.toLowerCase());
}
