/** The table beside the drawing: the relations that are on screen, each of its ends with a button that expands it. */
import { shownEdges, shownNodes } from "./shown";
import type { Core, NodeSingular } from "cytoscape";
import { filled, made, type Texts } from "../shared/texts";

function end(node: NodeSingular): HTMLTableCellElement {
  const cell = made("td");
  const page = String(node.data("page"));
  cell.append(page ? made("a", node.data("label"), { href: page }) : made("span", node.data("label")), " ", made("span", node.data("kindLabel"), { class: "dim" }));
  return cell;
}

/** Shows the relations of ``graph`` in ``body``; ``expand`` is called with what a row's button is to expand. */
export function showRows(body: HTMLTableSectionElement, graph: Core, texts: Texts, expand: (node: NodeSingular) => void): void {
  const within = body.contains(document.activeElement) ? document.activeElement?.getAttribute("data-node") : null;
  const rows = shownEdges(graph).map((edge) => {
    const row = made("tr");
    const tools = made("td");
    for (const node of [edge.source(), edge.target()]) {
      if (node.scratch("expanded")) continue;
      const button = made("button", texts["expandRow"], {
        type: "button",
        "data-node": node.id(),
        "aria-label": `${texts["expandRow"]}: ${node.data("label")}`,
      });
      button.addEventListener("click", () => expand(node));
      tools.append(button, " ");
    }
    if (!tools.hasChildNodes()) tools.append(made("span", texts["expanded"], { class: "dim" }));
    row.append(end(edge.source()), made("td", edge.data("label")), end(edge.target()), tools);
    return row;
  });
  body.replaceChildren(...rows);
  if (within) body.querySelector<HTMLElement>(`[data-node="${CSS.escape(within)}"]`)?.focus();
}

export function statusText(graph: Core, texts: Texts): string {
  return filled(texts["status"] ?? "", { nodes: shownNodes(graph).length, edges: shownEdges(graph).length });
}
