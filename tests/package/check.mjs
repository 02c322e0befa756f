// The package as npm packs it: what is in it, what it says of itself, and what compilers make of its declarations.
// Arguments: the project it was installed into, and a folder of modules with TypeScript and the types of frameworks.

import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../run.mjs";

const [project, tools] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const root = join(project, "node_modules/selfscreen");
const read = (name, of = root) => readFileSync(join(of, name), "utf8");
const json = (name) => JSON.parse(read(name));
const said = json("package.json");
const manifest = json("manifest.json");
const integrity = (name) => `sha384-${createHash("sha384").update(readFileSync(join(root, name))).digest("base64")}`;
const ts = createRequire(join(tools, "typescript/"))("typescript");

/// Every file of a folder, by its path within it.
const files = (folder, of = folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path, of) : [relative(of, path).split(sep).join("/")];
  });

/// Runs Node in the project; gives what it printed, or fails with what it said.
const node = (...words) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: project, encoding: "utf8" });
  strictEqual(status, 0, `${stdout}${stderr}`);
  return stdout;
};

/// Brings a package of the tools into the project.
const bring = (from, to = from) => {
  const place = join(project, "node_modules", to);
  if (existsSync(place)) return;
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(tools, from), place, "junction");
};

/// Compiles files in the project as a strict site would, and looks into what libraries declare too.
const compile = (names, { compiler = "typescript/bin/tsc", ...more } = {}, vue = {}) => {
  names.filter((name) => existsSync(join(here, name))).forEach((name) => copyFileSync(join(here, name), join(project, name)));
  const config = join(project, `${names[0]}.json`);
  const compilerOptions = {
    noEmit: true, strict: true, skipLibCheck: false, types: [],
    target: "es2022", lib: ["es2022", "dom", "dom.iterable"], module: "esnext", moduleResolution: "bundler", ...more,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, vueCompilerOptions: vue, files: names }));
  return node(join(tools, compiler), "-p", config, "--pretty", "false");
};

/// The attributes as the declarations have them: by name, the words that each lists.
function declared() {
  const source = ts.createSourceFile("selfscreen.d.ts", read("selfscreen.d.ts"), ts.ScriptTarget.Latest, true);
  const words = [];
  const look = (node) => {
    if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) words.push(node.literal.text);
    node.forEachChild(look);
  };
  const all = {};
  const names = (of) => source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === of).members;
  for (const member of names("SelfScreenAttributes")) {
    words.length = 0;
    look(member.type);
    all[member.name.text] = [...new Set(words)];
  }
  return { attributes: all, events: names("SelfScreenEventMap").map(({ name }) => name.text) };
}

const [element] = json("custom-elements.json").modules[0].declarations;

