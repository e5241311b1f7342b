/* Keys. */
const visible = () => all(".s").filter((sentence) => sentence.getClientRects().length);
const current = () => (document.activeElement.closest(".s") || document.querySelector(".s.here"));
const stepSentence = (by) => {
  const sentences = visible();
  if (!sentences.length) { say("No sentence here."); return; }
  const here = sentences.indexOf(current());
  const next = sentences[here < 0 ? 0 : Math.min(sentences.length - 1, Math.max(0, here + by))];
  choose(next);
  say(`sentence ${numberOf(next)}`);
};
const stepWord = (by) => {
  const figure = document.activeElement.closest(".arcs");
  const sentence = figure ? byId(figure.dataset.of) : document.activeElement.closest(".s");
  const words = sentence ? wordsOf(sentence) : [];
  if (!words.length) return false;
  const marked = words.findIndex((word) => word.classList.contains("at"));
  const place = Math.min(words.length - 1, Math.max(0, marked < 0 ? (by > 0 ? 0 : words.length - 1) : marked + by));
  all(".w.at").forEach((word) => word.classList.remove("at"));
  words[place].classList.add("at");
  stress(sentence, place);
  if (!figure) words[place].scrollIntoView({ block: "nearest" });
  say(about(words[place]));
  return true;
};
const help = byId("help");
const toggleHelp = () => (help.open ? help.close() : help.showModal());
all("[data-help]").forEach((button) => button.addEventListener("click", toggleHelp));
const flip = (layer) => { const box = byId("on-" + layer); if (box) box.click(); };
const keys = {
  j: () => stepSentence(1),
  k: () => stepSentence(-1),
  c: () => flip("tokens"),
  l: () => { if (switches.length) switches[0].focus(); },
  "?": toggleHelp,
};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (help.open && event.key !== "?")) return;
  if (event.key === "Escape") {
    putAway();
    byId("word").replaceChildren();
    return;
  }
  if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
    if (stepWord(event.key === "ArrowRight" ? 1 : -1)) event.preventDefault();
    return;
  }
  if (!byId("keys").checked || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});
all("[data-js]").forEach((node) => { node.hidden = false; });
arrive();
