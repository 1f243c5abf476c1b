/** Draws the connections of a thing, goes on from each neighbour, and saves what is on screen; the page's table shows the same. */
import cytoscape, { type CollectionReturnValue, type Core, type ElementDefinition, type NodeSingular, type StylesheetJson } from "cytoscape";
import fcose from "cytoscape-fcose";
import { graphml, svg, type Look } from "./explorer/graph";
import { space } from "./explorer/spacing";
import { showRows, statusText } from "./explorer/table";
import { filled, made, save, styled, textsOf } from "./shared/texts";

const MOST = 300;
const READABLE = 0.8;
/** The smallest scale at which labels are shown without being asked for. */

const STILL = matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Labels with such letters may break anywhere, others between words. */
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

interface Answer {
  thing: string;
  more: boolean;
  elements: { nodes: ElementDefinition[]; edges: ElementDefinition[] };
}

cytoscape.use(fcose);

function look(): Look {
  return { text: styled("--text"), ground: styled("--ground"), line: styled("--edge"), font: getComputedStyle(document.body).fontFamily };
}

function styleOf({ text, ground, line, font }: Look): StylesheetJson {
  return [
    {
      selector: "node",
      style: {
        "background-color": "data(colour)" as never,
        "border-width": 1,
        "border-color": line,
        width: 28,
        height: 28,
        label: "data(label)",
        color: text,
        "font-family": font,
        "font-size": 14,
        "text-wrap": "wrap",
        "text-overflow-wrap": ((node: NodeSingular) => (JAPANESE.test(String(node.data("label"))) ? "anywhere" : "whitespace")) as never,
        "text-max-width": "126px",
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-background-color": ground,
        "text-background-opacity": 0.85,
        "text-background-padding": "1px",
      },
    },
    { selector: "node[?middle]", style: { width: 40, height: 40, "font-weight": "bold" } },
    { selector: "node:selected", style: { "border-width": 5, "border-color": text } },
    { selector: "edge", style: { width: 1.5, "line-color": line, "target-arrow-color": line, "target-arrow-shape": "triangle", "curve-style": "bezier" } },
    {
      selector: "edge:selected, edge.near",
      style: {
        label: "data(label)",
        color: text,
        "font-family": font,
        "font-size": 12,
        "text-background-color": ground,
        "text-background-opacity": 0.9,
        "line-color": text,
        "target-arrow-color": text,
      },
    },
    { selector: ".off", style: { display: "none" } },
  ];
}

class Explorer {
  private readonly texts;
  private readonly graph: Core;
  private readonly status = made("p", "", { role: "status" });
  private readonly classes = made("fieldset");
  private readonly body: HTMLTableSectionElement;
  private readonly off = new Set<string>();

