/* Side by side. Spans count code points, so texts are cut as arrays of them. */
const MARKS = ["chg", "ext", "pub", "gap"];
const reports = {};
const texts = new Map();
const read = (id) => {
  if (texts.has(id)) return texts.get(id);
  const anchor = reports[id][0];
  const sentences = [];
  let place = 0;
  for (const node of byId("t-" + anchor).childNodes) {
    const length = Array.from(node.textContent).length;
    if (node.id && node.id.startsWith(anchor + "-s")) sentences.push([place, place + length, node]);
    place += length;
  }
  const taken = { anchor, sentences, chars: Array.from(byId("t-" + anchor).textContent) };
  texts.set(id, taken);
  return taken;
};
const layersOf = (id, flat) => {
  const layers = [];
  for (let i = 0; i < flat.length; i += 3) layers.push([flat[i], flat[i + 1], MARKS[flat[i + 2]]]);
  const said = reports[id][2];
  for (let i = 0; i < said.length; i += 2) layers.push([said[i], said[i + 1], "said"]);
  return layers;
};
const runs = (chars, start, end, layers, into) => {
  const inside = layers.filter(([s, e]) => s < end && e > start);
  const points = layers.filter(([s, e]) => s === e && start < s && s < end);
  const cuts = [...new Set([start, end, ...inside.flatMap(([s, e]) => [Math.max(s, start), Math.min(e, end)]), ...points.map(([s]) => s)])];
  cuts.sort((x, y) => x - y);
  for (let i = 0; i + 1 < cuts.length; i++) {
    if (points.some(([s]) => s === cuts[i])) into.append(make("span", "gap"));
    const names = new Set(inside.filter(([s, e]) => s <= cuts[i] && e >= cuts[i + 1] && s < e).map(([, , name]) => name));
    const text = chars.slice(cuts[i], cuts[i + 1]).join("");
    if (!names.size) into.append(text);
    else into.append(make(names.has("chg") || names.has("ext") ? "mark" : "span", [...names].join(" "), text));
  }
};
const cell = (section, id, numbers, layers, note, faced) => {
  const { anchor, sentences, chars } = read(id);
  const origin = [...sentences[numbers[0]][2].classList].find((name) => name !== "s" && name !== "here");
  const node = make("div", origin);
  node.setAttribute("role", "cell");
  node.dir = "auto";
  if (note) node.append(make("small", "note", note), " ");
  const { folded, opening } = section.dataset;
  const inside = faced || numbers.length <= Number(folded) ? node : make("details", "fold");
  if (inside !== node) {
    const first = chars.slice(...sentences[numbers[0]].slice(0, 2)).join("").split(/\s+/).join(" ").trim();
    const words = first.length > opening ? first.slice(0, opening - 1).trimEnd() + "…" : first;
    inside.append(make("summary", "", `${numbers.length} sentences: ${words}`));
    node.append(inside);
  }
  numbers.forEach((n, i) => {
    if (i) inside.append(" ");
    const link = make("a", "at");
    link.href = `#${anchor}-s${n}`;
    runs(chars, sentences[n][0], sentences[n][1], layers, link);
    inside.append(link);
  });
  return node;
};
const lone = (section, id, label, numbers) => {
  const count = reports[id][1][numbers[0]];
  const node = make("div", "none", count ? `not in ${label}; shared with ${count} other report${count > 1 ? "s" : ""}` : section.dataset.none);
  node.setAttribute("role", "cell");
  return node;
};
const strangers = (a, b) => {
  const [left, right] = [a, b].map((id) => [...read(id).sentences.keys()]);
  return [a, b, [[left, [], "", false, false], [[], right, "", false, false]], null, [], []];
};
const labelOf = (select) => select.selectedOptions[0].textContent;
const draw = (section) => {
  const [pickA, pickB] = [section.querySelector(".pick-a"), section.querySelector(".pick-b")];
  const [a, b] = [pickA.value, pickB.value];
  const facts = section.querySelector(".facts");
  if (a === b) { facts.textContent = "Choose two different reports."; return; }
  const known = section.pairs.find((p) => (p[0] === a && p[1] === b) || (p[0] === b && p[1] === a));
  const pair = known || strangers(a, b);
  const turned = pair[0] !== a;
  const rows = turned ? pair[3].map((n) => pair[2][n]) : pair[2];
  const [layersA, layersB] = [layersOf(a, pair[turned ? 5 : 4]), layersOf(b, pair[turned ? 4 : 5])];
  const [labelA, labelB] = [labelOf(pickA), labelOf(pickB)];
  const table = section.querySelector(".pair");
  const head = table.querySelector(".head");
  head.children[0].querySelector("bdi").textContent = labelA;
  head.children[1].querySelector("bdi").textContent = labelB;
  const lines = rows.map((row) => {
    const [left, right] = turned ? [row[1], row[0]] : [row[0], row[1]];
    const [, , shared, moved, changed] = row;
    const note = [shared && shared !== "copy" ? shared : "", moved ? "moved" : ""].filter(Boolean).join(", ");
    const line = make("div", "line" + (changed && shared ? " edit" : ""));
    line.setAttribute("role", "row");
    if (changed && shared) line.tabIndex = -1;
    line.append(left.length ? cell(section, a, left, layersA, note, right.length) : lone(section, b, labelA, right));
    line.append(right.length ? cell(section, b, right, layersB, note, left.length) : lone(section, a, labelB, left));
    return line;
  });
  table.replaceChildren(head, ...lines);
  const edits = rows.filter((row) => row[4] && row[2]).length;
  facts.textContent = known
    ? `${rows.filter((row) => row[2]).length} rows face each other, ${edits} of them with other words.`
    : "The page holds no wording that these two share.";
  say(facts.textContent);
};
const wireSide = (section) => {
  const [known, pairs] = JSON.parse(section.querySelector(".pairs").textContent);
  Object.assign(reports, known);
  section.pairs = pairs;
  const [pickA, pickB] = [section.querySelector(".pick-a"), section.querySelector(".pick-b")];
  if (!pickA) return;
  [pickA, pickB].forEach((pick) => pick.addEventListener("change", () => draw(section)));
  section.querySelector(".swap").addEventListener("click", () => {
    [pickA.value, pickB.value] = [pickB.value, pickA.value];
    draw(section);
  });
};
/* "Side by side" beside a claim: its two reports, at the sentence that it speaks of. */
const wireBeside = (link) => link.addEventListener("click", () => {
  const section = byId(link.hash.slice(1));
  const [pickA, pickB] = [section.querySelector(".pick-a"), section.querySelector(".pick-b")];
  const { a, b } = link.closest("[data-a]").dataset;
  const { at } = link.dataset;
  if (pickA && (pickA.value !== a || pickB.value !== b)) {
    [pickA.value, pickB.value] = [a, b];
    draw(section);
  }
  const place = section.querySelector(`.at[href="#${at}"]`);
  const line = place ? place.closest(".line") : section.querySelector(".pair");
  landing = line;
});
