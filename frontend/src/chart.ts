/** Draws the figures of the page's own table: a bar for each row, nothing added up, and only rows of one unit and way of counting together. */
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { choice, figures, groups, type Figures, type Group } from "./chart/figures";
import { filled, made, styled, textsOf } from "./shared/texts";

use([BarChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

const MOST = 60;
const NAMING = ["indicator", "item", "contractor", "type", "government", "name"];
/** Columns that tell a row best, the best first. */

class Chart {
  private readonly texts;
  private readonly found: Figures;
  private readonly canvas = made("div", "", { class: "chart" });
  private readonly status = made("p", "", { role: "status", class: "dim" });
  private readonly column;
  private readonly label;
  private readonly group = choice([]);
  private drawn: EChartsType | undefined;

  constructor(place: HTMLElement, table: HTMLTableElement) {
    this.texts = textsOf(place);
    this.found = figures(table);
    this.column = choice(this.found.numeric.map(({ index, heading }) => [String(index), heading]));
    this.label = choice(this.found.named.map(({ index, heading }) => [String(index), heading]));
    const start = NAMING.map((name) => this.found.named.find((column) => column.name === name)).find(Boolean);
    if (start) this.label.value = String(start.index);
    const tools = made("div", "", { class: "parameters" });
    for (const [name, select] of [["column", this.column], ["label", this.label], ["group", this.group]] as const) {
      const field = made("p");
      select.id = `chart-${name}`;
      field.append(made("label", this.texts[name], { for: select.id }), select);
      tools.append(field);
      select.addEventListener("change", () => (name === "column" ? this.regroup() : this.draw()));
    }
    place.append(tools, this.status, this.canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    addEventListener("resize", () => this.drawn?.resize());
    this.regroup();
  }

  private regroup(): void {
    const found = groups(this.found, Number(this.column.value));
    this.group.replaceChildren(
      ...found.map((group, index) => made("option", `${group.name || this.texts["unstated"]} (${group.rows.length})`, { value: String(index) })),
    );
    this.draw();
  }

  private draw(): void {
    const group: Group | undefined = groups(this.found, Number(this.column.value))[Number(this.group.value)];
    const rows = (group?.rows ?? []).slice(0, MOST);
    const heading = this.column.selectedOptions[0]?.textContent ?? "";
    const text = styled("--text");
    const labels = rows.map((row) => this.found.labelOf(row, Number(this.label.value)));
    this.canvas.style.height = `${rows.length * 30 + 70}px`;
    this.drawn?.dispose();
    this.drawn = init(this.canvas, null, { renderer: "svg" });
    this.drawn.setOption({
      animation: false,
      aria: { enabled: true, decal: { show: true }, label: { description: `${heading} ${group?.name ?? ""}: ${labels.length}` } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, renderMode: "richText" },
      grid: { left: 8, right: 56, top: 8, bottom: 40, containLabel: true },
      xAxis: {
        type: "value",
        name: group?.name,
        nameLocation: "middle",
        nameGap: 26,
        nameTextStyle: { color: text },
        axisLabel: { color: text },
        splitLine: { lineStyle: { color: styled("--line") } },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: labels,
        axisLabel: { color: text, width: Math.min(300, this.canvas.clientWidth * 0.4), overflow: "truncate", interval: 0 },
        axisLine: { lineStyle: { color: styled("--edge") } },
      },
      series: [
        {
          type: "bar",
          name: heading,
          data: rows.map((row) => this.found.valueOf(row, Number(this.column.value))),
          itemStyle: { color: styled("--link") },
          label: { show: true, position: "right", color: text },
        },
      ],
    });
    const all = group?.rows.length ?? 0;
    this.status.textContent = filled(this.texts[all > MOST ? "some" : "all"] ?? "", { count: all, most: MOST });
  }
}

const place = document.getElementById("chart");
const table = document.querySelector<HTMLTableElement>("table.answer");
if (place && table && figures(table).numeric.length) {
  place.hidden = false;
  new Chart(place, table);
}
