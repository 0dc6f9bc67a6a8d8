import { hasShape, record, text } from "#core/base/stored/shape.ts";
import { failure, success, type Result } from "#core/base/result.ts";
import { UTC_CALENDAR } from "#core/base/time/calendar.ts";
import { instantOf, parseTimestamp } from "#core/base/time/timestamp.ts";

import { bodyTooLarge, readBody } from "../http/body.ts";
import { problemResponse } from "../http/problem.ts";

const MAX_ACTIVATION_BYTES = 1_000;

/**
 * Reads the body of an activation: empty for now, or `{"at": "2024-03-01T00:00:00Z"}` for a state of the past. The failure
 * is the answer to send.
 */
export async function readActivation(
  request: Request,
  now: Date,
): Promise<Result<{ readonly at: Date | undefined }, Response>> {
  const body = await readBody(request, MAX_ACTIVATION_BYTES);
  if (!body.ok) return failure(bodyTooLarge(body.failure, 'Send nothing, or {"at": "2024-03-01T00:00:00Z"}.'));
  const sent = new TextDecoder().decode(body.value).trim();
  if (sent === "") return success({ at: undefined });
  const timestamp = readAt(sent);
  if (timestamp === undefined) {
    const detail = 'The body is empty, or {"at": "2024-03-01T00:00:00Z"}: an instant with date, time and offset.';
    return failure(problemResponse({ status: 422, title: "Not an activation", detail }));
  }
  const at = instantOf(timestamp);
  if (at <= now) return success({ at });
  const detail = `\`${at.toISOString()}\` lies in the future. A state is published now, or imported at an instant of the past.`;
  return failure(problemResponse({ status: 422, title: "Not in the past", detail }));
}

function readAt(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const at = hasShape(record({ at: text }), value) ? value.at : "";
    // Without an offset the text would mean another instant for every reader.
    if (!/^[^T]*T.*(?:Z|[+-]\d\d:\d\d)$/.test(at)) return undefined;
    return parseTimestamp(at, UTC_CALENDAR);
  } catch {
    return undefined;
  }
}
