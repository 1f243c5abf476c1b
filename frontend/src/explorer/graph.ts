/** What is on screen as a picture in lines (SVG) and as a graph for other programs (GraphML). */
import { shownEdges, shownNodes } from "./shown";
import type { Core, NodeSingular } from "cytoscape";

export interface Look {
  text: string;
  ground: string;
  line: string;
  font: string;
}

const RADIUS = 14;
const LINE = 16;
const HEAD = 40;
const LEAST = 360;
/** Space for the title, and the width that a title and the classes need. */

const WIDTH = 9;
/** Characters of a label in a line, a Latin one counted as half. */

const NEVER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text that XML 1.0 can hold, with what is markup escaped. */
export function escaped(text: string): string {
  return text
    .replace(NEVER, "\uFFFD")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

const GRAPHEMES = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** A label in lines of about WIDTH wide characters: broken between words where it has some, never within what is read as one character. */
export function wrapped(label: string): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const { segment } of GRAPHEMES.segment(label)) {
    const wide = (segment.codePointAt(0) ?? 0) > 0xff ? 1 : 0.55;
    if (width + wide > WIDTH && line !== "") {
      const space = segment === " " ? -1 : line.lastIndexOf(" ");
      lines.push(space > 0 ? line.slice(0, space) : line);
      line = space > 0 ? line.slice(space + 1) : "";
      width = space > 0 ? line.length * 0.55 : 0;
    }
    line += segment;
    width += wide;
  }
  return [...lines, line].map((part) => part.trim()).filter((part) => part !== "").slice(0, 4);
}

/** The classes on screen with their colours, by label. */
function classes(graph: Core): [string, string][] {
  const found = new Map(shownNodes(graph).map((node) => [String(node.data("kindLabel")), String(node.data("colour"))]));
  return [...found].sort((a, b) => a[0].localeCompare(b[0], "ja"));
}

/** What is on screen, under a ``title``, with what the colours mean below it. */
export function svg(graph: Core, look: Look, title: string): string {
  const nodes = shownNodes(graph);
  const box = graph.elements().not(".off").boundingBox({ includeLabels: true });
  const kinds = classes(graph);
  const legend = LINE * 1.5 * kinds.length;
  const [left, top] = [box.x1 - 20, box.y1 - 20 - HEAD];
  const [width, bottom] = [Math.ceil(Math.max(box.w + 40, LEAST)), Math.ceil(box.h + 40 + HEAD)];
  const height = Math.ceil(bottom + legend + 10);
  const edges = shownEdges(graph).map((edge) => {
    const [a, b] = [edge.source().position(), edge.target().position()];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [dx, dy] = [((b.x - a.x) / length) * (RADIUS + 3), ((b.y - a.y) / length) * (RADIUS + 3)];
    return (
      `<line x1="${(a.x - left).toFixed(1)}" y1="${(a.y - top).toFixed(1)}" x2="${(b.x - dx - left).toFixed(1)}" ` +
      `y2="${(b.y - dy - top).toFixed(1)}" stroke="${look.line}" marker-end="url(#to)"><title>${escaped(String(edge.data("label")))}</title></line>`
    );
  });
  const drawn = nodes.map((node: NodeSingular) => {
    const { x, y } = node.position();
    const [cx, cy] = [x - left, y - top];
    const lines = wrapped(String(node.data("label"))).map(
      (part, place) =>
        `<text x="${cx.toFixed(1)}" y="${(cy + RADIUS + LINE * (place + 1)).toFixed(1)}" text-anchor="middle" paint-order="stroke" ` +
        `stroke="${look.ground}" stroke-width="3" fill="${look.text}">${escaped(part)}</text>`,
    );
    return (
      `<g><title>${escaped(`${node.data("label")} (${node.data("kindLabel")})`)}</title>` +
      `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${RADIUS}" fill="${escaped(String(node.data("colour")))}" stroke="${look.line}"/>` +
      `${lines.join("")}</g>`
    );
  });
  const told = kinds.map(
    ([label, colour], place) =>
      `<rect x="18" y="${(bottom + LINE * 1.5 * place - 6).toFixed(1)}" width="12" height="12" rx="6" fill="${escaped(colour)}" stroke="${look.line}"/>` +
      `<text x="38" y="${(bottom + LINE * 1.5 * place + 5).toFixed(1)}" fill="${look.text}">${escaped(label)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="${escaped(look.font)}" font-size="13"><title>${escaped(title)}</title>` +
    `<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="${look.line}"/></marker></defs>` +
    `<rect width="100%" height="100%" fill="${look.ground}"/><text x="20" y="28" font-size="16" font-weight="bold" fill="${look.text}">${escaped(title)}</text>${edges.join("")}${drawn.join("")}${told.join("")}</svg>\n`
  );
}

const KEYS: [string, string][] = [
  ["label", "node"],
  ["kind", "node"],
  ["kindLabel", "node"],
  ["predicate", "edge"],
  ["label", "edge"],
];

export function graphml(graph: Core): string {
  const keys = KEYS.map(([name, of]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="string"/>`);
  const data = (element: { data(name: string): unknown }, of: string) =>
    KEYS.filter(([, whose]) => whose === of)
      .map(([name]) => `<data key="${of}-${name}">${escaped(String(element.data(name) ?? ""))}</data>`)
      .join("");
  const nodes = shownNodes(graph).map((node) => `    <node id="${escaped(node.id())}">${data(node, "node")}</node>`);
  const edges = shownEdges(graph).map(
      (edge) =>
        `    <edge id="${escaped(edge.id())}" source="${escaped(edge.source().id())}" target="${escaped(edge.target().id())}">${data(edge, "edge")}</edge>`,
    );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '  <graph edgedefault="directed">',
    ...nodes,
    ...edges,
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
