// The block in the editor: a sidebar with a control for each attribute, and a picture of nothing but what is set.
// It runs as it stands here, without a build; `places.php` hands over the list of attributes.

(function (wp, list) {
  const { createElement: el, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { BaseControl, CheckboxControl, Notice, PanelBody, Placeholder, SelectControl, TextControl } = wp.components;

  /// Sizes of the current editor, which it asks for by name.
  const SIZES = { __next40pxDefaultSize: true, __nextHasNoMarginBottom: true };
  const FLAG = { true: "Yes", false: "No" };

  const labelled = (choices) => Object.entries(choices).map(([value, label]) => ({ value, label }));

  /// A choice that leaves the attribute out comes first.
  const select = (props, choices) =>
    el(SelectControl, { ...props, ...SIZES, options: [{ value: "", label: "As by default" }, ...labelled(choices)] });

  /// Boxes for the words of a list; those that are there stay in the order in which they are offered.
  const boxes = ({ label, help, value, onChange }, choices) => {
    const words = value.split(/\s+/);
    const toggle = (id) => (ticked) =>
      onChange(Object.keys(choices).filter((word) => (word === id ? ticked : words.includes(word))).join(" "));
    const box = ({ value: id, label }) =>
      el(CheckboxControl, { ...SIZES, key: id, label, checked: words.includes(id), onChange: toggle(id) });
    return el(BaseControl, { ...SIZES, help },
      el("fieldset", {}, el(BaseControl.VisualLabel, { as: "legend" }, label), labelled(choices).map(box)));
  };

  function control(name, { kind, label, help, choices = list.choices[name] }, props) {
    const shared = {
      key: name,
      label,
      help,
      value: props.attributes[name] || "",
      // What is empty is not stored.
      onChange: (value) => props.setAttributes({ [name]: value || undefined }),
    };
    if (kind === "ids") return el("div", { key: name }, boxes(shared, choices || {}));
    if (kind === "flag") return select(shared, FLAG);
    if (choices) return select(shared, choices);
    return el(TextControl, { ...shared, ...SIZES });
  }

  function group(id, title, props) {
    const attributes = Object.entries(list.attributes).filter(([, attribute]) => attribute.group === id);
    const controls = attributes.map(([name, attribute]) => control(name, attribute, props));
    return el(PanelBody, { key: id, title, initialOpen: id === "clinic" }, controls);
  }

  /// What visitors would miss most.
  function missing({ attributes }) {
    const names = ["region", "routes"].filter((name) => !attributes[name]);
    const labels = names.map((name) => `“${list.attributes[name].label}”`);
    if (!names.length) return null;
    return el(Notice, { status: "warning", isDismissible: false },
      `Without ${labels.join(" and ")}, visitors get information only, and no personal result.`);
  }

  function edit(props) {
    const name = props.attributes["clinic-name"];
    const picture = {
      icon: "clipboard",
      label: name ? `Selfscreen: ${name}` : "Selfscreen",
      instructions: "The questionnaire is shown here on the page itself. Its settings are in the sidebar.",
    };
    return el(Fragment, {},
      el(InspectorControls, {}, Object.entries(list.groups).map(([id, title]) => group(id, title, props))),
      el("div", useBlockProps(), el(Placeholder, picture, missing(props))));
  }

  // The page's markup is written by the server, each time it is shown.
  wp.blocks.registerBlockType("selfscreen/questionnaire", { edit, save: () => null });
})(window.wp, window.selfscreenBlock);
