import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

import { checkSbom, LOCAL_LIMITS, type SbomCheck } from "#core/sboms/checking/check-sbom.ts";
import { mediaTypeOf } from "#core/sboms/checking/sbom-format.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { requestJson, RequestFailed, type Server } from "../../publishing/request-json.ts";
import { CannotRun, type ExitCode } from "../command.ts";
import { createPaint } from "../paint.ts";
import type { ProgressIo } from "../progress-line.ts";
import { addressFrom, serverFrom } from "../server-option.ts";
import { signBytes } from "../sign-bytes.ts";
import { expandSbomPaths } from "./expand-sbom-paths.ts";
import { readSbomFile } from "./read-sbom-file.ts";
import { describeCheck, isReportFormat, unknownFormat, writeReport, type ReportedFile } from "./report-sbom-checks.ts";
import { formatSize, showFileProgress } from "./show-file-progress.ts";

/** Smaller bodies gain nothing from compression. */
const MIN_GZIP_BYTES = 20_000;
/** The longest wait for a large document; the server says how it stands every second. */
const MAX_WAIT_IN_MS = 600_000;

/** What the server says of a published SBOM. */
interface Published {
  readonly id: string;
  readonly page: string;
  readonly sha256: string;
}

/** Where a large document stands. */
interface Progress {
  readonly upload: string;
  readonly state: "waiting" | "checking" | "done" | "failed";
  readonly sbom?: string;
  readonly page?: string;
  readonly problem?: { readonly title?: string; readonly detail?: string };
}

/** What became of one file. */
interface Outcome {
  readonly path: string;
  readonly state: "published" | "invalid" | "refused";
  readonly id?: string;
  readonly page?: string;
  readonly detail?: string;
}

interface Options {
  readonly server: Server;
  readonly key: string | undefined;
  readonly isStrict: boolean;
}

/**
 * `stele sbom publish FILE… --to URL`: checks each file, sends the valid ones, follows the progress of large ones. Exit code 0
 * when all are published, 1 when one is not valid or refused, 2 when one cannot be read or the server cannot be reached.
 */
export async function publishSbomFiles(args: readonly string[], io: ProgressIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: "string" },
      key: { type: "string" },
      strict: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      format: { type: "string", default: "pretty" },
    },
  });
  const format = values.json ? "json" : values.format;
  if (format !== "pretty" && format !== "json" && !isReportFormat(format)) throw unknownFormat(format);
  if (positionals.length === 0) throw new CannotRun("Name the SBOM files to publish, or `-` for standard input.");
  const { key, to, strict: isStrict } = values;
  // A signature by a registered key says who sends; a token is needed only without one.
  const hasToken = (io.env["STELE_TOKEN"] ?? "") !== "";
  const server: Server = key !== undefined && !hasToken ? { url: addressFrom(to) } : serverFrom(to, io);
  const names = await expandSbomPaths(positionals, io);
  const startedAt = io.now().getTime();
  const reported: ReportedFile[] = [];
  const outcomes: Outcome[] = [];
  let exitCode: ExitCode = 0;
  for (const [index, name] of names.entries()) {
    const read = await readSbomFile(name, io);
    if (!read.ok) {
      io.writeError(`stele: ${escapeControls(read.failure)}\n`);
      exitCode = 2;
      continue;
    }
    const path = name === "-" ? "stdin" : name;
    showFileProgress("Checking", { name: path, index, total: names.length, bytes: read.value }, io);
    const check = await checkSbom(read.value, { path, limits: LOCAL_LIMITS, isStrict });
    reported.push({ path, bytes: read.value, findings: check.findings });
    const outcome = await publishFile(path, read.value, check, { server, key, isStrict }, io);
    outcomes.push(outcome);
    if (outcome.state !== "published" && exitCode === 0) exitCode = 1;
    if (format === "pretty") io.writeOut(describeOutcome(outcome, check, server, io));
  }
  if (format === "json") io.writeOut(`${JSON.stringify(outcomes, null, 2)}\n`);
  else if (isReportFormat(format)) writeReport(format, reported, io.now().getTime() - startedAt, io);
  return exitCode;
}

/** Sends a valid document; the server's refusal of one file does not keep the others back. */
async function publishFile(
  path: string,
  bytes: Uint8Array,
  check: SbomCheck,
  options: Options,
  io: ProgressIo,
): Promise<Outcome> {
  if (!check.isValid) return { path, state: "invalid" };
  const { server, key } = options;
  const signature = key === undefined ? undefined : await signBytes(key, bytes, "sbom");
  const plain = signature === undefined ? bytes : Buffer.concat([Buffer.from(`${signature}&`), bytes]);
  const isZipped = plain.byteLength >= MIN_GZIP_BYTES;
  io.progress.log(`${path}: sending ${formatSize(bytes.byteLength)}`);
  try {
    const answer = await requestJson<Published | Progress>(server, {
      method: "POST",
      path: `/api/v1/sboms${options.isStrict ? "?strict=1" : ""}`,
      body: isZipped ? gzipSync(plain) : new Uint8Array(plain),
      contentType: signature === undefined ? mediaTypeOf(check.format) : "application/x-signed-json",
      ...(isZipped ? { headers: { "content-encoding": "gzip" } } : {}),
    });
    if (!("upload" in answer)) return { path, state: "published", id: answer.id, page: answer.page };
    return outcomeOf(path, await followProgress(answer, path, server, io));
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    // Without an answer there will be none for the next file either.
    if (error.status === undefined) throw new CannotRun(error.message);
    return { path, state: "refused", detail: error.message };
  }
}

/** Asks until a large document is done, and says every step once. */
async function followProgress(first: Progress, path: string, server: Server, io: ProgressIo): Promise<Progress> {
  const endsAt = io.now().getTime() + MAX_WAIT_IN_MS;
  let progress = first;
  let said = "";
  while (progress.state === "waiting" || progress.state === "checking") {
    if (progress.state !== said) io.progress.log(`${path}: ${progress.state}`);
    said = progress.state;
    if (io.now().getTime() > endsAt || io.signal.aborted) {
      throw new CannotRun(
        `\`${path}\` is not done yet; ask ${server.url}/api/v1/sboms/uploads/${progress.upload} later.`,
      );
    }
    await wait(1000);
    progress = await requestJson<Progress>(server, { method: "GET", path: `/api/v1/sboms/uploads/${first.upload}` });
  }
  return progress;
}

function outcomeOf(path: string, { state, sbom, page, problem }: Progress): Outcome {
  if (state !== "done") return { path, state: "refused", detail: problem?.detail ?? problem?.title ?? "not published" };
  const id = sbom?.split("/").at(-1);
  return { path, state: "published", ...(id === undefined ? {} : { id }), ...(page === undefined ? {} : { page }) };
}

function describeOutcome(
  { path, state, page = "", detail = "" }: Outcome,
  check: SbomCheck,
  server: Server,
  io: ProgressIo,
) {
  const paint = createPaint(io.color);
  const name = paint("bold", escapeControls(path));
  if (state === "invalid")
    return `${describeCheck({ path, check }, paint)}\n${name}: ${paint("red", "not published")}\n`;
  if (state === "refused") return `${name}: ${paint("red", "not published")}: ${escapeControls(detail)}\n`;
  return `${name}: ${paint("green", "published")} at ${server.url}${escapeControls(page)}\n`;
}
