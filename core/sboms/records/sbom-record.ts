import type { Finding, Severity } from "#core/base/finding.ts";

import type { SbomComponent } from "../view/list-components.ts";
import { componentsOfContent, identityOfContent, subjectOfContent, type SbomContent } from "../view/sbom-content.ts";
import type { SbomFormat } from "../checking/sbom-format.ts";

/** What is known of a published SBOM without reading its bytes again. */
export interface SbomRecord {
  /** The first hexadecimal digits of the SHA-256, 16 of them unless that is taken. */
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly format: SbomFormat;
  /** CycloneDX's serial number, SPDX's document namespace. */
  readonly serialNumber?: string;
  /** Version of the document under its serial number. */
  readonly version?: number;
  /** What the SBOM is about, as it says itself. */
  readonly subject?: SbomSubject;
  /** When the SBOM says it was made; RFC 3339. */
  readonly madeAt?: string;
  readonly componentCount: number;
  readonly uploadedAt: Date;
  /** Subject of the account that uploaded it, of several the first that is left. */
  readonly uploadedBy: string;
  /** Subjects of all accounts that publish these bytes, the first one first. */
  readonly publishers: readonly string[];
  /** All its publishers are for demonstration. */
  readonly isDemo: boolean;
  readonly findingCounts: Readonly<Record<Severity, number>>;
}

/** The product that an SBOM describes. */
export interface SbomSubject {
  /** What the document calls it: `bom-ref`, `SPDXID`, `spdxId`. */
  readonly bomRef?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
}

/** A component as it is stored and shown; long texts are cut. */
export interface ComponentRecord extends Omit<SbomComponent, "parentPointer"> {
  /** Place in the document's order, from 0. */
  readonly number: number;
}

/** A record with what only the page of one SBOM needs. */
export interface SbomDetail extends SbomRecord {
  readonly findings: readonly Finding[];
}

/** Longest text of a member that is indexed, in UTF-16 code units; the original bytes keep the rest. */
const MAX_TEXT_LENGTH = 500;
/** Licenses and hashes that are indexed per component. */
const MAX_LIST_LENGTH = 20;

/** What a document says about itself. */
export function describeContent(
  content: SbomContent,
): Pick<SbomRecord, "serialNumber" | "version" | "subject" | "madeAt"> {
  const described = subjectOfContent(content);
  const subject = described === undefined ? subjectByName(content) : describeSubject(described);
  const { serialNumber, version, madeAt } = identityOfContent(content);
  return {
    ...(serialNumber === undefined ? {} : { serialNumber: clip(serialNumber) }),
    ...(version === undefined ? {} : { version }),
    ...(subject === undefined ? {} : { subject }),
    ...(madeAt === undefined ? {} : { madeAt: clip(madeAt) }),
  };
}

/** All components of a document as they are stored. */
export function recordComponents(content: SbomContent): readonly ComponentRecord[] {
  return componentsOfContent(content).map((component, number) => ({
    number,
    pointer: component.pointer,
    ...(component.bomRef === undefined ? {} : { bomRef: clip(component.bomRef) }),
    type: clip(component.type),
    ...(component.group === undefined ? {} : { group: clip(component.group) }),
    name: clip(component.name),
    ...(component.version === undefined ? {} : { version: clip(component.version) }),
    ...(component.purl === undefined ? {} : { purl: clip(component.purl) }),
    licenses: component.licenses.slice(0, MAX_LIST_LENGTH).map(clip),
    hashes: component.hashes
      .slice(0, MAX_LIST_LENGTH)
      .map(({ alg, content }) => ({ alg: clip(alg), content: clip(content) })),
  }));
}

/** SPDX documents that describe several packages have at least a name. */
function subjectByName(content: SbomContent): SbomSubject | undefined {
  return content.kind === "SPDX" && content.document.name !== "" ? { name: clip(content.document.name) } : undefined;
}

function describeSubject({ bomRef, group, name, version, purl }: SbomComponent): SbomSubject {
  return {
    ...(bomRef === undefined ? {} : { bomRef: clip(bomRef) }),
    name: clip(group === undefined || group === "" ? name : `${group}/${name}`),
    ...(version === undefined ? {} : { version: clip(version) }),
    ...(purl === undefined ? {} : { purl: clip(purl) }),
  };
}

/** Cuts, and takes out what a database stumbles over: zero bytes and lone surrogates. */
function clip(text: string): string {
  const cut = text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH - 1)}…` : text;
  return cut.replaceAll("\0", "\uFFFD").toWellFormed();
}
