/**
 * The formats that our schemas and the CycloneDX ones name, as predicates in linear time; bundled into the generated
 * validators. An unknown format fails the build.
 */

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** RFC 3339 `full-date` that exists in the calendar. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !isLeap ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** RFC 3339 `full-time`; second 60 is a leap second, which only ends a day in UTC. */
function isTime(text: string): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):?(\d\d))$/i.exec(text);
  if (match === null) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const sign = match[4] === "-" ? 1 : -1;
  const minuteOfDay = (hour * 60 + minute + sign * (offsetHour * 60 + offsetMinute) + 2880) % 1440;
  return second === 60 && minuteOfDay === 1439;
}

/** RFC 3339 `date-time`. */
function isDateTime(text: string): boolean {
  const separator = text[10];
  if (separator !== "T" && separator !== "t" && separator !== " ") return false;
  return isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** RFC 3986 URI: a scheme and characters that a URI may have. */
function isUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(text) && !/%(?![\da-f]{2})/i.test(text);
}

/** RFC 6531 mailbox, reduced to what tells an address from something else: one `@`, no blank, a domain with labels. */
function isInternationalEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || domain.length > 253) return false;
  const isLocal =
    /^"[^"\\\p{Cc}]+"$/u.test(local) || (/^[^\s"(),:;<>@[\\\]\p{Cc}]+$/u.test(local) && !/^\.|\.\.|\.$/.test(local));
  return (
    isLocal &&
    domain.split(".").every((label) => /^[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u.test(label))
  );
}

/**
 * RFC 3987. Every implementation at hand refuses some official CycloneDX examples, and the library that owns the schemas
 * switches the check off; we look at links when we show them.
 */
function isAnyReference(_text: string): boolean {
  return true;
}

/** RFC 9562 UUID in any case. */
function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);
}

export const formats = {
  date: isDate,
  "date-time": isDateTime,
  email: (text: string): boolean => isInternationalEmail(text) && !/[^\0-\x7f]/.test(text),
  "idn-email": isInternationalEmail,
  iri: (text: string): boolean => /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(text),
  "iri-reference": isAnyReference,
  uri: isUri,
  "uri-reference": (text: string): boolean => !/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/.test(text),
  uuid: isUuid,
  // CycloneDX 1.2 writes `"format": "string"`, which means nothing.
  string: isAnyReference,
} as const satisfies Record<string, (text: string) => boolean>;
