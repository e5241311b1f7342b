/* The dependencies of the chosen sentence: heads above their dependents, as arcs, with the same in a table. */
const SVG = "http://www.w3.org/2000/svg";
const MOST_WORDS = 300;
const GAP = 18, STEP = 22, BELOW = 42;
const shape = (tag, attributes, text) => {
  const node = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  if (text !== undefined) node.textContent = text;
  return node;
};
const putAway = () => {
  const figure = document.querySelector(".arcs");
  if (!figure) return false;
  const back = figure.contains(document.activeElement) && byId(figure.dataset.of);
  figure.remove();
  if (back) back.querySelector(".n").focus();
  return true;
};

/* Each arc lies above those that it spans. */
const levels = (words) => {
  const arcs = words.filter((word) => word.head >= 0);
  const width = (word) => Math.abs(word.place - word.head);
  const height = new Array(words.length).fill(0);
  arcs.sort((a, b) => width(a) - width(b) || a.place - b.place).forEach((word) => {
    const [low, high] = [Math.min(word.place, word.head), Math.max(word.place, word.head)];
    word.level = 1 + Math.max(0, ...height.slice(low, high));
    height.fill(word.level, low, high);
  });
  return Math.max(1, ...arcs.map((word) => word.level));
};
const drawing = (words, label) => {
  const top = 20 + STEP * levels(words);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "15px " + getComputedStyle(document.querySelector("h1")).fontFamily;
  let x = GAP;
  words.forEach((word) => {
    const wide = Math.max(pen.measureText(word.form).width, 7 * word.upos.length, 6.5 * word.deprel.length - GAP);
    word.x = x + wide / 2;
    x += wide + GAP;
  });
  const svg = shape("svg", { width: x, height: top + BELOW, viewBox: `0 0 ${x} ${top + BELOW}`, role: "img", "aria-label": label });
  words.forEach((word) => {
    const group = shape("g", { "data-place": word.place });
    if (word.head < 0) {
      group.append(shape("path", { class: "arc", d: `M${word.x} 8V${top - 4}`, "marker-end": "url(#arrow)" }));
      group.append(shape("text", { class: "rel", x: word.x, y: 16 }, word.deprel));
    } else {
      const from = words[word.head].x + (word.head < word.place ? 5 : -5);
      const to = word.x + (word.head < word.place ? -3 : 3);
      const peak = top - 8 - STEP * word.level + 8;
      const bend = Math.min(12, Math.abs(to - from) / 2) * Math.sign(to - from);
      group.append(shape("path", { class: "arc", "marker-end": "url(#arrow)", d: `M${from} ${top - 4}C${from} ${peak} ${from} ${peak} ${from + bend} ${peak}L${to - bend} ${peak}C${to} ${peak} ${to} ${peak} ${to} ${top - 4}` }));
      group.append(shape("text", { class: "rel", x: (from + to) / 2, y: peak + 4 }, word.deprel));
    }
    group.append(shape("text", { x: word.x, y: top + 14 }, word.form), shape("text", { class: "pos", x: word.x, y: top + 30 }, word.upos));
    svg.append(group);
  });
  return svg;
};
const COLUMNS = ["word", "lemma", "part of speech", "features", "head", "relation"];
const table = (words) => {
  const rows = make("table");
  const line = (cells, tag) => {
    const row = make("tr");
    cells.forEach((cell) => row.append(make(tag, "", cell || "–")));
    return row;
  };
  const head = make("thead");
  const body = make("tbody");
  head.append(line(["", ...COLUMNS], "th"));
  words.forEach((word) => {
    const governor = word.head < 0 ? "" : `${word.head + 1} ${words[word.head].form}`;
    const tags = `${word.upos} ${word.xpos}`;
    body.append(line([String(word.place + 1), word.form, word.lemma, tags, word.feats, governor, word.deprel], "td"));
  });
  rows.append(head, body);
  return rows;
};
const wordsIn = (sentence) => {
  const nodes = wordsOf(sentence);
  const held = columns(reportOf(sentence));
  const first = firstOf(sentence);
  return nodes.map((node, place) => {
    const text = (name) => held.texts[held[name][first + place]];
    const head = held.head[first + place];
    return {
      form: node.textContent, place, head: head < 0 ? -1 : head - first, lemma: text("lemma"), upos: text("upos"),
      xpos: text("xpos"), feats: text("feats"), deprel: text("deprel"),
    };
  });
};
const draw = (sentence) => {
  putAway();
  if (!sentence || !isOn("arcs") || !wordsOf(sentence).length) return;
  const words = wordsIn(sentence);
  const number = numberOf(sentence);
  const figure = make("figure", "arcs");
  figure.dataset.of = sentence.id;
  const caption = make("figcaption", "", `Sentence ${number}: ${words.length} words`);
  const shut = make("button", "", "Put away");
  shut.type = "button";
  shut.addEventListener("click", putAway);
  caption.append(shut);
  figure.append(caption);
  if (words.length <= MOST_WORDS) {
    const scroll = make("div", "scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-label", `Arcs of sentence ${number}: arrow keys go along its words`);
    figure.append(scroll);
    scroll.append(drawing(words, `Dependencies of sentence ${number}; the table below says the same`));
  } else {
    figure.append(make("p", "", `Too long to draw: more than ${MOST_WORDS} words.`));
  }
  const details = make("details");
  details.append(make("summary", "", "The same as a table"));
  details.addEventListener("toggle", () => { if (details.open && !details.querySelector("table")) details.append(table(words)); });
  figure.append(details);
  sentence.closest("p").after(figure);
};
/* The arc of a word, and the word itself, stand out. */
const stress = (sentence, place) => {
  const figure = document.querySelector(".arcs");
  if (!figure || figure.dataset.of !== sentence.id) return;
  all("g[data-place]", figure).forEach((group) => {
    const on = Number(group.dataset.place) === place;
    group.classList.toggle("on", on);
    if (!on) return;
    group.parentNode.append(group);
    const scroll = figure.querySelector(".scroll");
    const text = group.querySelector("text:not(.rel):not(.pos)");
    scroll.scrollLeft = Number(text.getAttribute("x")) - scroll.clientWidth / 2;
  });
};
