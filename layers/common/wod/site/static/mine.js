/* The lifter's own page: maxima by date, bar and discs, the look of the page, and export and import of them. */

import { begin } from "./begin.js";
import { maximumOf } from "./entry.js";
import { onSubmit, report } from "./forms.js";
import { TABLES, defaults, merged, parseWeight, readLifter, writeLifter } from "./loads.js";
import { dayText, figure, make, maximumText, say, saying, today } from "./say.js";
import { keepLifter, keepLook, keepMaximum, lifter, look, onChange } from "./store.js";

const DISCS = { kg: [25, 20, 15, 10, 5, 2.5, 2, 1.5, 1.25, 1, 0.5, 0.25], lb: [55, 45, 35, 25, 15, 10, 5, 2.5, 1.25] };
const BARS = { kg: [20, 15, 10], lb: [45, 35, 15] };

function showMine() {
  const list = document.getElementById("maxima-list");
  const [add, settings, looks] = ["add", "settings", "look"].map((id) => document.getElementById(id));
  add.elements.date.value = today();
  add.elements.date.max = today();
  onSubmit(add, ({ lift, reps, weight, date }) => {
    keepMaximum(maximumOf(weight, { lift, reps: Number(reps), date }));
    add.elements.weight.value = "";
  });
  settings.addEventListener("change", ({ target }) => changeSettings(settings, target));
  looks.elements.theme.value = look().theme;
  looks.elements.sound.checked = look().sound;
  looks.addEventListener("change", () => keepLook({ theme: looks.elements.theme.value, sound: looks.elements.sound.checked }));
  document.getElementById("export").addEventListener("click", exportFile);
  document.getElementById("import").addEventListener("change", importFile);
  const show = () => {
    showMaxima(list);
    showSettings(settings);
  };
  show();
  onChange(show);
}

function showMaxima(list) {
  const { maxima } = lifter();
  const names = [...new Set(maxima.map(({ lift, reps }) => maximumText(lift, reps)))];
  list.replaceChildren(...names.map((name) => {
    const own = maxima.filter(({ lift, reps }) => name === maximumText(lift, reps));
    own.sort((one, other) => (one.date < other.date ? 1 : -1));
    const entries = own.map((one) => make("li", "", make("b", "", `${figure(one.weight)} ${one.unit}`), ` ${dayText(one.date)} `, remover(one, name)));
    return make("li", "", make("h3", "", name), make("ul", "history", ...entries));
  }));
  if (!names.length) list.append(make("li", "soft", say("None yet.")));
}

function remover(maximum, name) {
  const button = make("button", "remove", say("Remove"));
  button.type = "button";
  button.setAttribute("aria-label", `${say("Remove")} ${name} ${figure(maximum.weight)} ${maximum.unit}, ${dayText(maximum.date)}`);
  button.addEventListener("click", () => {
    const own = lifter();
    const same = (one) => JSON.stringify(one) === JSON.stringify(maximum);
    keepLifter({ ...own, maxima: own.maxima.filter((one) => !same(one)) });
  });
  return button;
}

function showSettings(form) {
  const { unit, bar, collar, plates, pair, level } = lifter().settings;
  const { elements } = form;
  elements.unit.value = unit;
  elements.bar.value = figure(bar);
  elements.collar.value = figure(collar);
  elements.pair.value = pair;
  if (elements.level) elements.level.value = level ?? "";
  document.getElementById("bars").replaceChildren(...BARS[unit].map((weight) => make("option", "", figure(weight))));
  const sizes = [...new Set([...DISCS[unit], ...plates])].sort((one, other) => other - one);
  document.getElementById("discs").replaceChildren(...sizes.map((weight) => {
    const tick = make("input");
    tick.type = "checkbox";
    tick.name = "disc";
    tick.value = weight;
    tick.checked = plates.includes(weight);
    return make("label", "tick", tick, make("span", `disc ${TABLES.colours[unit][weight] ?? "grey"}`, figure(weight)));
  }));
}

function changeSettings(form, changed) {
  const own = lifter();
  const { elements } = form;
  if (changed === elements.unit) {
    const { pair, level } = own.settings;
    keepLifter({ ...own, settings: { ...defaults(elements.unit.value), pair, level } });
    return;
  }
  report(form, () => {
    const plates = [...form.querySelectorAll("[name=disc]:checked")].map((tick) => Number(tick.value));
    if (!plates.length) throw new Error(say("At least one size of disc is needed."));
    const weights = [elements.bar, elements.collar].map((field) => parseWeight(field.value).weight);
    if (weights[0] > 100 || weights[1] > 10) throw new Error(say("A bar weighs up to 100, a collar up to 10."));
    const level = elements.level?.value || null;
    keepLifter({ ...own, settings: { unit: own.settings.unit, bar: weights[0], collar: weights[1], plates, pair: elements.pair.value, level } });
  });
}

function exportFile() {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([writeLifter(lifter())], { type: "application/json" }));
  link.download = "maxima.json";
  link.click();
  URL.revokeObjectURL(link.href);
}

async function importFile({ target }) {
  const [problem, done] = ["file-problem", "file-done"].map((id) => document.getElementById(id));
  problem.textContent = done.textContent = "";
  try {
    const imported = readLifter(await target.files[0].text());
    keepLifter(merged(lifter(), imported));
    done.textContent = say("{count} maxima are in the file; all are kept now.", { count: imported.maxima.length });
  } catch (error) {
    problem.textContent = saying(error);
  }
  target.value = "";
}

begin();
showMine();
