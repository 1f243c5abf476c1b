/** Moves things apart until no label covers another thing or label. */
import { shownNodes } from "./shown";
import type { Core, NodeSingular } from "cytoscape";

const ROUNDS = 60;
const STRETCH = 1.06;
/** What has not come apart after so many rounds is stretched a little as a whole, until there is room. */
const STRETCHES = 60;
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
  const boxes: Box[] = shownNodes(graph).map((node: NodeSingular) => {
    const { x1, x2, y1, y2 } = node.boundingBox({ includeLabels: true, includeEdges: false, includeOverlays: false });
    return { node, x: (x1 + x2) / 2, y: (y1 + y2) / 2, w: (x2 - x1 + GAP) / 2, h: (y2 - y1 + GAP) / 2, dx: 0, dy: 0 };
  });
  for (let stretch = 0; stretch < STRETCHES && !settled(boxes); stretch++) {
    for (const box of boxes) {
      move(box, "x", "dx", box.x * (STRETCH - 1));
      move(box, "y", "dy", box.y * (STRETCH - 1));
    }
  }
  graph.batch(() => boxes.forEach(({ node, dx, dy }) => void node.shift({ x: dx, y: dy })));
}

/** Rounds until nothing moves any more; false where that takes too many. */
function settled(boxes: Box[]): boolean {
  for (let round = 0; round < ROUNDS; round++) if (!parted(boxes)) return true;
  return false;
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
  move(a, axis, shift, -step);
  move(b, axis, shift, step);
}

function move(box: Box, axis: "x" | "y", shift: "dx" | "dy", by: number): void {
  box[axis] += by;
  box[shift] += by;
}
