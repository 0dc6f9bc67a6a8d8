/**
 * A validator for what is shown: sixteen hexadecimal digits, the same for the same text. Two sums of 32 bits, mixed as
 * MurmurHash3 does at its end; no defense against forgery, which an ETag does not need: nobody shares another's address.
 */
export function stateTag(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  const mix = (sum: number, other: number): number => {
    const once = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
    return (once ^ (once >>> 16)) >>> 0;
  };
  return [mix(a, b), mix(b, a)].map((sum) => sum.toString(16).padStart(8, "0")).join("");
}
