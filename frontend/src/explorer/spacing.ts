/** Moves things apart until no label covers another thing or label. */
import type { Core, NodeSingular } from "cytoscape";

const ROUNDS = 600;
const GAP = 6;

interface Box {
  node: NodeSingular;
  /** The middle of thing and label together, and half their size. */
  x: number;
  y: number;
  w: number;
  h: number;
  dx: number;
  dy: number;
}

export function space(graph: Core): void {
  const boxes: Box[] = graph.nodes(":visible").map((node: NodeSingular) => {
    const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: true, includeEdges: false, includeOverlays: false });
    return { node, x: (x1 + x2) / 2, y: (y1 + y2) / 2, w: (x2 - x1 + GAP) / 2, h: (y2 - y1 + GAP) / 2, dx: 0, dy: 0 };
  });
  for (let round = 0; round < ROUNDS && parted(boxes); round++);
  graph.batch(() => boxes.forEach(({ node, dx, dy }) => void node.shift({ x: dx, y: dy })));
}

/** One round over all pairs, each moved apart where that takes the least; true where any was. */
function parted(boxes: Box[]): boolean {
  let moved = false;
  boxes.forEach((a, place) => {
    for (const b of boxes.slice(place + 1)) {
      const [x, y] = [a.w + b.w - Math.abs(a.x - b.x), a.h + b.h - Math.abs(a.y - b.y)];
      if (x <= 0 || y <= 0) continue;
      moved = true;
      if (x < y) both(a, b, "x", "dx", x / 2 + 0.5);
      else both(a, b, "y", "dy", y / 2 + 0.5);
    }
  });
  return moved;
}

function both(a: Box, b: Box, axis: "x" | "y", shift: "dx" | "dy", by: number): void {
  const step = a[axis] < b[axis] ? by : -by;
  a[axis] -= step;
  a[shift] -= step;
  b[axis] += step;
  b[shift] += step;
}
