import { problemResponse } from "../../http/problem.ts";

/** 429 with the seconds to wait; `advice` ends before "again in … seconds". */
export function tooManyRequests(waitSeconds: number, advice: string): Response {
  const detail = `Too many requests from your address. ${advice} again in ${waitSeconds} seconds.`;
  return problemResponse(
    { status: 429, title: "Too many requests", detail, extensions: { retryAfterSeconds: waitSeconds } },
    { "retry-after": String(waitSeconds), "access-control-allow-origin": "*" },
  );
}
