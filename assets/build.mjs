// Builds what the pages need beside their HTML: one style sheet, one script, the fonts and the icons. Each is written
// under a name that carries a hash of its content, with brotli and gzip variants where they help, together with the
// two sources that compile them all into the program.
//
//   node assets/build.mjs <output folder>
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

import { toLogical } from "./logical.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "node_modules");
const out = resolve(process.argv[2] ?? "build/generated/assets");

const types = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const files = [];
for (const icon of readdirSync(join(here, "icons"))) add(icon, readFileSync(join(here, "icons", icon)));
for (const font of fonts()) add(basename(font), readFileSync(font));
// The style sheet comes after the fonts, whose hashed names stand in it.
add("main.css", await style());
add("main.js", await script());
writeFileSync(join(out, "assets.S"), assembly());
writeFileSync(join(out, "assets_table.cpp"), table());

function fonts() {
  const folder = join(modules, "@fontsource", "atkinson-hyperlegible", "files");
  const wanted = ["latin-400", "latin-700", "latin-ext-400", "latin-ext-700"];
  return wanted.map((each) => join(folder, `atkinson-hyperlegible-${each}-normal.woff2`));
}

async function style() {
  const compiled = sass.compile(join(here, "scss", "main.scss"), {
    loadPaths: [join(modules, "govuk-frontend", "dist")],
    quietDeps: true,
    silenceDeprecations: ["mixed-decls"],
    style: "expanded",
  });
  const css = toLogical(withoutFallbacks(compiled.css)).replace(/url\("([^"]+)"\)/g, (_, name) => {
    const file = files.find((each) => each.name === name);
    if (!file) throw new Error(`main.css asks for ${name}, which is not in assets`);
    return `url("${file.path}")`;
  });
  const { code } = await esbuild.transform(css, { loader: "css", minify: true });
  return Buffer.from(code);
}

// The theme sets every colour that GOV.UK Frontend has a name for, so the colours it falls back to are never seen.
function withoutFallbacks(css) {
  return css.replace(/var\((--govuk-[a-z-]+-colour), #[0-9a-f]+\)/g, "var($1)");
}

async function script() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, "ts", "main.ts")],
    bundle: true,
    format: "esm",
    legalComments: "none",
    minify: true,
    target: "es2019",
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

function add(name, content) {
  const extension = extname(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const hashed = `${basename(name, extension)}-${hash}${extension}`;
  const file = { name, path: `/assets/${hashed}`, type: types[extension], variants: [hashed] };
  if (!file.type) throw new Error(`No content type is known for ${name}`);
  writeFileSync(join(out, hashed), content);
  if ([".css", ".js", ".svg"].includes(extension)) {
    const brotli = brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    });
    writeFileSync(join(out, `${hashed}.br`), brotli);
    writeFileSync(join(out, `${hashed}.gz`), gzipSync(content, { level: 9 }));
    file.variants.push(`${hashed}.br`, `${hashed}.gz`);
  }
  files.push(file);
}

function symbol(file, variant) {
  return `earshot_asset_${files.indexOf(file)}_${variant}`;
}

function assembly() {
  const lines = ["    .section .rodata"];
  for (const file of files) {
    file.variants.forEach((each, variant) => {
      const label = symbol(file, variant);
      lines.push(`    .balign 16`, `    .global ${label}`, `    .global ${label}_end`);
      lines.push(`${label}:`, `    .incbin "${join(out, each)}"`, `${label}_end:`, `    .byte 0`);
    });
  }
  lines.push(`    .section .note.GNU-stack,"",%progbits`);
  return lines.join("\n") + "\n";
}

function table() {
  const symbols = files.flatMap((file) => file.variants.map((_, variant) => symbol(file, variant)));
  const view = (file, variant) =>
    variant < file.variants.length
      ? `std::string_view(${symbol(file, variant)}, size_t(${symbol(file, variant)}_end - ${symbol(file, variant)}))`
      : "std::string_view()";
  const rows = files.map(
    (file) =>
      `      {"${file.name}",\n       {"${file.path}", "${file.type}",\n        ` +
      `${[0, 1, 2].map((variant) => view(file, variant)).join(",\n        ")}}},`,
  );
  return `// Written by assets/build.mjs.
#include "platform/assets/table.h"

using std::size_t;

extern "C" {
${symbols.map((each) => `extern char const ${each}[], ${each}_end[];`).join("\n")}
}

namespace earshot::assets {

std::vector<Entry> const& table() {
  static std::vector<Entry> const entries = {
${rows.join("\n")}
  };
  return entries;
}

}  // namespace earshot::assets
`;
}
