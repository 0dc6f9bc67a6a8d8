/**
 * Draws the mermaid diagrams of a page once they come near the screen. The drawing is made in a frame that may do nothing
 * else and comes back as an image, so nothing of it can run here. Its text stays beside it, for readers and for search.
 */
import { DIAGRAM_FRAME, type DrawRequest, type Drawing } from "./diagram-messages.ts";

const NEAR = { rootMargin: "400px" };

/** The drawing of a text; undefined where the text is no diagram that can be drawn. */
function draw(text: string, isDark: boolean): Promise<string | undefined> {
  const frame = document.createElement("iframe");
  frame.className = "diagram-frame";
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  // From where this script is: a static copy of the site may lie below any folder.
  frame.src = new URL(`..${DIAGRAM_FRAME}`, import.meta.url).href;
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const listen = ({ source, data }: MessageEvent<Drawing>) => {
    if (source !== frame.contentWindow) return;
    if (data.kind === "drawn") resolve(data.svg);
    // The frame is of an opaque origin, which no target could name.
    else frame.contentWindow?.postMessage({ text, isDark } satisfies DrawRequest, "*");
  };
  addEventListener("message", listen);
  document.body.append(frame);
  return promise.finally(() => {
    removeEventListener("message", listen);
    frame.remove();
  });
}

function isDarkNow(): boolean {
  const theme = document.documentElement.dataset["theme"];
  return theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}

/** Puts the drawing before its text, which folds away. */
function show(block: Element): (svg: string | undefined) => void {
  const image = document.createElement("img");
  image.alt = "Diagram; its text follows.";
  const figure = document.createElement("figure");
  figure.className = "diagram";
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Diagram as text";
  fold.append(summary);
  figure.append(image, fold);
  return (svg) => {
    if (svg === undefined) return;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    if (figure.isConnected) return;
    block.replaceWith(figure);
    fold.append(block);
  };
}

function connect(block: HTMLElement): void {
  const text = block.textContent ?? "";
  const place = show(block);
  const redraw = () => void draw(text, isDarkNow()).then(place);
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    redraw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    document.querySelector(".theme-switch")?.addEventListener("change", redraw);
  }, NEAR);
  observer.observe(block);
}

for (const code of document.querySelectorAll("pre > code.language-mermaid")) {
  if (code.parentElement !== null) connect(code.parentElement);
}
