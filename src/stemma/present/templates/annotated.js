/* The page reads without script, and its layers are switched without it. It adds words, arcs, keys and the address. */
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("status").textContent = text; };
const make = (tag, css, text) => {
  const node = document.createElement(tag);
  if (css) node.className = css;
  if (text) node.textContent = text;
  return node;
};
const switches = all("[data-layer]");
const defaults = switches.filter((box) => box.checked).map((box) => box.dataset.layer);
const isOn = (layer) => { const box = byId("on-" + layer); return Boolean(box && box.checked); };

/* A closed report waits as the text of its <noscript>: one node, until somebody opens it. */
const fill = (report) => {
  const held = report.querySelector(":scope > noscript");
  if (!held) return;
  const template = document.createElement("template");
  template.innerHTML = held.textContent;
  held.replaceWith(template.content);
  if (isOn("tokens")) lineUnder(report);
};
const found = (id) => {
  if (!id) return null;
  const report = byId(id.split("-")[0]);
  if (report && report.matches("details.report")) {
    fill(report);
    report.open = true;
  }
  return byId(id);
};

/* What the engine said: the columns of a report, read when somebody asks for them. */
const read = new WeakMap();
const columns = (report) => {
  if (!read.has(report)) {
    const held = report.querySelector(".columns");
    if (!held) return null;
    read.set(report, JSON.parse(held.textContent));
  }
  return read.get(report);
};
const reportOf = (node) => node.closest(".report");
const numberOf = (sentence) => Number(sentence.id.split("-s")[1]);
const wordsOf = (sentence) => all(".w", sentence);
const firstOf = (sentence) => {
  const held = columns(reportOf(sentence));
  return held && held.sentences ? held.sentences[numberOf(sentence) - 1][0] : 0;
};
const factsOf = (word) => {
  const sentence = word.closest(".s");
  const words = wordsOf(sentence);
  const held = columns(reportOf(sentence));
  const first = firstOf(sentence);
  const place = words.indexOf(word);
  const text = (name) => held.texts[held[name][first + place]];
  const head = held.head[first + place];
  return {
    form: word.textContent, place, lemma: text("lemma"), upos: text("upos"), xpos: text("xpos"), feats: text("feats"),
    deprel: text("deprel"), head: head < 0 ? -1 : head - first, governor: head < 0 ? null : words[head - first],
  };
};

/* The line about a word, and about whatever lies over it. */
const over = (node) => {
  const held = columns(reportOf(node));
  const marks = node.matches("[data-f]") ? [node] : all("[data-f]", node);
  const numbers = new Set(marks.flatMap((mark) => mark.dataset.f.split(" ")));
  return [...numbers].map((number) => held.findings[Number(number)]);
};
const about = (node) => {
  const line = byId("word");
  line.replaceChildren();
  const word = node.closest(".w");
  const lines = [];
  if (word) {
    const facts = factsOf(word);
    line.append(make("b", "", facts.form));
    lines.push(`lemma ${facts.lemma}`, `${facts.upos} ${facts.xpos}`);
    if (facts.feats) lines.push(facts.feats.replaceAll("|", " "));
    lines.push(facts.governor ? `${facts.deprel} of ${facts.governor.textContent}` : facts.deprel);
  } else {
    line.append(make("b", "", node.textContent));
  }
  lines.push(...over(word || node));
  line.append("\n" + lines.join("\n"));
  return [word ? word.textContent : node.textContent, ...lines].join(", ");
};
addEventListener("pointerover", (event) => {
  const node = event.target.closest && event.target.closest(".w, .m[data-f]");
  if (node) about(node);
});

/* Words close up. */
const lineUnder = (report) => {
  const held = columns(report);
  if (!held || !held.upos) return;
  const word = (name, place) => held.texts[held[name][place]];
  all(".w", report).forEach((node, place) => {
    const tags = `${word("upos", place)} ${word("xpos", place)}`;
    node.dataset.u = [word("lemma", place), tags, word("feats", place).replaceAll("|", "\n")].join("\n").trim();
  });
};
const closeUp = () => {
  document.documentElement.classList.toggle("close", isOn("tokens"));
  if (isOn("tokens")) all(".report").forEach(lineUnder);
};

/* The address keeps where somebody is and which layers are on: #r1-s5&layers=names,times */
let at = "";
const address = () => {
  const on = switches.filter((box) => box.checked).map((box) => box.dataset.layer);
  const same = on.length === defaults.length && on.every((layer) => defaults.includes(layer));
  return "#" + [at, ...(same ? [] : ["layers=" + on.join(",")])].filter(Boolean).join("&");
};
const keep = () => { history.replaceState(null, "", address() === "#" ? location.pathname + location.search : address()); };
const arrive = () => {
  const parts = decodeURIComponent(location.hash.slice(1)).split("&");
  const layers = parts.find((part) => part.startsWith("layers="));
  const on = layers === undefined ? defaults : layers.slice("layers=".length).split(",");
  switches.forEach((box) => { box.checked = on.includes(box.dataset.layer); });
  at = parts.find((part) => part && !part.includes("=")) || "";
  closeUp();
  const node = found(at);
  if (!node) return;
  if (node.matches(".s")) choose(node);
  else node.scrollIntoView({ block: "start" });
};
switches.forEach((box) => box.addEventListener("change", () => {
  closeUp();
  if (box.dataset.layer === "arcs") draw(document.querySelector(".s.here"));
  keep();
}));
addEventListener("hashchange", arrive);
all("details.report").forEach((report) => report.addEventListener("toggle", () => { if (report.open) fill(report); }));

/* A sentence is chosen by its number, by a word of it, or by a link to it. */
const choose = (sentence, focus = true) => {
  all(".s.here").forEach((other) => { other.classList.remove("here"); });
  sentence.classList.add("here");
  at = sentence.id;
  keep();
  draw(sentence);
  if (!focus) return;
  sentence.scrollIntoView({ block: "center" });
  sentence.querySelector(".n").focus({ preventScroll: true });
};
addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !event.target.closest) return;
  const link = event.target.closest("a[href^='#']");
  const word = event.target.closest(".w");
  if (link && !link.matches(".skip")) {
    const node = found(link.hash.slice(1));
    if (!node) return;
    event.preventDefault();
    if (node.matches(".s")) choose(node);
    else {
      at = node.id;
      keep();
      node.scrollIntoView({ block: "start" });
    }
    if (link.dataset.go) light(reportOf(link), link.dataset.go);
  } else if (word && !String(getSelection())) {
    choose(word.closest(".s"), false);
    about(word);
  }
});
const light = (report, number) => {
  const marks = all("[data-f]", report).filter((mark) => mark.dataset.f.split(" ").includes(number));
  all(".w.at").forEach((word) => word.classList.remove("at"));
  marks.forEach((mark) => (mark.closest(".w") || mark).classList.add("at"));
  if (marks.length) about(marks[0]);
};
