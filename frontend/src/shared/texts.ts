/** What an island says, in the language of its page: given by the page as JSON in data-texts. */
export type Texts = Record<string, string>;

export function textsOf(element: HTMLElement): Texts {
  return JSON.parse(element.dataset["texts"] ?? "{}") as Texts;
}

/** A text with its {names} filled in. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const JAPANESE = /[\u3041-\u3096\u30a1-\u30fa\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]/;

/** An element with a text and attributes; the text is never read as markup, and says that it is Japanese where the page is not. */
export function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = "",
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  if (document.documentElement.lang !== "ja" && JAPANESE.test(text)) element.lang = "ja";
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** A colour of the page's style, as it is in the scheme that is shown. */
export function styled(name: string): string {
  const probe = made("span");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Saves a text or picture as a file. */
export function save(name: string, content: Blob): void {
  const link = made("a", "", { download: name, href: URL.createObjectURL(content) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
