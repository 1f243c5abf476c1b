/** What a table holds: columns of numbers, columns of names, and which rows may stand beside each other. */
import { made } from "../shared/texts";

export interface Column {
  index: number;
  name: string;
  heading: string;
}

export interface Group {
  name: string;
  rows: HTMLTableRowElement[];
}

export interface Figures {
  numeric: Column[];
  named: Column[];
  rows: HTMLTableRowElement[];
  /** Columns in which rows must agree to stand beside each other. */
  basis: Column[];
  labelOf(row: HTMLTableRowElement, column: number): string;
  valueOf(row: HTMLTableRowElement, column: number): number | undefined;
}

const BASIS = new Set(["unit", "counting", "measure"]);
const ALWAYS = new Set(["government", "cohort"]);
/** Columns that name a row together with the one that is chosen. */
const UNFIT = new Set(["id", "source_start", "row"]);

export function figures(table: HTMLTableElement): Figures {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const text = (row: HTMLTableRowElement, column: number) => row.cells[column]?.textContent?.trim() ?? "";
  const valueOf = (row: HTMLTableRowElement, column: number) => {
    const found = text(row, column).replace(/,/g, "");
    return /^-?\d+(\.\d+)?$/.test(found) ? Number(found) : undefined;
  };
  const columns = headings.map((cell, index) => ({ index, name: cell.dataset["name"] ?? "", heading: cell.textContent?.trim() ?? "" }));
  const fit = columns.filter(({ name }) => !UNFIT.has(name));
  const numeric = fit.filter(
    ({ index }) => rows.some((row) => row.cells[index]?.classList.contains("num") && valueOf(row, index) !== undefined),
  );
  const named = fit.filter((column) => !numeric.includes(column) && rows.some((row) => text(row, column.index) !== ""));
  return {
    numeric,
    named,
    rows,
    basis: columns.filter(({ name }) => BASIS.has(name)),
    valueOf,
    labelOf: (row, column) =>
      [...new Set([...columns.filter(({ name }) => ALWAYS.has(name)).map(({ index }) => text(row, index)), text(row, column)])]
        .filter(Boolean)
        .join(" "),
  };
}

/** Rows that have a number in the column, by unit and way of counting; the largest group first. */
export function groups(found: Figures, column: number): Group[] {
  const by = new Map<string, HTMLTableRowElement[]>();
  for (const row of found.rows) {
    if (found.valueOf(row, column) === undefined) continue;
    const name = found.basis.map(({ index }) => row.cells[index]?.textContent?.trim() ?? "").filter(Boolean).join("・");
    by.set(name, [...(by.get(name) ?? []), row]);
  }
  return [...by].map(([name, rows]) => ({ name, rows })).sort((a, b) => b.rows.length - a.rows.length || a.name.localeCompare(b.name, "ja"));
}

export function choice(options: [string, string][]): HTMLSelectElement {
  const select = made("select");
  select.append(...options.map(([value, text]) => made("option", text, { value })));
  return select;
}
