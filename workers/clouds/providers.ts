import type { Provider } from "#core/standards/publishing/provider.ts";

import { filesOfKind, type Snapshot } from "../state/site-context.ts";

/** The providers that a state describes, in the order of their files. */
export function listProviders(snapshot: Snapshot): readonly Provider[] {
  return filesOfKind(snapshot, "provider").flatMap(({ facts }) => (facts === null ? [] : [facts]));
}

/** The provider that offers a cloud; undefined for a cloud that nobody describes. */
export function providerOf(snapshot: Snapshot, subject: string): Provider | undefined {
  return listProviders(snapshot).find(({ offerings }) => offerings.some(({ subjects }) => subjects.includes(subject)));
}
