"use strict";
/* The page reads without this. It adds keys, filters, any pair side by side, and what lights up in the tree. */
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const [reports, stories] = JSON.parse(byId("data").textContent);
  const MARKS = ["chg", "ext", "pub", "gap"];
  const say = (text) => { byId("status").textContent = text; };

  const make = (tag, css, text) => {
    const node = document.createElement(tag);
    if (css) node.className = css;
    if (text) node.textContent = text;
    return node;
  };
  const open = (node) => {
    for (let at = node; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const go = (id, focus = true) => {
    const node = byId(id);
    if (!node) return;
    open(node);
    node.scrollIntoView({ block: "center" });
    if (!focus) return;
    if (!node.matches("a, button, summary, [tabindex]")) node.tabIndex = -1;
    node.focus({ preventScroll: true });
  };
  all("[data-js]").forEach((node) => { node.hidden = false; });
  const arrive = () => { if (location.hash.length > 1) go(decodeURIComponent(location.hash.slice(1))); };
  addEventListener("hashchange", arrive);
  arrive();

  /* Side by side. Spans count code points, so texts are cut as arrays of them. */
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
    const found = { anchor, sentences, chars: Array.from(byId("t-" + anchor).textContent) };
    texts.set(id, found);
    return found;
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
    const pairs = stories[Number(section.dataset.story)];
    const known = pairs.find((p) => (p[0] === a && p[1] === b) || (p[0] === b && p[1] === a));
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
  all(".side").forEach((section) => {
    const [pickA, pickB] = [section.querySelector(".pick-a"), section.querySelector(".pick-b")];
    if (!pickA) return;
    [pickA, pickB].forEach((pick) => pick.addEventListener("change", () => draw(section)));
    section.querySelector(".swap").addEventListener("click", () => {
      [pickA.value, pickB.value] = [pickB.value, pickA.value];
      draw(section);
    });
  });

  /* Filters. */
  all(".lens").forEach((lens) => {
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
  });
  const find = byId("find");
  if (find) {
    const lower = new Map();
    find.addEventListener("input", () => {
      const wanted = find.value.trim().toLowerCase();
      let count = 0;
      all(".index li").forEach((item) => {
        const story = byId(item.dataset.for);
        if (!lower.has(story)) lower.set(story, story.textContent.toLowerCase());
        const fits = lower.get(story).includes(wanted);
        item.hidden = story.hidden = !fits;
        count += fits;
      });
      byId("found").textContent = wanted ? `${count} found` : "";
    });
  }

  /* The tree: a line and its row in the table light up together; a report leads to its text. */
  all("[data-edge]").forEach((edge) => {
    const row = byId(edge.dataset.edge);
    edge.addEventListener("click", () => { go(row.id); });
    for (const [over, lit] of [["mouseenter", true], ["mouseleave", false]]) {
      row.addEventListener(over, () => edge.classList.toggle("lit", lit));
      edge.addEventListener(over, () => row.classList.toggle("lit", lit));
    }
    row.addEventListener("focusin", () => edge.classList.add("lit"));
    row.addEventListener("focusout", () => edge.classList.remove("lit"));
  });
  all("[data-go]").forEach((node) => node.addEventListener("click", () => { location.hash = node.dataset.go; }));
  all(".mosaic").forEach((bar) => {
    bar.addEventListener("mouseover", (event) => {
      const tile = event.target.closest(".t");
      if (tile && !tile.title) tile.title = byId(tile.hash.slice(1)).textContent.trim().slice(0, 160);
    });
    bar.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const tiles = [...bar.children];
      const next = tiles[tiles.indexOf(document.activeElement) + step];
      if (!next) return;
      document.activeElement.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
      say(byId(next.hash.slice(1)).textContent.trim().slice(0, 200));
      event.preventDefault();
    });
  });

  /* Keys. */
  const step = (nodes, by, name) => {
    const seen = nodes.filter((node) => node.getClientRects().length);
    if (!seen.length) { say(`No ${name} here.`); return; }
    let at = seen.findIndex((node) => node.contains(document.activeElement));
    if (at < 0 && by > 0) at = seen.findIndex((node) => node.getBoundingClientRect().top > 60) - 1;
    else if (at < 0) at = seen.length - [...seen].reverse().findIndex((node) => node.getBoundingClientRect().top < 60);
    const next = seen[Math.min(seen.length - 1, Math.max(0, at + by))];
    if (next.tabIndex < 0) next.tabIndex = -1;
    next.scrollIntoView({ block: "center" });
    next.focus({ preventScroll: true });
    say(`${name} ${seen.indexOf(next) + 1} of ${seen.length}`);
  };
  const inView = () => {
    const opened = all("details.story[open]");
    const focused = opened.find((story) => story.contains(document.activeElement));
    return focused || opened.find((story) => story.getBoundingClientRect().bottom > innerHeight / 3) || document;
  };
  const help = byId("help");
  const toggleHelp = () => (help.open ? help.close() : help.showModal());
  all("[data-help]").forEach((button) => button.addEventListener("click", toggleHelp));
  const keys = {
    j: () => step(all(".pair .edit", inView()), 1, "edit"),
    k: () => step(all(".pair .edit", inView()), -1, "edit"),
    n: () => step(all(".story > summary"), 1, "story"),
    p: () => step(all(".story > summary"), -1, "story"),
    "/": () => find && find.focus(),
    "?": toggleHelp,
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
    if (event.target.closest("input:not([type=checkbox]), select, textarea")) return;
    if (help.open && event.key !== "?") return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("beforeprint", () => all("details.story[open] details:not(.report), main > section details:not(.report)").forEach((node) => { node.open = true; }));
})();
