import { GRAPH, type GraphLayout, type GraphNode, type Point } from "../../decision-graph.ts";

/** What fits into a box; the whole title is its tooltip and stands in the table. */
const MAX_CHARACTERS = 32;

/** A graph as a drawing whose boxes are links; it scrolls where it does not fit. */
export function GraphDrawing({ layout, label, rel }: { layout: GraphLayout; label: string; rel?: "nofollow" }) {
  const { width, height, boxes, lines } = layout;
  return (
    <div class="graph" role="region" aria-label={label} tabindex={0}>
      <svg
        role="group"
        aria-label={label}
        width={width + 2}
        height={height + 2}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      >
        {lines.map(({ from, to }) => (
          <path class="graph-line" d={curve(from, to)} />
        ))}
        {boxes.map((box) => (
          <Box box={box} rel={rel} />
        ))}
      </svg>
    </div>
  );
}

function Box({ box, rel }: { box: GraphNode & Point; rel: "nofollow" | undefined }) {
  const { x, y, href, number, title } = box;
  const text = title.length > MAX_CHARACTERS ? `${title.slice(0, MAX_CHARACTERS - 1).trimEnd()}…` : title;
  return (
    <a href={href} rel={rel}>
      <title>{`${number} ${title}`.trim()}</title>
      <rect x={x} y={y} width={GRAPH.boxWidth} height={GRAPH.boxHeight} rx="3" />
      <text x={x + 8} y={y + 19}>
        {number === "" ? null : <tspan class="graph-number">{number} </tspan>}
        {text}
      </text>
    </a>
  );
}

function curve({ x, y }: Point, to: Point): string {
  const middle = (x + to.x) / 2;
  return `M${x} ${y}C${middle} ${y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
