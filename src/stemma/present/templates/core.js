/* The page reads without script. It adds the index, keys, filters, any pair side by side, and what lights up. */
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("status").textContent = text; };
const make = (tag, css, text) => {
  const node = document.createElement(tag);
  if (css) node.className = css;
  if (text) node.textContent = text;
  return node;
};

/* A closed section waits as the text of its <noscript>: one node, until somebody opens it. */
const waiting = () => all("details > noscript");
const fill = (details) => {
  const held = details.querySelector(":scope > noscript");
  if (!held) return;
  const template = document.createElement("template");
  template.innerHTML = held.textContent;
  held.replaceWith(template.content);
  wire(details);
};
const found = (id) => {
  if (byId(id)) return byId(id);
  const held = id && waiting().find((node) => node.textContent.includes(` id="${id}"`));
  if (held) fill(held.parentElement);
  return byId(id);
};
const open = (node) => {
  for (let at = node; at; at = at.parentElement) {
    if (at.tagName !== "DETAILS") continue;
    fill(at);
    at.open = true;
  }
};
const focusOn = (node) => {
  const target = node.tagName === "DETAILS" ? node.querySelector("summary") : node;
  if (!target.matches("a, button, summary, input, select, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
};
/* Where the next jump ends, when that is more precise than the address of its link. */
let landing = null;
const go = (id) => {
  const node = landing || found(id);
  landing = null;
  if (!node) return;
  const entry = node.closest(".entry");
  if (entry && entry.hidden) clearFilters();
  open(node);
  node.scrollIntoView({ block: node.tagName === "DETAILS" || node.tagName === "SECTION" ? "start" : "center" });
  focusOn(node);
};

/* A way back: each link followed within the page is remembered until somebody returns to it. */
const trail = [];
let followed = false;
const showBack = () => { byId("back").hidden = !trail.length; };
const goBack = () => {
  const last = trail.pop();
  showBack();
  if (!last) return;
  open(last.link);
  last.link.scrollIntoView({ block: "center" });
  focusOn(last.link);
};
const remember = (link) => {
  trail.push({ link, hash: location.hash });
  showBack();
};
const follow = (link, id) => {
  remember(link);
  followed = location.hash !== "#" + id;
  if (followed) location.hash = id;
  else go(id);
};
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  follow(link, link.hash.slice(1));
});
const arrive = () => { if (location.hash.length > 1) go(decodeURIComponent(location.hash.slice(1))); };
addEventListener("hashchange", () => {
  const last = trail[trail.length - 1];
  if (!followed && last && last.hash === location.hash) goBack();
  else arrive();
  followed = false;
});
byId("back").addEventListener("click", () => {
  const last = trail[trail.length - 1];
  if (last && last.hash !== location.hash) history.back();
  else goBack();
});
