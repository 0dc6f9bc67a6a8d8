import { filesOfKind, type Snapshot } from "../state/site-context.ts";
import type { DescribedCloud } from "#core/compliance/monitor/cloud-columns.ts";
import type { PublishedScope } from "#core/standards/scopes/published-scope.ts";

/** A cloud under test: what its provider says of it, or only its name. */
export interface Cloud {
  /** `group-<name>` for all accounts of a group. */
  readonly subject: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly provider: { readonly id: string; readonly name: string; readonly url?: string | undefined } | undefined;
  readonly regions?: readonly string[] | undefined;
  /** Aliases or UUIDs of the scopes that the provider aims at. */
  readonly scopes: readonly string[];
  /** Aliases or UUIDs of the scopes for which the certification body lists the cloud as certified. */
  readonly certified: readonly string[];
  readonly isDemo: boolean;
}

/** A state never changes, and every page of clouds asks for them. */
const described = new WeakMap<Snapshot, readonly Cloud[]>();

/** The clouds that providers describe, in the order of their files. */
export function describedClouds(snapshot: Snapshot): readonly Cloud[] {
  const known = described.get(snapshot) ?? readClouds(snapshot);
  described.set(snapshot, known);
  return known;
}

function readClouds(snapshot: Snapshot): readonly Cloud[] {
  return filesOfKind(snapshot, "provider").flatMap(({ facts }) =>
    facts === null
      ? []
      : facts.offerings.flatMap((offering) =>
          offering.subjects.map((subject) => ({
            subject,
            name: offering.subjects.length === 1 ? offering.name : `${offering.name} (${subject})`,
            description: offering.description,
            provider: { id: facts.provider.id, name: facts.provider.name, url: facts.provider.url },
            regions: offering.regions,
            scopes: offering.scopes ?? [],
            certified: offering.certified ?? [],
            isDemo: facts.provider.demo ?? false,
          })),
        ),
  );
}

/** A cloud that nobody described; its subject is all that is known. */
export function namelessCloud(subject: string, isDemo: boolean): Cloud {
  return { subject, name: subject, provider: undefined, scopes: [], certified: [], isDemo };
}

/** A cloud as every table of clouds describes it. */
export function describeCloud({ name, provider, description = "", subject }: Cloud): DescribedCloud {
  return { name, url: provider?.url, description, operator: provider?.name ?? "", subject };
}

/** A row of the tables of clouds. */
export interface CloudWithMembers {
  readonly cloud: Cloud;
  /** The subject itself, or all accounts of its group. */
  readonly members: readonly string[];
}

/** Whether a list of aliases and UUIDs names a scope. */
export function namesScope(names: readonly string[], { alias, scope }: PublishedScope): boolean {
  return names.includes(alias) || names.includes(scope.uuid);
}

/** The earlier of two instants at which something changes by itself. */
export function earlier(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
