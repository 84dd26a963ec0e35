// Copies what is served into wwwroot/lib and draws the icon sprite from FrontEnd/icons.txt. Run by the build after `npm ci`.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "node_modules");
const lib = join(here, "..", "wwwroot", "lib");

rmSync(lib, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });

const served = {
  "@tabler/core/dist/css/tabler.min.css": "tabler.min.css",
  "htmx.org/dist/htmx.min.js": "htmx.min.js",
  "echarts/dist/echarts.common.min.js": "echarts.min.js",
};
for (const [from, to] of Object.entries(served)) {
  // The source maps stay behind, so the comment that points at them would only give a 404 in the console.
  const text = readFileSync(join(modules, from), "utf8").replace(/\n?(\/\/|\/\*)# sourceMappingURL=.*$/m, "");
  writeFileSync(join(lib, to), text);
}
// Tabler carries its licence in the head of its file; these do not.
for (const name of ["htmx.org", "echarts", "@tabler/icons"]) {
  copyFileSync(join(modules, name, "LICENSE"), join(lib, `LICENSE.${name.replace("@", "").replace("/", "-")}.txt`));
}

const names = readFileSync(join(here, "icons.txt"), "utf8").split(/\s+/).filter(Boolean);
const symbols = names.map(name => {
  const svg = readFileSync(join(modules, "@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
});
writeFileSync(join(lib, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`);
