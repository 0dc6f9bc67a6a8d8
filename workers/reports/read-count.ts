/** A number from 0 on in a query; `usual` where it is absent, undefined for anything else. */
export function readCount(text: string | undefined, usual: number): number | undefined {
  if (text === undefined) return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
