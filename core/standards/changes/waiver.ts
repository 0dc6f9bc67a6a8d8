/** Longest description that is read; what follows is not searched. */
const MAX_DESCRIPTION_LENGTH = 65_536;
const MAX_REASON_LENGTH = 500;
/** A reason has at least two words; `waiver: yes` is none. */
const WAIVER = /^[ \t>*-]{0,20}waiver:[ \t]*(\S+[ \t]+\S.*)$/im;

/** The reason of a line `waiver: <reason>` in the description of a change; undefined where there is none. */
export function findWaiver(description: string): string | undefined {
  const reason = WAIVER.exec(description.slice(0, MAX_DESCRIPTION_LENGTH))?.[1]?.trim();
  return reason === undefined || /^<.*>$/.test(reason) ? undefined : reason.slice(0, MAX_REASON_LENGTH);
}
