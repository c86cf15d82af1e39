// The browser's side of the form: asks what the kernel declares, tells the kernel what is typed, and shows per field
// what the kernel says of it. Texts go in as text only; nothing here makes HTML out of them.

const make = (tag, attributes = {}, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== "" && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside);
  return element;
};
let forms = 0;

function render({ model, el }) {
  const mine = `formulier-${(forms += 1)}`;
  const body = make("div", { class: "algreg-form", role: "group", "aria-label": "Registratie" });
  let drawn = new Map(); // per key of a field: what is updated when the kernel speaks of it
  let tabs = [];
  let chosen = 0;
  let turn = 0;
  let load;
  const last = new Map(); // per key of a field: what was told last
  el.lang = "nl";
  el.append(body);

  // The kernel may get quick messages in another order than they were sent in, so each says when it was: later is higher.
  const edited = (key, value, more = {}) => {
    turn = Math.max(turn + 1, Date.now() * 1000);
    last.set(key, value);
    model.send({ edited: key, value, turn, shown: model.get("form").id, ...more });
  };

  const line = (ask, id, attributes) => {
    const input = make("input", { type: "text", id, placeholder: ask.placeholder, ...attributes });
    input.value = ask.value;
    input.addEventListener("input", () => edited(ask.key, input.value));
    return input;
  };

  const area = (ask, id, attributes) => {
    const input = make("textarea", { id, rows: 2, ...attributes });
    input.value = ask.value;
    input.addEventListener("input", () => edited(ask.key, input.value));
    return input;
  };

  const fixed = (ask, id, attributes) => {
    const input = make("input", { type: "text", id, readonly: true, ...attributes });
    input.value = ask.value;
    return input;
  };

  const choice = (ask, id, attributes) => {
    const input = make("select", { id, ...attributes }, new Option("(niets gekozen)", ""));
    for (const value of ask.choices) input.append(new Option(value, value));
    if (ask.value && !ask.choices.includes(ask.value)) {
      input.append(new Option(`${ask.value} (staat niet in de lijst)`, ask.value));
    }
    input.value = ask.value;
    input.addEventListener("change", () => edited(ask.key, input.value));
    return input;
  };

  const choices = (ask, id) => {
    const box = make("div", { class: "vakjes" });
    const strange = ask.value.filter((value) => !ask.choices.includes(value));
    [...ask.choices, ...strange].forEach((value, number) => {
      const input = make("input", { type: "checkbox", id: `${id}-${number}`, value });
      input.checked = ask.value.includes(value);
      const told = strange.includes(value) ? `${value} (staat niet in de lijst)` : value;
      box.append(make("div", {}, input, make("label", { for: input.id }, told)));
    });
    box.addEventListener("change", () =>
      edited(ask.key, [...box.querySelectorAll("input:checked")].map((input) => input.value)),
    );
    return box;
  };

  const rows = (ask, id) => {
    const box = make("div", { class: "rijen" });
    const list = make("datalist", { id: `${id}-lijst` });
    for (const value of ask.suggestions) list.append(make("option", { value }));
    const lines = make("div");
    const tell = () =>
      edited(ask.key, [...lines.children].map((row) => [...row.querySelectorAll("input")].map((input) => input.value)));
    const number = () =>
      [...lines.children].forEach((row, n) => {
        const [title, link] = row.querySelectorAll("input");
        title.setAttribute("aria-label", `${ask.title}, rij ${n + 1}: titel`);
        link.setAttribute("aria-label", `${ask.title}, rij ${n + 1}: link`);
        row.querySelector("button").setAttribute("aria-label", `Rij ${n + 1} van ${ask.title} weghalen`);
      });
    const add = make("button", { type: "button" }, "Rij toevoegen");
    add.setAttribute("aria-label", `Rij toevoegen aan ${ask.title}`);
    const row = (title, link) => {
      const first = make("input", { type: "text", placeholder: "titel", list: ask.suggestions.length ? list.id : "" });
      const second = make("input", { type: "text", placeholder: "https://…", inputmode: "url" });
      const remove = make("button", { type: "button" }, "Weghalen");
      const whole = make("div", { class: "rij-van-twee" }, first, second, remove);
      [first.value, second.value] = [title, link];
      for (const input of [first, second]) input.addEventListener("input", tell);
      remove.addEventListener("click", () => {
        const next = whole.nextElementSibling ?? whole.previousElementSibling;
        whole.remove();
        number();
        tell();
        (next?.querySelector("input") ?? add).focus();
      });
      lines.append(whole);
      number();
      return first;
    };
    add.addEventListener("click", () => row("", "").focus());
    for (const [title, link] of ask.value) row(title, link);
    box.append(list, lines, add);
    return box;
  };

  const inputs = { line, area, fixed, choice, choices, rows };

  const field = (ask, id) => {
    const grouped = ask.kind === "choices" || ask.kind === "rows";
    const told = [`${id}-uitleg`, `${id}-tellen`, `${id}-bevindingen`].join(" ");
    const name = ask.required ? [ask.title, make("span", { class: "verplicht" }, " (verplicht)")] : [ask.title];
    const head = grouped ? make("legend", {}, ...name) : make("label", { for: id }, ...name);
    const uitleg = make("p", { class: "uitleg", id: `${id}-uitleg` }, ask.help);
    if (ask.example) uitleg.append(make("span", { class: "voorbeeld" }, ` Voorbeeld: ${ask.example}`));
    const count = make("p", { class: "tellen", id: `${id}-tellen` });
    const found = make("ul", { class: "bevindingen", id: `${id}-bevindingen` });
    const input = inputs[ask.kind](ask, id, grouped ? {} : { "aria-describedby": told });
    const whole = make(grouped ? "fieldset" : "div", { class: "veld", "data-key": ask.key }, head, uitleg, input);
    if (grouped) whole.setAttribute("aria-describedby", told);
    whole.append(count, found);
    drawn.set(ask.key, { input, count, found, kind: ask.kind });
    return whole;
  };

  // the public page beside the form moves along to the field that somebody works on
  const follow = (part) => {
    const key = part?.dataset.key;
    const beside = key && el.closest(".algreg-screen")?.querySelector(`#openbaar-${CSS.escape(key)}`);
    const box = beside?.closest(".rol");
    if (!box) return;
    box.scrollTop += beside.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  };

  const choose = (number, focus) => {
    chosen = (number + tabs.length) % tabs.length;
    tabs.forEach(({ button, panel }, n) => {
      button.setAttribute("aria-selected", n === chosen);
      button.tabIndex = n === chosen ? 0 : -1;
      panel.hidden = n !== chosen;
    });
    follow(tabs[chosen].panel.querySelector(".veld"));
    if (focus) tabs[chosen].button.focus();
  };

  const MOVES = { ArrowRight: () => chosen + 1, ArrowLeft: () => chosen - 1, Home: () => 0, End: () => tabs.length - 1 };

  const draw = () => {
    const form = model.get("form");
    drawn = new Map();
    load = form.load;
    last.clear();
    const bar = make("div", { role: "tablist", "aria-label": "Onderdelen van de registratie", class: "tabbladen" });
    tabs = (form.tabs ?? []).map((tab, n) => {
      const id = `${mine}-${n}`;
      const mark = make("span", { class: "merk" });
      const button = make("button", { type: "button", role: "tab", id, "aria-controls": `${id}-blad` }, tab.title, mark);
      const panel = make("div", { role: "tabpanel", id: `${id}-blad`, "aria-labelledby": id, tabindex: 0, class: "blad" });
      if (tab.note) panel.append(make("p", { class: "intern" }, tab.note));
      tab.fields.forEach((ask, number) => panel.append(field(ask, `${id}-veld-${number}`)));
      button.addEventListener("click", () => choose(n, false));
      if (tab.note) for (const part of [button, panel]) part.classList.add("binnen");
      return { button, panel, mark };
    });
    bar.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      choose(move(), true);
    });
    bar.append(...tabs.map((tab) => tab.button));
    body.replaceChildren(bar, ...tabs.map((tab) => tab.panel));
    if (tabs.length) choose(Math.min(chosen, tabs.length - 1), false);
    say();
  };

  const say = () => {
    const { fields, marks, id } = model.get("notes");
    if (id !== model.get("form").id) return;
    for (const [key, { input, count, found, kind }] of drawn) {
      const note = fields[key] ?? {};
      const remarks = note.remarks ?? [];
      if (kind === "fixed" && note.fixed !== undefined) input.value = note.fixed;
      if (count.textContent !== (note.count ?? "")) count.textContent = note.count ?? "";
      count.classList.toggle("te-veel", Boolean(note.over));
      if (!["choices", "rows"].includes(kind)) input.setAttribute("aria-invalid", remarks.some((r) => r.severity === "critical"));
      found.replaceChildren(
        ...remarks.map(({ severity, word, sentence }) =>
          make("li", { class: `ernst-${severity}` }, make("strong", {}, `${word}: `), sentence),
        ),
      );
    }
    tabs.forEach(({ mark }, n) => (mark.textContent = marks[n] ?? ""));
  };

  body.addEventListener("focusin", (event) => follow(event.target.closest(".veld")));
  body.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    event.stopPropagation();
    const key = event.target.closest(".veld")?.dataset.key;
    if (last.has(key)) edited(key, last.get(key), { save: true }); // in one message, so that no letter comes too late
    else model.send({ save: true, shown: model.get("form").id });
  });

  // the kernel also keeps the form up to date for a view that opens later; who is typing keeps what is on the screen
  model.on("change:form", () => model.get("form").load === load || draw());
  model.on("change:notes", say);
  draw();
}

export default { render };
