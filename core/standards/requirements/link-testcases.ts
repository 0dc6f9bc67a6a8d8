/** Which test cases check which requirement of a document, as far as the addresses and names say so. */
import { findKeyWords } from "./key-words.ts";
import type { NormativeSentence } from "./normative-sentence.ts";

/** A test case as a scope describes it. */
export interface CheckingTestcase {
  readonly id: string;
  /** The document and section that describe it: `/standards/<document id>#<anchor>` at any host. */
  readonly url?: string | undefined;
  /** Ids of the documents whose modules demand it. */
  readonly documentIds: readonly string[];
}

/** A heading of the document in order; enough to know what is inside what. */
export interface SectionHeading {
  readonly depth: number;
  readonly id: string;
}

/** What is known about the tests of a document. */
export interface TestLinks<Testcase extends CheckingTestcase> {
  /** The test cases of each requirement, in the order of the requirements. */
  readonly ofRequirement: readonly (readonly Testcase[])[];
  /** Test cases of the document that point at no requirement. */
  readonly unlinked: readonly Testcase[];
}

const DOCUMENT_ADDRESS = /^(?:https?:\/\/[^/?#]+)?\/standards\/([^/?#]+)\/?(?:#(.+))?$/;
const NUMBER = /^([a-z][a-z0-9]*-\d{4})-/;
/** Shorter names are words of the language. */
const MIN_NAME_LENGTH = 4;

/**
 * Links test cases to requirements by either sign: the test case's address is a section that holds the requirement, or
 * its id names what the requirement is about (`scs-0102-prop-hw_disk_bus` and `` `hw_disk_bus` MUST be set ``).
 */
export function linkTestcases<Testcase extends CheckingTestcase>(
  document: { readonly documentId: string; readonly headings: readonly SectionHeading[] },
  requirements: readonly Pick<NormativeSentence, "text" | "details" | "section">[],
  testcases: readonly Testcase[],
): TestLinks<Testcase> {
  const own = testcases.filter((testcase) => belongsTo(testcase, document.documentId));
  const around = enclosingSections(document.headings);
  const linked = new Set<Testcase>();
  const ofRequirement = requirements.map((requirement) => {
    const sections = around.get(requirement.section ?? "") ?? [];
    const names = codeNames(requirement);
    const found = own.filter(
      (testcase) =>
        isInSection(testcase, document.documentId, sections) || names.some((name) => isNamedBy(testcase, name)),
    );
    for (const testcase of found) linked.add(testcase);
    return found;
  });
  return { ofRequirement, unlinked: own.filter((testcase) => !linked.has(testcase)) };
}

/** By module where one is known; by the number in the id where none names a document. */
function belongsTo(testcase: CheckingTestcase, documentId: string): boolean {
  if (testcase.documentIds.length > 0) return testcase.documentIds.includes(documentId);
  const number = NUMBER.exec(testcase.id)?.[1];
  return number !== undefined && number === NUMBER.exec(documentId)?.[1];
}

function isInSection({ url = "" }: CheckingTestcase, documentId: string, sections: readonly string[]): boolean {
  const [, document, anchor] = DOCUMENT_ADDRESS.exec(url) ?? [];
  return document === documentId && anchor !== undefined && sections.includes(anchor);
}

/** The name stands in the id between hyphens or at its end. */
function isNamedBy({ id }: CheckingTestcase, name: string): boolean {
  const rest = id.replace(NUMBER, "-").toLowerCase();
  return `${rest}-`.includes(`-${name}-`);
}

/**
 * The names in backticks that a requirement is about: those before its first key word, which is where the subject of the
 * sentence stands, and those that it lists behind a colon. Others are only mentioned.
 */
function codeNames({ text, details = "" }: Pick<NormativeSentence, "text" | "details">): string[] {
  const [keyWord] = findKeyWords(text);
  const subject = text.slice(0, keyWord?.start ?? 0);
  const listed = text
    .slice(keyWord?.end ?? 0)
    .split(/:\s/)
    .slice(1);
  const quoted = [...[subject, ...listed, details].join(" ").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  return quoted
    .map((name) => name.toLowerCase())
    .filter((name) => name.length >= MIN_NAME_LENGTH && /^[a-z][\w-]*$/.test(name));
}

/** For every section its own anchor and those of the sections around it. */
function enclosingSections(headings: readonly SectionHeading[]): ReadonlyMap<string, readonly string[]> {
  const open: SectionHeading[] = [];
  const around = new Map<string, readonly string[]>();
  for (const heading of headings) {
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    open.push(heading);
    around.set(
      heading.id,
      open.map(({ id }) => id),
    );
  }
  return around;
}
