/* The index: search, filters, order. An entry is a story or a report on its own. */
const index = JSON.parse(byId("data").textContent);
const entries = index.entries.map(([anchor, reports, low, high, copying, heavy, first, last, outlets, languages, labels], place) => (
  { node: byId(anchor), reports, low, high, copying, heavy, first, last, outlets, languages, labels, place }));
const find = byId("find");
const picks = all("[data-by]");

/* What is searched: titles, outlets, the texts of the reports; nothing that the page itself says. */
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&#34;": '"', "&#39;": "'" };
const bare = (html) => html.replace(/<[^>]*>/g, "").replace(/&(?:lt|gt|amp|#34|#39);/g, (name) => ENTITIES[name]);
const textOf = (node) => {
  const held = node.querySelector(":scope > noscript");
  if (!held) return all(".text", node).map((text) => text.textContent).join("\n");
  return Array.from(held.textContent.matchAll(/<div class="text"[^>]*>([^]*?)<\/div>/g), (match) => bare(match[1])).join("\n");
};
const haystack = (entry) => {
  if (entry.hay === undefined) {
    entry.text = textOf(entry.node);
    entry.head = [entry.node.querySelector("summary").textContent, ...entry.outlets.map((n) => index.outlets[n]), entry.labels].join("\n").toLowerCase();
    entry.hay = entry.text.toLowerCase();
  }
  return entry;
};
/* Read ahead while nobody asks for anything, an entry at a time. */
const ahead = () => {
  const next = entries.find((entry) => entry.hay === undefined);
  if (!next) return;
  haystack(next);
  (window.requestIdleCallback || setTimeout)(ahead);
};

const tests = {
  outlet: (entry, value) => entry.outlets.includes(Number(value)),
  language: (entry, value) => entry.languages.includes(Number(value)),
  copying: (entry) => entry.copying > 0,
  several: (entry) => entry.reports > 1,
  one: (entry) => entry.low === 1 && entry.reports > 1,
  heavy: (entry) => entry.heavy > 0,
  from: (entry, value) => entry.last >= value,
  to: (entry, value) => entry.first && entry.first.slice(0, value.length) <= value,
};
const wanted = () => picks.filter((pick) => tests[pick.dataset.by] && (pick.type === "checkbox" ? pick.checked : pick.value));
const hits = (entry, words) => {
  if (!words.length) return true;
  const { head, hay } = haystack(entry);
  return words.every((word) => head.includes(word) || hay.includes(word));
};
/* The words found, as they stand, under the entry's title. */
const quote = (entry, words) => {
  const old = entry.node.querySelector(":scope > summary .hit-text");
  if (old) old.remove();
  const word = words.find((one) => !entry.head.includes(one) && entry.hay.includes(one));
  if (!word || entry.hay.length !== entry.text.length) return;
  const at = entry.hay.indexOf(word);
  const end = at + word.length;
  const before = entry.text.slice(Math.max(0, at - 50), at).split("\n").pop();
  const after = entry.text.slice(end, end + 60).split("\n")[0];
  const line = make("span", "hit-text");
  line.append(`… ${before.slice(before.length < 50 ? 0 : before.indexOf(" ") + 1)}`, make("mark", "hit", entry.text.slice(at, end)),
    `${after.length < 60 ? after : after.slice(0, after.lastIndexOf(" "))} …`);
  entry.node.querySelector("summary").append(line);
};
const filter = () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const using = wanted();
  const told = { true: 0, false: 0 };
  for (const entry of entries) {
    const fits = using.every((pick) => tests[pick.dataset.by](entry, pick.value)) && hits(entry, words);
    entry.node.hidden = !fits;
    if (fits) told[entry.reports > 1]++;
    if (words.length && fits) quote(entry, words);
    else if (entry.node.querySelector(":scope > summary .hit-text")) quote(entry, []);
  }
  const some = words.length || using.length;
  const name = (count, one, many) => `${count} ${count === 1 ? one : many}`;
  byId("found").textContent = some ? `${name(told.true, "story", "stories")} and ${name(told.false, "report", "reports")} on ${told.false === 1 ? "its" : "their"} own` : "";
  byId("nothing").hidden = Boolean(told.true || told.false);
  byId("clear").hidden = !some;
  byId("alone").hidden = !told.false;
};
const clearFilters = () => {
  if (!find) return;
  find.value = "";
  for (const pick of picks) if (pick.dataset.by !== "order") { if (pick.type === "checkbox") pick.checked = false; else pick.value = ""; }
  filter();
};
const orders = {
  copying: (a, b) => a.place - b.place,
  reports: (a, b) => b.reports - a.reports,
  texts: (a, b) => a.high - b.high || b.reports - a.reports,
  newest: (a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0),
  oldest: (a, b) => (!a.first - !b.first) || (a.first > b.first ? 1 : a.first < b.first ? -1 : 0),
};
const sort = () => {
  const compare = orders[byId("order").value];
  const sorted = [...entries].sort((a, b) => compare(a, b) || a.place - b.place);
  for (const several of [true, false]) {
    const nodes = sorted.filter((entry) => entry.reports > 1 === several).map((entry) => entry.node);
    if (nodes.length) nodes[0].parentElement.append(...nodes);
  }
};
if (find) {
  all(".filters").forEach((fold) => { fold.open = matchMedia("(min-width: 46.01rem)").matches; });
  find.addEventListener("input", filter);
  picks.forEach((pick) => pick.addEventListener("change", pick.dataset.by === "order" ? sort : filter));
  byId("clear").addEventListener("click", () => { clearFilters(); find.focus(); });
  setTimeout(ahead, 300);
}
/* Opening a section fills it before it shows. */
addEventListener("click", (event) => {
  const summary = event.target.closest && event.target.closest("summary");
  if (summary) fill(summary.parentElement);
}, true);
addEventListener("toggle", (event) => { if (event.target.open) fill(event.target); }, true);

/* Paper shows all that the filters show: whatever is folded opens, and folds again afterwards. */
let unfolded = [];
addEventListener("beforeprint", () => {
  const shown = (node) => !node.closest("[hidden]");
  waiting().map((held) => held.parentElement).filter(shown).forEach(fill);
  unfolded = all("details:not([open])").filter(shown);
  unfolded.forEach((node) => { node.open = true; });
});
addEventListener("afterprint", () => unfolded.forEach((node) => { node.open = false; }));
