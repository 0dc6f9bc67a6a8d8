import { table } from "#core/base/table.ts";
import { ANSWER_SCHEMAS } from "./answer-schemas.ts";
import type { Answer, Caller, Content, Operation, OperationGroup } from "./operation.ts";
import { PATH_PARAMETERS } from "./parameters.ts";
import { requestSchemas } from "./request-schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** What the description says about the site that it describes. */
export interface ApiFacts {
  readonly title: string;
  readonly description: string;
}

/** Servers whose pages show another state; only some operations have them. */
const STATED_SERVERS = [
  { url: "/", description: "The current state." },
  stateServer("as-of", "date", "The state at the end of a day that is over."),
  stateServer("preview", "snapshot", "A state that was sent and not published."),
];

/** Writes the OpenAPI 3.1 document of the operations; the same operations always give the same document. */
export function writeOpenApi(groups: readonly OperationGroup[], { title, description }: ApiFacts): Json {
  const paths: Record<string, Record<string, unknown>> = table({});
  for (const { name, operations } of groups) {
    for (const operation of operations) {
      const item = (paths[operation.path] ??= pathItem(operation));
      item[operation.method] = operationObject(operation, name);
    }
  }
  return {
    openapi: "3.1.0",
    info: { title, description, version: "1" },
    servers: [{ url: "/" }],
    tags: groups.map(({ name, text }) => ({ name, description: text })),
    paths,
    components: {
      schemas: { ...ANSWER_SCHEMAS, ...requestSchemas() },
      parameters: Object.fromEntries(
        Object.entries(PATH_PARAMETERS).map(([name, parameter]) => [name, pathParameter(name, parameter)]),
      ),
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "The token of an account or of the operator." },
        basic: { type: "http", scheme: "basic", description: "The subject as user, its token as password." },
      },
    },
  };
}

function pathItem({ path, inStates }: Operation): Record<string, unknown> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  return {
    ...(names.length === 0 ? {} : { parameters: names.map((name) => ({ $ref: `#/components/parameters/${name}` })) }),
    ...(inStates === true ? { servers: STATED_SERVERS } : {}),
  };
}

function pathParameter(name: string, { text, example, values }: (typeof PATH_PARAMETERS)[string]): Json {
  const schema = { type: "string", ...(values === undefined ? {} : { enum: values }) };
  return { name, in: "path", required: true, description: text, schema, example };
}

function operationObject(operation: Operation, tag: string): Json {
  const { method, path, summary, details, caller = "anybody", query = [], body, answers, problems = {} } = operation;
  return {
    tags: [tag],
    summary,
    operationId: `${method}${path.replace(/[^a-z0-9]+/gi, "_").replace(/_$/, "")}`,
    ...(details === undefined ? {} : { description: details }),
    ...(caller === "anybody" ? {} : { security: securityOf(caller) }),
    ...(query.length === 0
      ? {}
      : {
          parameters: query.map(({ name, text, values, isRequired = false }) => ({
            name,
            in: "query",
            required: isRequired,
            description: text,
            schema: { type: "string", ...(values === undefined ? {} : { enum: values }) },
          })),
        }),
    ...(body === undefined ? {} : { requestBody: { description: body.text, content: contentObject(body.content) } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, responseObject(answer)])),
      ...Object.fromEntries(Object.entries(problems).map(([status, text]) => [status, problemObject(text)])),
    },
  };
}

function securityOf(caller: Exclude<Caller, "anybody">): Json[] {
  return caller === "operator" ? [{ bearer: [] }] : [{ bearer: [] }, { basic: [] }];
}

function responseObject({ text, content }: Answer): Json {
  return { description: text, ...(content === undefined ? {} : { content: contentObject(content) }) };
}

function contentObject(content: Content): Json {
  return Object.fromEntries(
    Object.entries(content).map(([type, name]) => [
      type,
      { schema: name === "text" ? { type: "string" } : { $ref: `#/components/schemas/${name}` } },
    ]),
  );
}

function problemObject(text: string): Json {
  return {
    description: text,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function stateServer(segment: string, name: keyof typeof PATH_PARAMETERS, description: string): Json {
  const { example = "", text } = PATH_PARAMETERS[name] ?? {};
  return { url: `/${segment}/{${name}}`, description, variables: { [name]: { default: example, description: text } } };
}
