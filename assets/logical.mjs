// Turns the sides of a style sheet into starts and ends, so that the same rules serve a page that runs from right to
// left: margin-left becomes margin-inline-start, and so on. It reads Sass's expanded output, one declaration a line.
const properties = [
  [/^(margin|padding|border)-left\b/, "$1-inline-start"],
  [/^(margin|padding|border)-right\b/, "$1-inline-end"],
  [/^left$/, "inset-inline-start"],
  [/^right$/, "inset-inline-end"],
  [/^border-top-left-radius$/, "border-start-start-radius"],
  [/^border-top-right-radius$/, "border-start-end-radius"],
  [/^border-bottom-left-radius$/, "border-end-start-radius"],
  [/^border-bottom-right-radius$/, "border-end-end-radius"],
];

/// The style sheet with logical properties in place of left and right ones.
export function toLogical(css) {
  return css.replace(/^(\s*)([a-z-]+): ([^;{}]+);$/gm, (line, indent, property, value) => {
    const declarations = declaration(property, value);
    return declarations ? declarations.map(([name, text]) => `${indent}${name}: ${text};`).join("\n") : line;
  });
}

function declaration(property, value) {
  for (const [pattern, replacement] of properties) {
    if (pattern.test(property)) return [[property.replace(pattern, replacement), value]];
  }
  if (property === "text-align") return [[property, side(value)]];
  if (property === "float" || property === "clear") {
    // Browsers from before 2023 know no logical floats: they keep the side, which is right for most readers.
    const logical = value.replace(/^left/, "inline-start").replace(/^right/, "inline-end");
    return logical === value ? null : [[property, value], [property, logical]];
  }
  if (property === "justify-content") return [[property, side(value)]];
  if (property === "border-radius") return fourCorners(value);
  return fourSides(property, value);
}

function fourCorners(value) {
  const corners = value.split(/\s+(?![^(]*\))/);
  if (corners.length !== 4) return null;
  const places = ["start-start", "start-end", "end-end", "end-start"];
  return corners.map((radius, index) => [`border-${places[index]}-radius`, radius]);
}

function side(value) {
  return value.replace(/^left\b/, "start").replace(/^right\b/, "end");
}

function fourSides(property, value) {
  if (!["margin", "padding", "border-width"].includes(property)) return null;
  const [text, important = ""] = value.split(/( !important)$/);
  const [top, right, bottom, left, ...more] = text.split(/\s+(?![^(]*\))/);
  if (left === undefined || more.length > 0 || left === right) return null;
  return [
    [within(property, "block"), `${top} ${bottom}${important}`],
    [within(property, "inline"), `${left} ${right}${important}`],
  ];
}

function within(property, axis) {
  return property === "border-width" ? `border-${axis}-width` : `${property}-${axis}`;
}
