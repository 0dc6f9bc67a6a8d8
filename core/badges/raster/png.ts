/** PNG (ISO/IEC 15948), as far as badges need it: 8 bits per channel, with opacity, not interlaced. */
import type { Picture } from "./canvas.ts";

/** Compresses bytes in the zlib format (RFC 1950); the host does it. */
export type Deflate = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const TRUECOLOR_WITH_ALPHA = 6;
/** A CSS pixel is a 96th of an inch; print programs ask for pixels per meter. */
const PIXELS_PER_METER = 96 / 0.0254;

/** The bytes of a picture. `scale` is written down as density, so that 3x prints as large as 1x. */
export async function encodePng(
  { width, height, pixels }: Picture,
  scale: number,
  deflate: Deflate,
): Promise<Uint8Array<ArrayBuffer>> {
  const rowLength = width * 4;
  // Every row begins with its filter; 0 is none, which flat areas compress best with.
  const rows = new Uint8Array((rowLength + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * rowLength, (row + 1) * rowLength), row * (rowLength + 1) + 1);
  }
  const density = Math.round(PIXELS_PER_METER * scale);
  const chunks = [
    chunk("IHDR", [...bigEndian(width), ...bigEndian(height), 8, TRUECOLOR_WITH_ALPHA, 0, 0, 0]),
    chunk("pHYs", [...bigEndian(density), ...bigEndian(density), 1]),
    chunk("IDAT", await deflate(rows)),
    chunk("IEND", []),
  ];
  return concatenate([Uint8Array.from(SIGNATURE), ...chunks]);
}

function chunk(type: string, data: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(4 + data.length);
  body.set(Array.from(type, (letter) => letter.charCodeAt(0)));
  body.set(data, 4);
  return concatenate([bigEndian(data.length), body, bigEndian(crc32(body))]);
}

function bigEndian(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
