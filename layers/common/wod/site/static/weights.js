/* Percents become weights on the bar, by the lifter's maxima, bar and discs. */

import { ladder, ownSessions } from "./loads.js";
import { openEntry } from "./entry.js";
import { dayText, figure, make, maximumText, say } from "./say.js";
import { lifter } from "./store.js";

export function showWeights() {
  const { settings, maxima } = lifter();
  showLevel(settings.level);
  for (const amount of document.querySelectorAll("[data-second]")) {
    amount.textContent = settings.pair === "second" ? amount.dataset.second : amount.dataset.first;
  }
  for (const sets of document.querySelectorAll(".ladder")) {
    const rows = [...sets.querySelectorAll(".row")];
    const { date } = sets.closest("[data-date]").dataset;
    const prescribed = rows.map((row) => prescribedOf(row));
    let saidMissing = null;
    ladder(prescribed, maxima, settings, date).forEach((rung, number) => {
      showRung(rows[number], rung, saidMissing === rung.load?.lift);
      if (rung.load?.kind === "missing") saidMissing = rung.load.lift;
    });
  }
  for (const row of document.querySelectorAll(".row.test")) offerResult(row);
}

/* The prescription of a row, for loads.js; the page leaves out values that are not stated. */
function prescribedOf({ dataset: { prescribed } }) {
  const unstated = { lift: null, rep_max: 1, percent_min: null, percent_max: null, weight: null, weight_max: null, weight_women: null };
  return prescribed ? { ...unstated, unit: null, on_a_bar: true, ...JSON.parse(prescribed) } : null;
}

/* Show the lifter's level of a day with several. */
function showLevel(level) {
  const articles = [...document.querySelectorAll(".session")];
  const sessions = articles.map((article) => ({ article, date: article.dataset.date, level: article.dataset.level || null }));
  const own = new Set(ownSessions(sessions, level).map(({ article }) => article));
  for (const article of articles) article.hidden = !own.has(article);
}

function showRung(row, { load: found, plates, change }, isSaid) {
  const [weight, below] = [row.querySelector(".weight"), row.querySelector(".plates")];
  row.classList.remove("estimated");
  for (const old of row.querySelectorAll(".ask:not(.result), .entry")) old.remove();
  if (!found) return;
  const load = found.kind === "missing" ? found.load : found;
  below?.replaceChildren();
  weight.replaceChildren();
  if (load) {
    weight.classList.toggle("span", load.least !== load.most);
    weight.append(...orButton(weightText(load, found.kind === "missing"), exactly(load), row));
    row.classList.toggle("estimated", found.kind === "missing");
    if (plates) below?.append(...platesText(plates, change));
  }
  if (found.kind === "missing" && !isSaid) row.append(askFor(found, row));
}

function weightText(load, isEstimate) {
  const unit = make("small", "", ` ${load.unit}`);
  const sign = isEstimate ? "~" : "";
  if (load.least === null) return [make("small", "", `${say("up to")} `), sign + figure(load.most), unit];
  if (load.most === null) return [`${sign}${figure(load.least)}+`, unit];
  const span = load.least === load.most ? figure(load.least) : `${figure(load.least)}–${figure(load.most)}`;
  return [sign + span, unit];
}

/* The exact weight, if the bar cannot be loaded with it. */
function exactly(load) {
  const exact = [load.exact_least, load.exact_most].filter((weight) => weight !== null);
  const shown = [load.least, load.most].filter((weight) => weight !== null);
  if (!load.on_a_bar || exact.every((weight, place) => weight === shown[place])) return "";
  return `${say("exactly")} ${[...new Set(exact)].map(figure).join("–")} ${load.unit}`;
}

/* The exact weight is one tap away. */
function orButton(text, exact, row) {
  row.querySelector(".exact")?.remove();
  if (!exact) return text;
  const button = make("button", "", ...text);
  button.type = "button";
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    const shown = row.querySelector(".exact");
    if (shown) shown.remove();
    else row.append(make("span", "how exact", exact));
    button.setAttribute("aria-expanded", String(!shown));
  });
  return [button];
}

/* The whole load, or only the change if that is fewer discs; and the difference from the set before. */
function platesText(plates, change) {
  if (change && !change.on.length && !change.off.length) return [say("the same bar")];
  const sign = change?.difference < 0 ? "−" : "+";
  const difference = change ? [make("span", "", `${sign}${figure(Math.abs(change.difference))} ${say("a side")}`)] : [];
  if (change?.shorter) return [...discs(change.off, "off"), ...discs(change.on, "on"), ...difference];
  const bar = make("span", "bar", `${say("bar")} ${figure(plates.bar)}`);
  if (!plates.side.length) return [say("empty bar"), bar];
  return [...discs(plates.side, "on"), ...(change ? difference : [make("span", "", say("a side")), bar])];
}

function discs(side, what) {
  return side.map(({ weight, colour }) => {
    const disc = make("span", `disc ${colour} ${what}${weight < 5 ? " small" : ""}`, figure(weight));
    if (what === "off") disc.prepend(make("span", "quiet", `${say("off")} `));
    return disc;
  });
}

/* Name the lift of a missing maximum. Mark an estimate, and name its source. */
function askFor(found, row) {
  const name = maximumText(found.lift, found.reps);
  const text = found.estimate
    ? say("estimate from {lift} {weight}: enter your {name}", { lift: say(found.estimate.of.lift), weight: `${figure(found.estimate.of.weight)} ${found.estimate.of.unit}`, name })
    : say("needs your {name} maximum", { name });
  const button = make("button", "ask", text);
  button.type = "button";
  button.addEventListener("click", () => openEntry(row, { lift: found.lift, reps: found.reps, date: null }, button));
  return button;
}

/* Offer to keep the result of a test. */
function offerResult(row) {
  const { lift, repMax } = row.dataset;
  if (!lift) return;
  const { date } = row.closest("[data-date]").dataset;
  const kept = lifter().maxima.find((one) => one.lift === lift && one.reps === Number(repMax) && one.date === date);
  row.querySelector(".result")?.remove();
  const text = kept
    ? say("your result: {weight}, {day}", { weight: `${figure(kept.weight)} ${kept.unit}`, day: dayText(date) })
    : say("enter your result");
  const button = make("button", "ask result", text);
  button.type = "button";
  button.addEventListener("click", () => openEntry(row, { lift, reps: Number(repMax), date }, button));
  row.append(button);
}
