import { escapeMarkdown, markdownLink } from "./markdown.ts";

/** What tables of clouds know of a cloud beside its verdicts. */
export interface DescribedCloud {
  readonly name: string;
  /** Page of the provider. */
  readonly url?: string | undefined;
  /** Empty where nobody wrote one. */
  readonly description: string;
  /** Name of the provider; empty where nobody described the cloud. */
  readonly operator: string;
  /** Subject or `group-<name>`, as in addresses. */
  readonly subject: string;
}

/** A column of the tables of clouds, as data and as Markdown; pages have their cells by its key. */
interface CloudColumn {
  /** Its members in the JSON of the table. */
  readonly json: (cloud: DescribedCloud) => Readonly<Record<string, string | undefined>>;
  /** Its heading in the monitor's Markdown. */
  readonly heading: string;
  readonly markdown: (cloud: DescribedCloud) => string;
}

/** The columns before those of the scopes, in order: the one list that JSON, Markdown, the table and the home page are made of. */
const CLOUD_COLUMNS = {
  name: {
    json: ({ subject, name }) => ({ subject, name }),
    heading: "Name",
    markdown: ({ name, url }) => (url === undefined ? escapeMarkdown(name) : markdownLink(name, url)),
  },
  description: {
    json: ({ description }) => ({ description: description === "" ? undefined : description }),
    heading: "Description",
    markdown: ({ description }) => escapeMarkdown(description),
  },
  operator: {
    json: ({ operator }) => ({ provider: operator === "" ? undefined : operator }),
    heading: "Operator",
    markdown: ({ operator }) => escapeMarkdown(operator),
  },
} as const satisfies Readonly<Record<string, CloudColumn>>;

/** The name of a column. */
export type CloudColumnKey = keyof typeof CLOUD_COLUMNS;

/** All of them, in order. */
export const CLOUD_COLUMN_KEYS = Object.keys(CLOUD_COLUMNS) as readonly CloudColumnKey[];

const COLUMNS: readonly CloudColumn[] = Object.values(CLOUD_COLUMNS);

/** Headings in Markdown. */
export const CLOUD_HEADINGS: readonly string[] = COLUMNS.map(({ heading }) => heading);

/** A cloud as Markdown cells. */
export function cloudCells(cloud: DescribedCloud): string[] {
  return COLUMNS.map(({ markdown }) => markdown(cloud));
}

/** A cloud as members of JSON. */
export function cloudMembers(cloud: DescribedCloud): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(COLUMNS.flatMap(({ json }) => Object.entries(json(cloud))));
}