/// The words that a type in `custom-elements.json` lists.
const listed = ({ type }) => [...new Set([...type.text.matchAll(/"([^"]*)"/g)].map(([, word]) => word))];

const tests = {
  "the tarball holds what the package lists, and nothing else": () => {
    deepStrictEqual(files(root).sort(), [...said.files, "package.json"].sort());
  },
  "every path that the package names is there": () => {
    const paths = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(paths));
    const named = [said.main, said.unpkg, said.jsdelivr, said.types, said.customElements, ...paths(said.exports)];
    for (const path of named) ok(existsSync(join(root, path)), path);
  },
  "the scripts are those of the manifest, under both of their names": () => {
    for (const [name, of] of [["selfscreen", manifest], ["selfscreen-screens", manifest.screens]]) {
      strictEqual(of.script, `${name}-${said.version}.js`);
      deepStrictEqual([integrity(`${name}.js`), integrity(of.script)], [of.integrity, of.integrity]);
    }
  },
  "every tag of its page has the integrity of the script and the version": () => {
    const tags = read("README.md").match(/<script [^>]*src=[^>]*>/g);
    strictEqual(tags.length, 3);
    for (const tag of tags) {
      ok(tag.includes(manifest.integrity), tag);
      ok(tag.includes(said.version), tag);
    }
  },
  "its licence is named and comes with it": () => {
    strictEqual(said.license, "MIT");
    ok(read("LICENSE").startsWith("MIT License"));
    ok(read("README.md").includes("MIT: see `LICENSE`"));
  },
  "what others made is named with its licence": () => {
    const notices = read("THIRD-PARTY.md");
    for (const name of ["yew", "wasm-bindgen", "serde", "postcard"]) ok(notices.includes(`\n| ${name} `), name);
    for (const name of ["PHQ-8", "GAD-7", "AUDIT-C", "PEG"]) ok(notices.includes(`\n| ${name} |`), name);
    ok(notices.includes("Permission is hereby granted, free of charge"));
    ok(!notices.includes("| selfscreen"), "only what others made");
  },
  "no file but the scripts names a folder of the machine it was made on": () => {
    const home = process.env.HOME;
    for (const name of files(root)) ok(!home || !read(name).includes(`${home}/`), name);
  },
  "a server may import every entry, and nothing happens": () => {
    const before = "const before = Object.getOwnPropertyNames(globalThis).join();";
    const after = "if (before !== Object.getOwnPropertyNames(globalThis).join()) throw new Error('a global is new');";
    for (const path of ["", "/react", "/preact", "/vue", "/selfscreen-screens.js"]) {
      strictEqual(node("--input-type=module", "--eval", `${before} await import("selfscreen${path}"); ${after}`), "");
      strictEqual(node("--input-type=commonjs", "--eval", `${before} require("selfscreen${path}"); ${after}`), "");
    }
  },
  "browsers get the script where servers get nothing": () => {
    const [browser, server] = ["browser", "node"].map((name) =>
      node("--conditions", name, "--print", "require.resolve('selfscreen')").trim().split(sep).pop(),
    );
    deepStrictEqual([browser, server], ["selfscreen.js", "server.js"]);
  },
  "declarations, custom-elements.json and the schema have the same attributes with the same values": () => {
    const { attributes } = declared();
    deepStrictEqual(element.attributes.map(({ name }) => name).sort(), Object.keys(attributes).sort());
    const { theme, ...keys } = json("schema/settings.json").properties;
    const described = { ...keys, ...theme.properties };
    for (const attribute of element.attributes) {
      const { name } = attribute;
      const flag = attribute.type.text === "boolean";
      if (!flag) deepStrictEqual(listed(attribute), attributes[name], name);
      else deepStrictEqual(attributes[name].filter(Boolean), ["true", "false"], name);
      const key = { "clinic-name": "name", "lang": "locale" }[name] ?? name.replace(/-/g, "_");
      if (["booking-target", "events", "frame-src", "stage"].includes(name)) continue;
      const schema = described[key];
      ok(schema, `the schema has ${key}`);
      const { enum: words, oneOf, anyOf } = schema.items ?? schema;
      const values = words ?? (oneOf ?? anyOf)?.map((one) => one.const);
      const texts = values?.filter((value) => value !== null).map(String);
      if (values) deepStrictEqual([...attributes[name]].sort(), texts.sort(), name);
      strictEqual(schema.type === "boolean", flag, name);
    }
  },
  "declarations and custom-elements.json have the same events": () => {
    deepStrictEqual(element.events.map(({ name }) => name), declared().events);
  },
  "custom-elements.json is what its own types say": () => {
    bring("custom-elements-manifest");
    writeFileSync(
      join(project, "manifest.ts"),
      `import type { Package } from "custom-elements-manifest/schema";\nexport const all: Package = ${read("custom-elements.json")};\n`,
    );
    compile(["manifest.ts"], { skipLibCheck: true });
  },
  "TypeScript takes what is right and refuses what is wrong": () => compile(["page.ts"]),
  "TypeScript that resolves as Node does, too": () => compile(["page.ts"], { module: "nodenext", moduleResolution: "nodenext" }),
  "so does React 19": () => {
    bring("@types/react");
    bring("csstype");
    compile(["react.tsx"], { jsx: "react-jsx" });
  },
  "so does React 18": () => {
    const at = join(tools, "react-types-18");
    compile(["react.tsx"], { jsx: "react-jsx", paths: { "react": [at], "react/jsx-runtime": [join(at, "jsx-runtime")] } });
  },
  "so does Preact": () => {
    bring("preact");
    compile(["preact.tsx"], { jsx: "react-jsx", jsxImportSource: "preact" });
  },
  "so does Vue": () => {
    bring("vue");
    compile(["Right.vue", "Wrong.vue"], { compiler: "vue-tsc/bin/vue-tsc.js", skipLibCheck: true }, { strictTemplates: true });
  },
};

run(tests);
