/** The field for queries, with colours, completion by Japanese and English labels, and mistakes shown where they are. */
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { sparql } from "codemirror-lang-sparql";
import { terms } from "./editor/terms";
import { made, textsOf } from "./shared/texts";

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "light-dark(#8b008b, #ffaeff)", fontWeight: "bold" },
  { tag: [tags.string, tags.literal], color: "light-dark(#115a36, #71c598)" },
  { tag: [tags.number, tags.bool], color: "light-dark(#8b3200, #ffa66d)" },
  { tag: tags.variableName, color: "light-dark(#0017c1, #9db7f9)" },
  { tag: [tags.url, tags.namespace, tags.propertyName], color: "light-dark(#00428c, #97d3ff)" },
  { tag: tags.comment, color: "light-dark(#595959, #b3b3b3)", fontStyle: "italic" },
]);

const LOOK = EditorView.theme({
  "&": { color: "var(--text)", backgroundColor: "var(--ground)", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "0.2rem solid var(--focus)" },
  ".cm-content, .cm-gutters": { fontFamily: "var(--mono)" },
  ".cm-content": { caretColor: "var(--text)", minHeight: "14rem" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-gutters": { backgroundColor: "var(--box)", color: "var(--dim)", border: "none" },
  ".cm-activeLine": { backgroundColor: "light-dark(rgba(0, 0, 0, 0.04), rgba(255, 255, 255, 0.06))" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection": {
    backgroundColor: "light-dark(#c5d7fb, #2f4a8f)",
  },
  ".cm-tooltip": { backgroundColor: "var(--ground)", color: "var(--text)", border: "1px solid var(--edge)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--ground)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--wrong)" },
  ".cm-matchingBracket": { backgroundColor: "var(--mark) !important" },
});

/** What is typed over a selection. The browser would keep the look of what it replaces by a style of its own, which the page's policy forbids. */
function replaced(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== "insertText" || !event.data || view.composing || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type" });
  return true;
}

function edit(field: HTMLTextAreaElement): void {
  const place = made("div", "", { class: "editor" });
  field.before(place);
  field.hidden = true;
  field.required = false; // a hidden field cannot be told to be filled in
  // in a tree of its own CodeMirror adopts its style sheets; written into the page they would break its policy
  const root = place.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: field.value,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        bracketMatching(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        sparql(),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [terms(field.dataset["terms"] ?? "", document.documentElement.lang)] }),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        LOOK,
        EditorView.contentAttributes.of({ "aria-label": textsOf(field)["query"] ?? "" }),
        EditorView.domEventHandlers({ beforeinput: replaced }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) field.value = update.state.doc.toString();
        }),
      ],
    }),
  });
  for (const label of document.querySelectorAll<HTMLLabelElement>(`label[for="${field.id}"]`)) label.addEventListener("click", () => view.focus());
  mark(view, field);
}

function mark(view: EditorView, field: HTMLTextAreaElement): void {
  const number = Number(field.dataset["line"] ?? 0);
  if (number < 1 || number > view.state.doc.lines) return;
  const line = view.state.doc.line(number);
  const from = Math.min(line.from + Math.max(0, Number(field.dataset["column"] ?? 1) - 1), line.to);
  view.dispatch(setDiagnostics(view.state, [{ from, to: Math.max(from, line.to), severity: "error", message: field.dataset["mistake"] ?? "" }]));
}

const field = document.querySelector<HTMLTextAreaElement>("textarea#query");
if (field) edit(field);
