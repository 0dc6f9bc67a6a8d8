import type { QrModules } from "../qr.ts";
import { createPicture, type Picture } from "./canvas.ts";

/** A code as pixels in black on white, `moduleSize` of them per module. */
export function drawQrPicture(modules: QrModules, moduleSize: number): Picture {
  const size = modules.length * moduleSize;
  const picture = createPicture(size, size);
  picture.pixels.fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules[Math.floor(y / moduleSize)]?.[Math.floor(x / moduleSize)] !== true) continue;
      const at = (y * size + x) * 4;
      picture.pixels.fill(0, at, at + 3);
    }
  }
  return picture;
}
