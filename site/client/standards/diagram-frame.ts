/** Runs in the frame that draws diagrams: waits for a text, answers the drawing. Sees nothing of the page around it. */
import type { DrawRequest, Drawing } from "./diagram-messages.ts";

/** What of mermaid is used; its own script, loaded before this one, makes it a global. */
declare const mermaid: {
  initialize(options: Readonly<Record<string, unknown>>): void;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
};

/** Longer texts stay texts. */
const MAX_CHARACTERS = 20_000;

/** Fixed sizes, and texts as SVG texts: the drawing has to stand on its own as an image. */
const OPTIONS = {
  startOnLoad: false,
  securityLevel: "strict",
  deterministicIds: true,
  htmlLabels: false,
  fontFamily: '"Helvetica Neue", Helvetica, "Liberation Sans", Arial, sans-serif',
  flowchart: { htmlLabels: false, useMaxWidth: false },
  state: { useMaxWidth: false },
  sequence: { useMaxWidth: false },
  maxTextSize: MAX_CHARACTERS,
};

async function drawingOf({ text, isDark }: DrawRequest): Promise<string | undefined> {
  mermaid.initialize({ ...OPTIONS, theme: isDark ? "dark" : "neutral" });
  try {
    const { svg } = await mermaid.render("diagram", text);
    const element = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
    // An image must be XML, which what mermaid writes is not always.
    return element === null ? undefined : new XMLSerializer().serializeToString(element);
  } catch {
    return undefined; // No diagram: the page keeps showing the text.
  }
}

function send(message: Drawing): void {
  parent.postMessage(message, "*");
}

addEventListener("message", ({ source, data }: MessageEvent<DrawRequest>) => {
  if (source !== parent) return;
  void drawingOf(data).then((svg) => send({ kind: "drawn", svg }));
});
send({ kind: "ready" });
