/** Where a Stele runs and how to prove who is asking. */
export interface Server {
  /** Address without trailing slash. */
  readonly url: string;
  /** Sent as `Authorization: Bearer`; absent for what is public. */
  readonly token?: string;
}

/** A server that has not answered by then will not; publishing a large tree takes it some seconds. */
const LIMIT_MS = 120_000;

/** One request; `json` and `body` exclude each other. */
interface JsonRequest {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly json?: unknown;
  readonly body?: Uint8Array<ArrayBuffer> | string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The server could not be reached or refused; the message is a sentence for a person. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** The server's problem body (RFC 9457), where it sent one. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(message: string, status?: number, problem: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

/** Sends a request and reads the JSON answer. Throws `RequestFailed` on anything but success. */
export async function requestJson<Answer>(server: Server, request: JsonRequest): Promise<Answer> {
  const url = `${server.url}${request.path}`;
  const headers: Record<string, string> = { accept: "application/json" };
  if (server.token !== undefined) headers["authorization"] = `Bearer ${server.token}`;
  Object.assign(headers, request.headers);
  if (request.json !== undefined) headers["content-type"] = "application/json";
  if (request.contentType !== undefined) headers["content-type"] = request.contentType;
  const body = request.json === undefined ? (request.body ?? null) : JSON.stringify(request.json);
  const { response, text } = await exchange(server, url, { method: request.method, headers, body });
  if (response.ok) return parseAnswer(text, server, response.status) as Answer;
  const problem = parseProblem(text);
  const detail = typeof problem["detail"] === "string" ? problem["detail"] : text.slice(0, 300);
  throw new RequestFailed(`${server.url} answered ${response.status}: ${detail}`, response.status, problem);
}

/** One request and its whole answer: a connection that ends in the middle of it is no answer either. */
async function exchange(server: Server, url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(LIMIT_MS) });
    return { response, text: await response.text() };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "no answer";
    const reason = isLate ? `no answer within ${LIMIT_MS / 1000} s` : cause;
    throw new RequestFailed(
      `${server.url} cannot be reached (${reason}). Is the address right and the server running?`,
    );
  }
}

function parseAnswer(text: string, server: Server, status: number): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw new RequestFailed(`${server.url} answered ${status} with something that is not JSON. Is it a Stele?`, status);
  }
}

function parseProblem(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
