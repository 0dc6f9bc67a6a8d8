import type { Caller, Content, Operation, OperationGroup } from "#core/api/operation.ts";
import { PATH_PARAMETERS } from "#core/api/parameters.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { CodedText } from "../../parts/coded-text.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { TableOfContents } from "../../parts/standards/table-of-contents.tsx";

/** The API as people read it. */
export interface DocsApiPage {
  readonly site: SiteConfig;
  readonly groups: readonly OperationGroup[];
}

const CALLER_WORDS: Readonly<Record<Exclude<Caller, "anybody">, string>> = {
  account: "needs an account",
  read_any: "needs an account that may read all",
  approve: "needs an account that may approve",
  operator: "needs the operator's token",
};

/** Every address with what it takes and answers; made from the data that `/openapi.json` is made from. */
export function docsApiPage({ site, groups }: DocsApiPage): string {
  return renderPage({
    site,
    path: "/docs/api",
    title: "API",
    description: "Every address of this site for programs: what it takes, what it answers, who may ask.",
    section: "none",
    styles: [ASSETS["api.css"]],
    alternates: [{ type: "application/json", href: "/openapi.json", title: "OpenAPI 3.1" }],
    header: (
      <PageHeader
        title="API"
        lead="Every address with what it takes, what it answers and who may ask. Programs read the same as OpenAPI."
      >
        <p>
          <a href="/openapi.json">openapi.json</a> · <a href="/docs/rules">Rules for documents</a>
        </p>
      </PageHeader>
    ),
    aside: <TableOfContents entries={groups.map(({ name }) => ({ depth: 2, id: anchorOf(name), text: name }))} />,
    children: (
      <div class="api">
        <Conventions />
        {groups.map((group) => (
          <Group group={group} />
        ))}
        <Parameters />
      </div>
    ),
  });
}

function anchorOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function Conventions() {
  return (
    <ul class="api-conventions">
      <li>
        A refusal is <code>application/problem+json</code> (RFC 9457): its <code>detail</code> says what to do.
      </li>
      <li>
        Public answers carry a strong <code>ETag</code>, answer <code>If-None-Match</code> with 304, and answer{" "}
        <code>HEAD</code>.
      </li>
      <li>
        A token goes as <code>Authorization: Bearer</code>, or as password of HTTP Basic with the subject as user.
      </li>
      <li>
        Addresses marked “all states” also exist below <code>/as-of/{"{date}"}</code> and{" "}
        <code>/preview/{"{snapshot}"}</code>.
      </li>
    </ul>
  );
}

function Group({ group: { name, text, operations } }: { group: OperationGroup }) {
  return (
    <section aria-labelledby={anchorOf(name)}>
      <h2 id={anchorOf(name)}>{name}</h2>
      <p>{text}</p>
      <ul class="api-operations">
        {operations.map((operation) => (
          <OperationItem operation={operation} />
        ))}
      </ul>
    </section>
  );
}

function OperationItem({ operation }: { operation: Operation }) {
  const { method, path, summary, details, caller = "anybody", query = [], body, inStates } = operation;
  const marks = [caller === "anybody" ? undefined : CALLER_WORDS[caller], inStates === true ? "all states" : undefined];
  const shown = marks.filter((mark) => mark !== undefined);
  return (
    <li id={anchorOf(`${method}${path === "/" ? "-home" : path}`)}>
      <p class="api-address">
        <strong>{method.toUpperCase()}</strong> <code>{path}</code>
      </p>
      <p>
        {summary}.{shown.length === 0 ? null : <span class="api-marks"> {shown.join(" · ")}</span>}
      </p>
      {details === undefined ? null : (
        <p>
          <CodedText text={details} />
        </p>
      )}
      <dl>
        {query.length === 0 ? null : (
          <div>
            <dt>Query</dt>
            {query.map(({ name, text, values }) => (
              <dd>
                <code>{name}</code> <CodedText text={text} />
                {values === undefined ? null : <Values values={values} />}
              </dd>
            ))}
          </div>
        )}
        {body === undefined ? null : (
          <div>
            <dt>Body</dt>
            <dd>
              <CodedText text={body.text} /> <MediaTypes content={body.content} />
            </dd>
          </div>
        )}
        <Answers operation={operation} />
      </dl>
    </li>
  );
}

function Answers({ operation: { answers, problems = {} } }: { operation: Operation }) {
  return (
    <div>
      <dt>Answers</dt>
      {Object.entries(answers).map(([status, { text, content }]) => (
        <dd>
          <strong>{status}</strong> {text} {content === undefined ? null : <MediaTypes content={content} />}
        </dd>
      ))}
      {Object.entries(problems).map(([status, text]) => (
        <dd>
          <strong>{status}</strong> <CodedText text={text} />
        </dd>
      ))}
    </div>
  );
}

function Values({ values }: { values: readonly string[] }) {
  return <> One of {values.map((value, index) => [index === 0 ? "" : ", ", <code>{value}</code>])}.</>;
}

function MediaTypes({ content }: { content: Content }) {
  return (
    <span class="api-media">
      {Object.keys(content)
        .map((type) => type.replace(/;.*/, ""))
        .join(", ")}
    </span>
  );
}

function Parameters() {
  return (
    <section aria-labelledby="parameters">
      <h2 id="parameters">Parts of addresses</h2>
      <DataTable
        caption="Meaning of each part, with an example"
        stacks
        columns={[{ title: "Part" }, { title: "Meaning", wide: true }, { title: "Example" }]}
        rows={Object.entries(PATH_PARAMETERS).map(([name, { text, example, values }]) => ({
          id: `part-${name}`,
          cells: [<code>{name}</code>, text, <code>{values?.join(", ") ?? example}</code>],
        }))}
      />
    </section>
  );
}
