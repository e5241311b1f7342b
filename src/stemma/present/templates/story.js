/* Inside a story: filters of its edits, lines of the tree with their rows, bars. */
const wireLens = (lens) => {
  const [kind, report] = [lens.querySelector(".by-kind"), lens.querySelector(".by-report")];
  const filter = () => {
    let shown = 0;
    all(".change", lens).forEach((item) => {
      const fits = (!kind.value || item.dataset.kind === kind.value) && (!report.value || item.dataset.reports.split(" ").includes(report.value));
      item.hidden = !fits;
      shown += fits;
    });
    const tail = lens.querySelector(".tail");
    if (tail && (kind.value || report.value)) tail.open = true;
    say(`${shown} edits shown`);
  };
  [kind, report].forEach((pick) => pick.addEventListener("change", filter));
};
/* A line of the tree and its row in the table light up together. */
const wireEdge = (edge) => {
  const row = byId(edge.dataset.edge);
  edge.addEventListener("click", () => follow(edge, row.id));
  for (const [over, lit] of [["mouseenter", true], ["mouseleave", false]]) {
    row.addEventListener(over, () => edge.classList.toggle("lit", lit));
    edge.addEventListener(over, () => row.classList.toggle("lit", lit));
  }
  row.addEventListener("focusin", () => edge.classList.add("lit"));
  row.addEventListener("focusout", () => edge.classList.remove("lit"));
};
const wireBar = (bar) => {
  bar.addEventListener("mouseover", (event) => {
    const tile = event.target.closest(".t");
    if (tile && !tile.title) tile.title = byId(tile.hash.slice(1)).textContent.trim().slice(0, 160);
  });
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const tiles = [...bar.children];
    const next = tiles[tiles.indexOf(document.activeElement) + by];
    if (!next) return;
    document.activeElement.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    say(byId(next.hash.slice(1)).textContent.trim().slice(0, 200));
    event.preventDefault();
  });
};
const closeStory = (story) => {
  story.open = false;
  const row = story.querySelector("summary");
  row.scrollIntoView({ block: "center" });
  row.focus({ preventScroll: true });
};
const wire = (root) => {
  all("[data-js]", root).forEach((node) => { node.hidden = false; });
  all(".side", root).forEach(wireSide);
  all("a.beside", root).forEach(wireBeside);
  all(".lens", root).forEach(wireLens);
  all(".facts-of", root).forEach(wireFacts);
  all("[data-edge]", root).forEach(wireEdge);
  all("[data-go]", root).forEach((node) => node.addEventListener("click", () => follow(node, node.dataset.go)));
  all(".mosaic", root).forEach(wireBar);
  all(".close", root).forEach((button) => button.addEventListener("click", () => closeStory(button.closest(".story"))));
};
