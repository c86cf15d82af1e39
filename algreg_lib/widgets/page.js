// The browser's side of a Page: shows markup from the kernel, and tells the kernel what was clicked or pressed.
// The markup is made by the kernel with every text escaped; nothing here makes HTML out of text.

// JupyterLab leaves the keys alone below an element with this; without it Enter would open the cell for editing.
const KEYS_ARE_OURS = "data-lm-suppress-shortcuts";
const TYPING = "input:not([type=button]), textarea, select, [contenteditable=true]";

function takeKeys(el) {
  const output = el.closest(".jp-OutputArea-child") ?? el;
  output.setAttribute(KEYS_ARE_OURS, "true");
  // the sliders of ipywidgets have a label that only the eye can find
  const name = () => {
    for (const slider of output.querySelectorAll(".widget-slider")) {
      const label = slider.querySelector(".widget-label")?.textContent;
      slider.querySelector(".noUi-handle")?.setAttribute("aria-label", label ?? "");
      const readout = slider.querySelector(".widget-readout");
      readout?.setAttribute("role", "textbox");
      readout?.setAttribute("aria-label", `${label ?? ""}, als getal`);
    }
  };
  const watcher = new MutationObserver(name);
  watcher.observe(output, { childList: true, subtree: true });
  name();
  return watcher;
}

function render({ model, el }) {
  const body = document.createElement("div");
  const told = document.createElement("p");
  body.className = "algreg-page";
  told.className = "algreg-told";
  told.setAttribute("role", "status");
  body.setAttribute("role", "group");
  el.lang = "nl";
  el.append(told, body);

  // of a list to choose from, Tab stops at one line only; the arrows go from line to line
  const lines = () => [...body.querySelectorAll("button.rij")];
  const stop = (line) => lines().forEach((each) => (each.tabIndex = each === line ? 0 : -1));
  const onward = (line, key) => {
    const all = lines();
    const places = { ArrowDown: all.indexOf(line) + 1, ArrowUp: all.indexOf(line) - 1, Home: 0, End: all.length - 1 };
    return all[places[key]];
  };

  const draw = () => {
    const active = document.activeElement;
    const had = body.contains(active);
    const id = had ? active.id : "";
    const scrolled = [...body.querySelectorAll(".rol")].map((part) => part.scrollTop);
    body.innerHTML = model.get("markup");
    body.querySelectorAll(".rol").forEach((part, n) => (part.scrollTop = scrolled[n] ?? 0));
    stop(body.querySelector("[aria-current=true] button.rij") ?? lines()[0]);
    if (!had) return;
    ((id && body.querySelector(`#${CSS.escape(id)}`)) || body).focus({ preventScroll: true });
    body.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  };
  const name = () => body.setAttribute("aria-label", model.get("label"));
  const tell = () => (told.textContent = model.get("told"));
  const listen = () => (body.tabIndex = Object.keys(model.get("shortcuts")).length ? 0 : -1);
  // `shown` goes along, so that a second, too quick press never acts on what came into view after the first
  const send = (action, value) => model.send({ action, value, shown: model.get("shown") });

  body.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-action]");
    if (button && !button.disabled) send(button.dataset.action, button.dataset.value ?? "");
  });
  body.addEventListener("keydown", (event) => {
    const next = event.target.matches("button.rij") && onward(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    stop(next);
    next.focus();
  });
  body.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.target.matches(TYPING)) return;
    const action = model.get("shortcuts")[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    send(...action);
  });

  model.on("change:markup", draw);
  model.on("change:label", name);
  model.on("change:told", tell);
  model.on("change:shortcuts", listen);
  [draw, name, tell, listen].forEach((step) => step());
  let watcher;
  requestAnimationFrame(() => (watcher = takeKeys(el)));
  return () => watcher?.disconnect();
}

export default { render };
