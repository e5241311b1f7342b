/* Speech, times, figures, people: a link marks the very words in its report; words and reports filter each list. */
const rangeOf = (text, start, end) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let place = 0;
  let begun = false;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const chars = Array.from(node.data);
    const inside = (at) => chars.slice(0, at - place).join("").length;
    if (!begun && start < place + chars.length) {
      range.setStart(node, inside(start));
      begun = true;
    }
    if (begun && end <= place + chars.length) {
      range.setEnd(node, inside(end));
      return range;
    }
    place += chars.length;
  }
  return null;
};
const markWords = (link) => {
  if (!window.CSS || !CSS.highlights) return;
  CSS.highlights.delete("words");
  if (!link.dataset.at || !link.classList.contains("cite")) return;
  const sentence = found(link.hash.slice(1));
  const text = sentence && (sentence.closest(".text") || sentence.querySelector(".text"));
  const range = text && rangeOf(text, ...link.dataset.at.split(" ").map(Number));
  if (range) CSS.highlights.set("words", new Highlight(range));
};
addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[href^='#']");
  if (link) markWords(link);
});
const wireFacts = (section) => {
  const [find, pick] = [section.querySelector(".by-words"), section.querySelector(".by-report")];
  if (!find) return;
  let closed = null;
  const unfold = () => {
    closed = closed || all("details:not([open])", section);
    closed.forEach((node) => { node.open = true; });
  };
  const fold = () => {
    (closed || []).forEach((node) => { node.open = false; });
    closed = null;
  };
  const filter = () => {
    const wordsWanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const report = pick ? pick.value : "";
    let shown = 0;
    for (const item of all(".item", section)) {
      const group = item.closest(".group");
      const head = group && group.querySelector(".who");
      const hay = `${head ? head.textContent : ""} ${item.textContent}`.toLowerCase();
      item.hidden = !(wordsWanted.every((word) => hay.includes(word)) && (!report || item.dataset.reports.split(" ").includes(report)));
      shown += !item.hidden;
    }
    const left = (node) => node.matches(".item") ? !node.hidden : node.querySelector(".item:not([hidden])");
    all(".group, .tail", section).forEach((node) => { node.hidden = !left(node); });
    if (wordsWanted.length || report) all(".tail:not([hidden])", section).forEach((node) => {
      if (!node.open) { closed = [...(closed || []), node]; node.open = true; }
    });
    else fold();
    say(`${shown} entries shown`);
  };
  find.addEventListener("input", filter);
  if (pick) pick.addEventListener("change", filter);
  const button = section.querySelector(".unfold");
  button.addEventListener("click", () => {
    const opening = button.textContent === "Show all";
    if (opening) unfold();
    else fold();
    button.textContent = opening ? "Show less" : "Show all";
  });
};
