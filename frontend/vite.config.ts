import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig, type Plugin } from "vite";

const target = "../src/kg/web/static";
const entries = ["style.css", "explorer.ts", "chart.ts", "editor.ts"];

/** Writes each text file compressed beside itself, so that the service need not do it at every request. */
function compressed(): Plugin {
  return {
    name: "compressed",
    closeBundle() {
      for (const name of readdirSync(join(target, "assets"))) {
        const path = join(target, "assets", name);
        writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}

/** Names the licence of what is bundled but is no module of JavaScript: the design tokens. */
function tokensLicence(): Plugin {
  return {
    name: "tokens-licence",
    closeBundle() {
      const of = "node_modules/@digital-go-jp/design-tokens";
      const { version, license } = JSON.parse(readFileSync(`${of}/package.json`, "utf-8"));
      const path = join(target, "licences.md");
      const text = readFileSync(`${of}/LICENSE`, "utf-8").trim();
      writeFileSync(path, `${readFileSync(path, "utf-8").trim()}\n\n## @digital-go-jp/design-tokens - ${version} (${license})\n\n${text}\n`);
    },
  };
}

export default defineConfig({
  base: "./", // the service may stand below a path
  build: {
    outDir: target,
    emptyOutDir: true,
    manifest: "manifest.json",
    license: { fileName: "licences.md" },
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the policy of the pages allows data: for images only
    target: "es2022",
    rolldownOptions: { input: entries.map((entry) => `src/${entry}`) },
  },
  plugins: [compressed(), tokensLicence()],
});
