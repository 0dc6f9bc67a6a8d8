import type { Calendar } from "../time/calendar.ts";
import { addMonths } from "./term.ts";

/** How long status page and content outlive a certificate (SCS-0004, regulation 4), in months after its end. */
export const RETENTION_MONTHS = { pageOnline: 3, contentKept: 12 } as const;

/** The instants until which a status page must be online and its content must be kept, both excluded. */
export function retentionOf(
  endOfValidity: Date,
  calendar: Calendar,
): { readonly onlineUntil: Date; readonly keptUntil: Date } {
  const date = calendar.dateOf(endOfValidity);
  return {
    onlineUntil: calendar.startOf(addMonths(date, RETENTION_MONTHS.pageOnline)),
    keptUntil: calendar.startOf(addMonths(date, RETENTION_MONTHS.contentKept)),
  };
}
