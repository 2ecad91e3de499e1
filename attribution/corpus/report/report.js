
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const form = byId("filters");
  const chosen = byId("chosen");
  const ties = { for: "for", against: "against", later: "a later value", belongs: "belongs to or speaks for",
    member: "belongs to it or speaks for it", maybe: "may be the same" };

  // What stands for statements, each with their numbers: it is hidden where the filters leave none of them.
  const bearing = [...document.querySelectorAll("[data-s]")].map((element) => [
    element, element.dataset.s.split(" ").map(Number)]);
  const articles = data.articles.map((_, place) => byId(`a${place + 1}`));
  let shown = new Set();

  const made = (name, text, properties = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    return Object.assign(element, properties);
  };

  const limits = () => {
    const values = new FormData(form);
    return { status: new Set(values.getAll("status")), outlet: new Set(values.getAll("outlet")),
      since: values.get("since") || "", until: values.get("until") || "" };
  };

  const isIn = (chosenOnes, value) => chosenOnes.size === 0 || chosenOnes.has(value);

  const holds = (article, { outlet, since, until }) =>
    isIn(outlet, String(article.outlet)) && (!since || (article.day !== "" && article.day >= since)) &&
    (!until || (article.day !== "" && article.day <= until));

  function filter() {
    const now = limits();
    const open = data.articles.map((article) => holds(article, now));
    shown = new Set();
    data.statements.forEach(({ article, status }, place) => {
      if (open[article - 1] && isIn(now.status, status)) shown.add(place + 1);
    });
    const told = new Set([...shown].map((number) => data.statements[number - 1].article));
    const left = open.map((isOpen, place) => isOpen && (now.status.size === 0 || told.has(place + 1)));
    bearing.forEach(([element, numbers]) => {
      element.toggleAttribute("hidden", !numbers.some((number) => shown.has(number)));
    });
    articles.forEach((element, place) => {
      element.hidden = !left[place];
      element.querySelectorAll("mark").forEach((mark) => {
        const numbers = data.articles[place].marks[mark.dataset.mark];
        mark.classList.toggle("off", !numbers.some((number) => shown.has(number)));
      });
    });
    byId("count").textContent = `${shown.size} of ${data.statements.length} statements, ` +
      `${left.filter(Boolean).length} of ${data.articles.length} articles`;
    if (chosen && !chosen.hidden) choose(chosen.dataset.node);
  }

  // A link may lead to what the filters hide, or into a list that is closed.
  function reveal(element) {
    for (let at = element; at; at = at.parentElement) {
      at.removeAttribute("hidden");
      if (at.tagName === "DETAILS") at.open = true;
    }
  }

  function go(id) {
    const element = byId(id);
    if (!element) return;
    reveal(element);
    element.scrollIntoView({ block: "nearest" });
  }

  function toWords(link) {
    const article = byId(link.hash.slice(1));
    reveal(article);
    document.querySelectorAll("mark.here").forEach((mark) => mark.classList.remove("here"));
    const marks = article.querySelectorAll(`mark[data-mark="${Number(link.dataset.mark)}"]`);
    marks.forEach((mark) => mark.classList.add("here"));
    if (marks.length === 0) return;
    marks[0].tabIndex = -1;
    marks[0].focus({ preventScroll: true });
    marks[0].scrollIntoView({ block: "center" });
  }

  // The graph

  function statementItem(number) {
    const item = document.createElement("li");
    const card = byId(`s${number}`);
    const link = made("a", String(number), { href: `#s${number}`, className: "number" });
    link.setAttribute("aria-label", `statement ${number}`);
    const who = card.querySelector("b").textContent;
    item.append(link, " ", made("bdi", who), ", ", made("span", card.querySelector(".status").textContent), ": ",
      made("bdi", card.querySelector(".words").textContent));
    return item;
  }

  function nearItem([id, tie]) {
    const item = document.createElement("li");
    const button = made("button", "", { type: "button" });
    button.append(`${ties[tie]}: `, made("bdi", data.nodes[id].name));
    button.addEventListener("click", () => choose(id, true));
    item.append(button);
    return item;
  }

  function choose(id, focus = false) {
    const node = byId(`n-${id}`);
    document.querySelectorAll(".node").forEach((other) => {
      other.classList.toggle("chosen", other === node);
      other.setAttribute("aria-pressed", String(other === node));
    });
    document.querySelectorAll(".line[data-ends]").forEach((line) => {
      const isNear = line.dataset.ends.split(" ").includes(id);
      line.classList.toggle("near", isNear);
      line.classList.toggle("far", !isNear);
    });
    const numbers = (node.dataset.s || "").split(" ").filter(Boolean).map(Number).filter((n) => shown.has(n));
    const heading = made("h3", "", { tabIndex: -1 });
    heading.append(made("bdi", data.nodes[id].name));
    const statements = document.createElement("ul");
    statements.append(...numbers.map(statementItem));
    const near = made("ul", "", { className: "near" });
    near.append(...data.nodes[id].near.filter(([other]) => !byId(`n-${other}`).hasAttribute("hidden")).map(nearItem));
    const more = made("a", "its entry on this page", { href: `#${id}` });
    const close = made("button", "Close", { type: "button" });
    close.addEventListener("click", leave);
    chosen.replaceChildren(heading, made("p", `${numbers.length} ${numbers.length === 1 ? "statement" : "statements"}`),
      statements, near, more, " ", close);
    chosen.dataset.node = id;
    chosen.hidden = false;
    if (!focus) return;
    heading.focus({ preventScroll: true });
    show(node);
  }

  // The node and what is shown of it stand on the screen together: the node above, or the other way round below.
  function show(node) {
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
    const hidden = node.getBoundingClientRect().bottom + 12 - chosen.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, hidden);
  }

  function leave() {
    const node = byId(`n-${chosen.dataset.node}`);
    chosen.hidden = true;
    document.querySelectorAll(".node").forEach((other) => {
      other.classList.remove("chosen");
      other.setAttribute("aria-pressed", "false");
    });
    document.querySelectorAll(".line").forEach((line) => line.classList.remove("near", "far"));
    node.focus();
  }

  document.querySelectorAll(".node").forEach((node) => {
    node.setAttribute("role", "button");
    node.setAttribute("aria-pressed", "false");
    node.addEventListener("click", (event) => {
      event.preventDefault();
      choose(node.id.slice(2), true);
    });
    node.addEventListener("keydown", (event) => {
      if (event.key !== " " && event.key !== "Enter") return;
      event.preventDefault();
      choose(node.id.slice(2), true);
    });
  });

  // A way from the lists into the graph
  Object.keys(data.nodes).forEach((id) => {
    const button = made("button", "show in the graph", { type: "button" });
    button.addEventListener("click", () => choose(id, true));
    byId(id).append(button);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen && chosen.contains(document.activeElement)) leave();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']:not(.node)");
    if (!link) return;
    if (link.classList.contains("place")) {
      event.preventDefault();
      toWords(link);
    } else go(link.hash.slice(1));
  });

  let before = [];
  addEventListener("beforeprint", () => {
    before = [...document.querySelectorAll("details:not([open])")];
    before.forEach((details) => { details.open = true; });
  });
  addEventListener("afterprint", () => before.forEach((details) => { details.open = false; }));

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  // A reset is announced before it is done; done here, the page never shows boxes and statements that disagree.
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const control of form.querySelectorAll("input")) {
      if (control.type === "checkbox") control.checked = false;
      else control.value = "";
    }
    filter();
  });
  form.hidden = false;
  filter();
  if (location.hash.length > 1) go(location.hash.slice(1));
})();
