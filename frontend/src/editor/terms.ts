/** Terms and codes of the data, offered by their names and by their labels in both languages. */
import type { Completion, CompletionContext, CompletionResult, CompletionSource } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";

interface Term {
  name: string;
  type: string;
  ja?: string;
  en?: string;
}

interface Terms {
  prefixes: Record<string, string>;
  terms: Term[];
}

const WORD = /[\p{L}\p{N}_:?<-]+$/u;
const KINDS: Record<string, string> = {
  "owl:Class": "class",
  "owl:ObjectProperty": "property",
  "owl:DatatypeProperty": "property",
  "skos:Concept": "constant",
};

/** Writes a term, and declares its prefix at the top where nobody has. */
function written(name: string, prefixes: Record<string, string>) {
  return (view: EditorView, _: Completion, from: number, to: number) => {
    const prefix = /^[\w-]+(?=:)/.exec(name)?.[0];
    const text = view.state.doc.toString();
    const declared = !prefix || name.startsWith("<") || new RegExp(`PREFIX\\s+${prefix}:`, "i").test(text);
    const head = declared ? "" : `PREFIX ${prefix}: <${prefixes[prefix]}>\n`;
    view.dispatch({
      changes: [...(head ? [{ from: 0, insert: head }] : []), { from, to, insert: name }],
      selection: { anchor: head.length + from + name.length },
    });
  };
}

function fits(term: Term, word: string): boolean {
  return [term.name, term.ja ?? "", term.en ?? ""].some((text) => text.toLowerCase().includes(word));
}

export function terms(address: string, language: string): CompletionSource {
  let known: Promise<Terms> | undefined;
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const before = context.matchBefore(WORD);
    if (!before && !context.explicit) return null;
    known ??= fetch(address).then((response) => response.json() as Promise<Terms>);
    const found = await known.catch(() => {
      known = undefined; // asked again at the next key
      return { prefixes: {}, terms: [] };
    });
    const word = before?.text.toLowerCase() ?? "";
    const options = found.terms
      .filter((term) => fits(term, word))
      .map((term) => {
        const [first, second] = language === "ja" ? [term.ja, term.en] : [term.en, term.ja];
        const kind = KINDS[term.type];
        return {
          label: term.name,
          displayLabel: first ?? term.name,
          detail: [second, term.name.startsWith("<") ? "" : term.name].filter(Boolean).join(" · "),
          ...(kind ? { type: kind } : {}),
          apply: written(term.name, found.prefixes),
        };
      });
    return options.length ? { from: before?.from ?? context.pos, options, filter: false } : null;
  };
}
