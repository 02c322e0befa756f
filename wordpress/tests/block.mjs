// The block in an editor that is made of nothing: every attribute has a control, and each control sets what it shows.
// `node wordpress/tests/block.mjs`

import { readFileSync } from "node:fs";
import { deepStrictEqual } from "node:assert";
import { run } from "../../tests/run.mjs";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const { groups, attributes } = JSON.parse(read("../selfscreen/attributes.json"));
const { choices } = JSON.parse(read("release.json"));

/// Elements as plain objects; a component is known by its name.
const el = (type, props, ...children) => ({ type, props: { ...props }, children: children.flat(9).filter(Boolean) });
const names = new Proxy({}, { get: (_, name) => name });
const components = new Proxy({}, { get: (_, name) => (name === "BaseControl" ? { VisualLabel: "VisualLabel" } : name) });

let block;
const wp = {
  element: { createElement: el, Fragment: "Fragment" },
  blockEditor: { InspectorControls: names.InspectorControls, useBlockProps: () => ({ className: "wp-block" }) },
  components,
  blocks: { registerBlockType: (name, settings) => (block = { name, ...settings }) },
};
new Function("window", read("../selfscreen/block.js"))({ wp, selfscreenBlock: { groups, attributes, choices } });

/// Shows the editor with some attributes; gives its elements, and what was set last.
function show(given) {
  const shown = { set: undefined };
  const all = (element) => [element, ...(element.children ?? []).flatMap(all)];
  shown.elements = all(block.edit({ attributes: given, setAttributes: (set) => (shown.set = { ...set }) }));
  shown.of = (type) => shown.elements.filter((element) => element.type === type);
  /// The control with the label of an attribute.
  shown.control = (name) => shown.elements.find(({ props }) => props?.label === attributes[name].label);
  return shown;
}

const tests = {
  "it has the name of block.json": () => deepStrictEqual(block.name, JSON.parse(read("../selfscreen/block.json")).name),
  "the server writes the markup": () => deepStrictEqual(block.save(), null),
  "every group is a panel, and the first is open": () => {
    const panels = show({}).of("PanelBody").map(({ props }) => [props.title, props.initialOpen]);
    deepStrictEqual(panels, Object.values(groups).map((title, place) => [title, place === 0]));
  },
  "every attribute has one control, with its help if it has any": () => {
    const { elements } = show({});
    for (const [name, { label, help }] of Object.entries(attributes)) {
      const found = elements.filter(({ props, children }) => props?.label === label || children?.includes?.(label));
      deepStrictEqual(found.length, 1, name);
      deepStrictEqual(elements.filter(({ props }) => props?.help === help).length > 0, true, name);
    }
  },
  "a text sets its attribute, and an empty one takes it out": () => {
    const shown = show({ "clinic-name": "Harbor" });
    const { type, props } = shown.control("clinic-name");
    deepStrictEqual([type, props.value], ["TextControl", "Harbor"]);
    props.onChange("Harbor Clinic");
    deepStrictEqual(shown.set, { "clinic-name": "Harbor Clinic" });
    props.onChange("");
    deepStrictEqual(shown.set, { "clinic-name": undefined });
  },
  "choices are those of the list or of the screen, after none": () => {
    const options = (name) => show({}).control(name).props.options.map(({ value }) => value);
    deepStrictEqual(options("theme"), ["", "auto", "light", "dark"]);
    deepStrictEqual(options("region"), ["", "us", "other"]);
    deepStrictEqual(options("drug-neutral"), ["", "true", "false"]);
  },
  "ticks are words in the order of the list": () => {
    const shown = show({ routes: "kap" });
    const [racemic, kap] = shown.of("CheckboxControl").map(({ props }) => props);
    deepStrictEqual([racemic.checked, kap.checked], [false, true]);
    racemic.onChange(true);
    deepStrictEqual(shown.set, { routes: "racemic kap" });
    kap.onChange(false);
    deepStrictEqual(shown.set, { routes: undefined });
  },
  "what a personal result lacks is said": () => {
    const said = (given) => show(given).of("Notice").flatMap(({ children }) => children).join();
    deepStrictEqual(/Country.*Treatments you offer/.test(said({})), true);
    deepStrictEqual(/Country/.test(said({ region: "us" })), false);
    deepStrictEqual(said({ region: "us", routes: "kap" }), "");
  },
};

run(tests);
