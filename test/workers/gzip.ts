/** GZIP of the runtime, as a verifier needs it. */
import type { Gzip } from "#core/trust/credentials/bitstring.ts";

export const gzip: Gzip = {
  compress: async (bytes) => {
    const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
    return new Uint8Array(await new Response(packed as ReadableStream).arrayBuffer());
  },
  async decompress(bytes, limitBytes) {
    try {
      const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      const whole = new Uint8Array(await new Response(unpacked as ReadableStream).arrayBuffer());
      return whole.length > limitBytes ? undefined : whole;
    } catch {
      return undefined;
    }
  },
};
