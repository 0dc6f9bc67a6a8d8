import { filesOfKind, type Snapshot } from "../../state/site-context.ts";

/**
 * The account that provider files name as publisher under a serial number; undefined where none does, or where two contradict each
 * other: then the first publisher counts, as without them.
 */
export function namedPublisher(snapshot: Snapshot, serialNumber: string | undefined): string | undefined {
  if (serialNumber === undefined) return undefined;
  const wanted = serialNumber.toLowerCase();
  const named = new Set<string>();
  for (const { facts } of filesOfKind(snapshot, "provider")) {
    for (const { serial_number, account } of facts?.provider.sboms ?? []) {
      if (serial_number.toLowerCase() === wanted) named.add(account);
    }
  }
  const [only, other] = named;
  return other === undefined ? only : undefined;
}
