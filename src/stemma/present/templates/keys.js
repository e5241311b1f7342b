/* Keys. */
const step = (nodes, by, name) => {
  const seen = nodes.filter((node) => node.getClientRects().length);
  if (!seen.length) { say(`No ${name} here.`); return; }
  let at = seen.findIndex((node) => node.contains(document.activeElement));
  if (at < 0 && by > 0) at = seen.findIndex((node) => node.getBoundingClientRect().top > 60) - 1;
  else if (at < 0) at = seen.length - [...seen].reverse().findIndex((node) => node.getBoundingClientRect().top < 60);
  const next = seen[Math.min(seen.length - 1, Math.max(0, at + by))];
  next.scrollIntoView({ block: "center" });
  focusOn(next);
  say(`${name} ${seen.indexOf(next) + 1} of ${seen.length}`);
};
const rowsOfIndex = () => all(".entry > summary");
/* The story that is being read: the one with the focus in it, or the one under the middle of the window. */
const reading = () => {
  const focus = document.activeElement;
  if (focus.closest(".index-tools") || focus.matches(".entry > summary")) return null;
  const opened = all("details.story[open]");
  const focused = opened.find((story) => story.contains(focus));
  const middle = (story) => story.getBoundingClientRect().top < innerHeight / 2 && story.getBoundingClientRect().bottom > innerHeight / 2;
  return focused || (focus === document.body && opened.find(middle)) || (rowsOfIndex().length ? null : document);
};
const next = (by) => {
  const story = reading();
  if (story) step(all(".pair .edit", story), by, "edit");
  else step(rowsOfIndex(), by, "entry");
};
const help = byId("help");
const toggleHelp = () => (help.open ? help.close() : help.showModal());
all("[data-help]").forEach((button) => button.addEventListener("click", toggleHelp));
const keys = {
  j: () => next(1),
  k: () => next(-1),
  n: () => step(rowsOfIndex(), 1, "entry"),
  p: () => step(rowsOfIndex(), -1, "entry"),
  b: () => byId("back").click(),
  "/": () => { if (find) { find.focus(); find.scrollIntoView({ block: "center" }); } },
  "?": toggleHelp,
};
const escape = () => {
  if (document.activeElement === find && find.value) { clearFilters(); return; }
  const focused = document.activeElement.closest("details.entry[open]");
  const story = focused || reading();
  if (story && story !== document) closeStory(story);
};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (help.open && event.key !== "?")) return;
  if (event.key === "Escape") { escape(); return; }
  if (event.target === find && (event.key === "Enter" || event.key === "ArrowDown")) {
    event.preventDefault();
    const first = rowsOfIndex().find((row) => row.getClientRects().length);
    if (first) { first.focus(); say("entry 1"); }
    return;
  }
  if (!byId("keys").checked || event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
wire(document);
arrive();
