import { valueAt } from "#core/base/json/json-pointer.ts";

import type { CycloneDxLicenseChoice } from "./cyclonedx.ts";
import { allLicenseIds, findLicense } from "../../licenses/listed-ids.ts";
import { isNoneOrNoAssertion, parseLicenseExpression } from "../../licenses/parse-license-expression.ts";
import type { PointedRepair } from "../../checking/pointed-repair.ts";
import { quoteValue } from "../../checking/quote-value.ts";
import type { CycloneDxVersion } from "../../checking/sbom-format.ts";
import type { Suggest } from "../../checking/suggest-value.ts";

/** What is wrong with a list of licenses, and what to write instead. */
export interface LicensesAdvice {
  readonly message: string;
  readonly repair: PointedRepair;
}

/** A license of a list, as it was meant. */
interface MeantLicense {
  readonly text: string;
  readonly form: "id" | "expression" | "name";
  readonly acknowledgement: string | undefined;
  /** As it stands there, with what else is said of it. */
  readonly written: CycloneDxLicenseChoice;
  /** The schema would not accept it alone. */
  readonly isWrong: boolean;
}

const LISTED = allLicenseIds();

/** Versions in which an expression may stand beside other licenses. */
const MIXING = new Set<CycloneDxVersion>(["1.2", "1.3", "1.4", "1.7"]);

/** JSON pointer of the list of licenses in which a place lies. */
export function licensesAround(pointer: string): string | undefined {
  const start = pointer.lastIndexOf("/licenses/");
  return start < 0 ? undefined : pointer.slice(0, start + "/licenses".length);
}

/**
 * The two mistakes that most invalid CycloneDX documents are made of: an expression, or a word that is no license, as `license.id`; and
 * an expression beside other licenses where the version allows it only alone. Undefined where something else is wrong.
 */
export function adviseLicenses(
  document: unknown,
  pointer: string,
  version: CycloneDxVersion,
  suggest: Suggest,
): LicensesAdvice | undefined {
  const list = valueAt(document, pointer);
  if (!Array.isArray(list)) return undefined;
  const meant = list.map((one: unknown) => readMeant(one, suggest));
  const licenses = meant.flatMap((one) => one ?? []);
  if (licenses.length === 0 || licenses.length < meant.length) return undefined;
  const wrong = licenses.find(({ isWrong }) => isWrong);
  const isMixed = !MIXING.has(version) && list.length > 1 && list.some((one) => hasExpression(one));
  if (wrong === undefined && !isMixed) return undefined;
  const value = writeLicenses(licenses, MIXING.has(version));
  const description = `Write \`licenses\` as ${quoteValue(JSON.stringify(value))}`;
  return { message: wordAdvice(wrong, isMixed, list.length, version), repair: { kind: "replace", description, value } };
}

function wordAdvice(
  wrong: MeantLicense | undefined,
  isMixed: boolean,
  count: number,
  version: CycloneDxVersion,
): string {
  const alone = `CycloneDX ${version} allows one \`expression\` alone, or several \`license\``;
  if (wrong === undefined)
    return `An \`expression\` stands among ${count} licenses; ${alone}, expected one expression for all`;
  const hint = isMixed || count > 1 ? ` (${alone})` : "";
  if (wrong.form === "expression") {
    return `\`license.id\` holds the expression ${quoteValue(wrong.text)}, expected \`expression\`${hint}`;
  }
  if (wrong.written.license?.id === undefined) {
    return `The license has an address and neither \`id\` nor \`name\`, expected one of them beside \`url\``;
  }
  return isNoneOrNoAssertion(wrong.text)
    ? `\`license.id\` is ${quoteValue(wrong.text)}, which is no license of the SPDX list; say nothing, or write it as \`license.name\``
    : `\`license.id\` is ${quoteValue(wrong.text)}, which is not on the SPDX list, expected \`license.name\` for other licenses`;
}

function readMeant(one: unknown, suggest: Suggest): MeantLicense | undefined {
  if (typeof one !== "object" || one === null) return undefined;
  const written = one as CycloneDxLicenseChoice;
  const { license, expression } = written;
  const said = { acknowledgement: written.acknowledgement ?? license?.acknowledgement, written };
  if (typeof expression === "string") return { text: expression, form: "expression", isWrong: false, ...said };
  if (typeof license?.id === "string") {
    const form = formOfId(license.id, suggest);
    return { text: license.id, form, isWrong: form !== "id", ...said };
  }
  if (typeof license?.name === "string") return { text: license.name, form: "name", isWrong: false, ...said };
  // Some tools know only where the license can be read.
  return typeof license?.url === "string" ? { text: license.url, form: "name", isWrong: true, ...said } : undefined;
}

/** What an id is in truth; one that is only misspelled is an id. */
function formOfId(id: string, suggest: Suggest): MeantLicense["form"] {
  if (isNoneOrNoAssertion(id)) return "name";
  if (findLicense(id) !== undefined || suggest(id, LISTED) !== undefined) return "id";
  const parsed = parseLicenseExpression(id);
  const isExpression = parsed.ok && parsed.value.terms.every(({ kind }) => kind !== "unknown");
  return isExpression ? "expression" : "name";
}

function hasExpression(one: unknown): boolean {
  return typeof one === "object" && one !== null && "expression" in one;
}

/** The same licenses as the format wants them. */
function writeLicenses(licenses: readonly MeantLicense[], mayMix: boolean): readonly CycloneDxLicenseChoice[] {
  const said = licenses.filter(({ text }) => !isNoneOrNoAssertion(text));
  const kept = said.length === 0 ? licenses.slice(0, 1) : said;
  const [first, ...others] = kept;
  if (first === undefined) return [];
  if (mayMix || others.length === 0 || kept.every(({ form }) => form !== "expression")) return kept.map(writeLicense);
  const isJoinable = kept.every(
    ({ text, acknowledgement }) => acknowledgement === first.acknowledgement && parseLicenseExpression(text).ok,
  );
  // Names say the same in a list without claiming how its members belong together.
  if (!isJoinable) return kept.map((one) => (one.form === "expression" ? writeAlone(one) : writeLicense(one)));
  const texts = [...new Set(kept.map(({ text }) => text))];
  const joined = texts.length === 1 ? texts : texts.map((text) => (/\sor\s/i.test(text) ? `(${text})` : text));
  return [writeLicense({ ...first, form: "expression", text: joined.join(" AND ") })];
}

/** An expression where none may stand: by its id if it is one, else by its words. */
function writeAlone(license: MeantLicense): CycloneDxLicenseChoice {
  const isId = findLicense(license.text)?.id === license.text;
  return writeLicense({ ...license, form: isId ? "id" : "name" });
}

function writeLicense({ text, form, acknowledgement, written, isWrong }: MeantLicense): CycloneDxLicenseChoice {
  if (form === "expression") return { expression: text, ...(acknowledgement === undefined ? {} : { acknowledgement }) };
  const isAsWritten = !isWrong && written.license !== undefined;
  if (isAsWritten) return written;
  const { id: _id, name: _name, ...more } = written.license ?? {};
  const said = acknowledgement === undefined || written.license !== undefined ? {} : { acknowledgement };
  return { license: form === "id" ? { id: text, ...more, ...said } : { name: text, ...more, ...said } };
}
