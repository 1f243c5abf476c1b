/** What is on screen: things that are not switched off, and relations between them. */
import type { Core, EdgeCollection, NodeCollection } from "cytoscape";

/** Told by the class that switches them off: what Cytoscape says of visibility lags behind a change of it. */
export function shownNodes(graph: Core): NodeCollection {
  return graph.nodes().not(".off");
}

export function shownEdges(graph: Core): EdgeCollection {
  const nodes = shownNodes(graph);
  return nodes.edgesWith(nodes);
}