  constructor(private readonly place: HTMLElement) {
    this.texts = textsOf(place);
    const body = place.querySelector("tbody");
    if (!body) throw new Error("the page has no table of connections");
    this.body = body;
    const drawing = made("div", "", { class: "drawing", tabindex: "0", role: "application", "aria-label": this.texts["drawing"] ?? "" });
    const left = made("div");
    left.append(this.tools(), drawing, this.status);
    place.prepend(left);
    // Cytoscape would write a style of its own, which the page's policy forbids, unless there is an element of this name: style.css says the same
    this.status.id = "__________cytoscape_stylesheet";
    this.graph = cytoscape({ container: drawing, style: styleOf(look()), maxZoom: 3, minZoom: 0.1 });
    this.graph.on("select unselect", "node", () => this.chosen());
    this.graph.on("dbltap", "node", (event) => void this.expand(event.target as NodeSingular));
    drawing.addEventListener("keydown", (event) => this.key(event));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.graph.style(styleOf(look())));
    (place as HTMLElement & { graph?: Core }).graph = this.graph; // for whoever looks from the console
  }

  /** Fetches the connections of ``thing`` and lays them out with what is there. */
  async load(thing: string): Promise<void> {
    const source = new URL(this.place.dataset["source"] ?? "", location.href);
    source.searchParams.set("thing", thing);
    source.searchParams.set("lang", document.documentElement.lang);
    let answer: Answer;
    try {
      const response = await fetch(source, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      answer = (await response.json()) as Answer;
    } catch (error) {
      this.say("failed", { reason: error instanceof Error ? error.message : String(error) });
      return;
    }
    this.add(answer);
  }

  add({ thing, more, elements }: Answer): void {
    const fresh = elements.nodes.filter((node) => this.graph.getElementById(String(node.data.id)).empty());
    const room = MOST - this.graph.nodes().length;
    const first = this.graph.nodes().empty();
    const kept = fresh.slice(0, Math.max(0, room));
    const middle = this.graph.getElementById(thing);
    const near = middle.nonempty() ? { ...(middle as NodeSingular).position() } : undefined;
    this.graph.batch(() => {
      for (const node of kept) {
        // beside where they come from, and not all on one point, from which no layout moves them
        const turn = (kept.indexOf(node) / kept.length) * 2 * Math.PI;
        const position = near && { x: near.x + 90 * Math.cos(turn), y: near.y + 90 * Math.sin(turn) };
        this.graph.add({ ...node, group: "nodes", ...(position ? { position } : {}) });
      }
      for (const edge of elements.edges) {
        const ends = [edge.data["source"], edge.data["target"]].map((id) => this.graph.getElementById(String(id)));
        if (ends.every((end) => end.nonempty()) && this.graph.getElementById(String(edge.data.id)).empty()) {
          this.graph.add({ ...edge, group: "edges" });
        }
      }
    });
    const node = this.graph.getElementById(thing);
    node.forEach((one) => void one.scratch("expanded", true));
    if (first) node.data("middle", true);
    this.filter();
    this.layout(first, node);
    const label = String(node.data("label") ?? "");
    if (kept.length < fresh.length) this.say("full", { most: MOST });
    else if (more) this.say("more", { label });
    else if (!first) this.say(kept.length ? "added" : "none", { label, count: kept.length });
  }

  private layout(first: boolean, middle: CollectionReturnValue): void {
    const options = {
      name: "fcose",
      quality: "proof",
      randomize: first,
      animate: !first && !STILL,
      animationDuration: 500,
      nodeDimensionsIncludeLabels: true,
      nodeSeparation: 90,
      idealEdgeLength: 110,
      nodeRepulsion: 12000,
      packComponents: true,
      padding: 20,
      fit: true,
    };
    const layout = this.graph.elements().not(".off").layout(options as never);
    layout.one("layoutstop", () => {
      space(this.graph);
      this.graph.fit(this.graph.elements().not(".off"), 20);
      if (this.graph.zoom() < READABLE) this.graph.zoom(READABLE).center(middle.nonempty() ? middle : undefined);
      else if (this.graph.zoom() > 1.2) this.graph.zoom(1.2).center();
    });
    layout.run();
  }

  private async expand(node: NodeSingular): Promise<void> {
    await this.load(node.id());
  }

  /** Shows what has a class that is not switched off, in the drawing, the switches and the table. */
  private filter(): void {
    this.graph.nodes().forEach((node) => void node.toggleClass("off", this.off.has(String(node.data("kind"))) && !node.data("middle")));
    const kinds = new Map<string, { label: string; colour: string; count: number }>();
    this.graph.nodes().forEach((node) => {
      const kind = String(node.data("kind"));
      const found = kinds.get(kind) ?? { label: String(node.data("kindLabel")), colour: String(node.data("colour")), count: 0 };
      kinds.set(kind, { ...found, count: found.count + 1 });
    });
    const focused = document.activeElement?.getAttribute("data-kind");
    this.classes.replaceChildren(made("legend", this.texts["classes"]));
    for (const [kind, { label, colour, count }] of [...kinds].sort((a, b) => a[1].label.localeCompare(b[1].label, "ja"))) {
      const box = made("input", "", { type: "checkbox", "data-kind": kind });
      box.checked = !this.off.has(kind);
      box.addEventListener("change", () => {
        if (box.checked) this.off.delete(kind);
        else this.off.add(kind);
        this.filter();
      });
      const swatch = made("span", "", { class: "swatch" });
      swatch.style.background = colour;
      const switched = made("label");
      switched.append(box, " ", swatch, ` ${label} ${count}`);
      this.classes.append(switched);
      if (kind === focused) box.focus();
    }
    this.shown();
  }

  private shown(): void {
    showRows(this.body, this.graph, this.texts, (node) => void this.expand(node));
    this.status.textContent = statusText(this.graph, this.texts);
  }

  private chosen(): void {
    this.graph.edges().removeClass("near");
    const nodes = this.graph.nodes(":selected");
    nodes.connectedEdges().addClass("near");
    if (nodes.length === 1) this.say("chosen", { label: nodes[0]?.data("label"), kind: nodes[0]?.data("kindLabel") });
  }

  private say(text: string, values: Record<string, string | number>): void {
    this.status.textContent = `${statusText(this.graph, this.texts)} ${filled(this.texts[text] ?? "", values)}`;
  }

  private tools(): HTMLElement {
    const tools = made("div", "", { class: "tools", role: "group", "aria-label": this.texts["tools"] ?? "" });
    const actions: [string, () => void][] = [
      ["expand", () => this.graph.nodes(":selected").forEach((node) => void this.expand(node))],
      ["hide", () => this.hide()],
      ["fit", () => void this.graph.fit(this.graph.elements().not(".off"), 20)],
      ["larger", () => this.zoom(1.25)],
      ["smaller", () => this.zoom(0.8)],
    ];
    for (const [name, action] of actions) tools.append(this.button(name, action));
    tools.append(made("span", this.texts["save"]));
    tools.append(
      this.button("png", () => save("tsunagi-graph.png", this.png())),
      this.button("svg", () => save("tsunagi-graph.svg", new Blob([svg(this.graph, look(), document.title)], { type: "image/svg+xml" }))),
      this.button("graphml", () => save("tsunagi-graph.graphml", new Blob([graphml(this.graph)], { type: "application/xml" }))),
    );
    tools.append(this.classes);
    return tools;
  }

  private button(name: string, action: () => void): HTMLButtonElement {
    const button = made("button", this.texts[name], { type: "button", "data-tool": name });
    button.addEventListener("click", action);
    return button;
  }

  private png(): Blob {
    return this.graph.png({ output: "blob", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: look().ground });
  }

  private hide(): void {
    this.graph.nodes(":selected").filter((node) => !node.data("middle")).remove();
    this.filter();
  }

  private zoom(factor: number): void {
    this.graph.zoom({ level: this.graph.zoom() * factor, renderedPosition: { x: this.graph.width() / 2, y: this.graph.height() / 2 } });
  }

  private key(event: KeyboardEvent): void {
    const steps: Record<string, [number, number]> = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    const step = steps[event.key];
    if (step) this.graph.panBy({ x: step[0], y: step[1] });
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "Enter") this.graph.nodes(":selected").forEach((node) => void this.expand(node));
    else return;
    event.preventDefault();
  }
}

const place = document.getElementById("explorer");
if (place) {
  const explorer = new Explorer(place);
  const { thing, elements } = place.dataset;
  if (thing) void explorer.load(thing);
  else {
    const given = JSON.parse(elements ?? "[]") as ElementDefinition[];
    explorer.add({
      thing: "",
      more: false,
      elements: { nodes: given.filter(({ data }) => !data["source"]), edges: given.filter(({ data }) => data["source"]) },
    });
  }
}
