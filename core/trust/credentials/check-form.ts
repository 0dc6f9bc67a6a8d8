/** Whether a JSON object is a credential of the W3C VC Data Model 2.0 (§4), as far as a verifier relies on it. */
import { asList, idOf, isJsonObject, type JsonObject } from "./json-value.ts";
import { parseDateTime } from "./xsd-date-time.ts";

const BASE_CONTEXT = "https://www.w3.org/ns/credentials/v2";

/** What is wrong with the form, each a sentence with actual and expected; empty when nothing is. */
export function checkForm(credential: JsonObject): readonly string[] {
  return [
    ...checkContext(credential["@context"]),
    ...checkTypes(credential["type"]),
    ...checkIdentity(credential),
    ...checkPeriod(credential),
    ...checkSubjects(credential["credentialSubject"]),
    ...checkStatuses(credential["credentialStatus"]),
    ...checkTyped(credential),
    ...checkTexts("", credential),
    ...(isJsonObject(credential["issuer"]) ? checkTexts("issuer.", credential["issuer"]) : []),
  ];
}

/** What is wrong with the contexts of a credential or presentation. */
export function checkContext(context: unknown): readonly string[] {
  const [first, ...others] = Array.isArray(context) ? (context as unknown[]) : [];
  if (first !== BASE_CONTEXT) return [`\`@context\` must be a list that begins with \`${BASE_CONTEXT}\`.`];
  return others.every((entry) => isUrl(entry) || isJsonObject(entry))
    ? []
    : ["Every entry of `@context` must be a URL or an object."];
}

function checkTypes(type: unknown): readonly string[] {
  const types = asList(type);
  if (!types.includes("VerifiableCredential")) return ["`type` must include `VerifiableCredential`."];
  return types.every((entry) => typeof entry === "string" && entry !== "") ? [] : ["Every `type` must be a text."];
}

function checkIdentity({ id, issuer }: JsonObject): readonly string[] {
  return [
    ...(id === undefined || isUrl(id) ? [] : ["`id` must be one URL."]),
    ...(isUrl(idOf(issuer)) ? [] : ["`issuer` must be a URL or an object with a URL as `id`."]),
  ];
}

function checkPeriod({ validFrom, validUntil }: JsonObject): readonly string[] {
  const faults = Object.entries({ validFrom, validUntil }).flatMap(([name, value]) =>
    value === undefined || parseDateTime(value) !== undefined
      ? []
      : [`\`${name}\` must be a date and time with a zone, such as \`2026-07-01T00:00:00Z\`.`],
  );
  const [from, until] = [parseDateTime(validFrom), parseDateTime(validUntil)];
  return from !== undefined && until !== undefined && until < from
    ? [...faults, "`validUntil` must not be before `validFrom`."]
    : faults;
}

function checkSubjects(subject: unknown): readonly string[] {
  const subjects = asList(subject);
  const isGood = (entry: unknown) => isJsonObject(entry) && Object.keys(entry).length > 0;
  if (subjects.length === 0 || !subjects.every(isGood)) {
    return ["`credentialSubject` must be an object that says something, or a list of such objects."];
  }
  const place = findVagueId(subjects, "credentialSubject");
  return place === undefined ? [] : [`\`${place}\` must be one URL.`];
}

/** Who or what is spoken of, however deep: one name each (§4.4). JSON Schemas, which are data, have ids of their own. */
function findVagueId(value: unknown, path: string): string | undefined {
  if (Array.isArray(value)) {
    return value.map((entry) => findVagueId(entry, path)).find((place) => place !== undefined);
  }
  if (!isJsonObject(value)) return undefined;
  if (value["id"] !== undefined && !isUrl(value["id"])) return `${path}.id`;
  return Object.entries(value)
    .filter(([name]) => name !== "jsonSchema")
    .map(([name, member]) => findVagueId(member, `${path}.${name}`))
    .find((place) => place !== undefined);
}

function checkStatuses(status: unknown): readonly string[] {
  const isGood = (entry: unknown) =>
    isJsonObject(entry) && typeof entry["type"] === "string" && (entry["id"] === undefined || isUrl(entry["id"]));
  return asList(status).every(isGood)
    ? []
    : ["Every `credentialStatus` must have a `type`, and a URL where it has an `id`."];
}

/** Members whose values say by their type what they mean (§4.10 to §5.5). */
function checkTyped(credential: JsonObject): readonly string[] {
  return ["credentialSchema", "evidence", "refreshService", "termsOfUse"].flatMap((name) => {
    const isGood = (entry: unknown) => isJsonObject(entry) && asList(entry["type"]).length > 0;
    if (!asList(credential[name]).every(isGood)) return [`Every \`${name}\` must be an object with a \`type\`.`];
    const place = findVagueId(credential[name], name);
    if (place !== undefined) return [`\`${place}\` must be one URL.`];
    const ids = name === "credentialSchema" ? asList(credential[name]).filter(isJsonObject) : [];
    return ids.every(({ id }) => isUrl(id)) ? [] : ["Every `credentialSchema` must have a URL as `id`."];
  });
}

/** Texts may say their language and direction, and nothing else (§11.1). */
function checkTexts(prefix: string, holder: JsonObject): readonly string[] {
  const isText = (value: unknown) =>
    typeof value === "string" ||
    (isJsonObject(value) &&
      typeof value["@value"] === "string" &&
      Object.keys(value).every((key) => key === "@value" || key === "@language" || key === "@direction"));
  return ["name", "description"]
    .filter((name) => !asList(holder[name]).every(isText))
    .map(
      (name) => `\`${prefix}${name}\` must be a text, or one with \`@value\`, \`@language\` and \`@direction\` alone.`,
    );
}

/** URNs and DIDs are URLs too; a relative reference is not. */
function isUrl(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value) && URL.canParse(value);
}
