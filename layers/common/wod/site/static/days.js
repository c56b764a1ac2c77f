/* One day at a time: the one that the address names, else today, else the next session. */

import { say, today } from "./say.js";

const SWIPE = 60; // CSS pixels

const days = () => [...document.querySelectorAll(".day")];
const hasSession = (day) => document.querySelector(`.dot.session[data-date="${day.dataset.date}"]`) !== null;

export function showDays() {
  if (openOtherWeek()) return;
  show(chosen());
  addEventListener("hashchange", () => show(chosen()));
  addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea, summary") || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowLeft") step(0);
    if (event.key === "ArrowRight") step(1);
  });
  followSwipes(document.querySelector("main"));
}

/* The first page has the newest week; today may be in one before it, which is stored as well. */
function openOtherWeek() {
  const { weeks } = document.body.dataset;
  const now = today();
  if (!weeks || location.hash || days().some((day) => day.dataset.date === now)) return false;
  const week = JSON.parse(weeks).find(({ first, last }) => first <= now && now <= last);
  if (!week) return false;
  location.replace(`${week.path}#${now}`);
  return true;
}

function chosen() {
  const all = days();
  const named = all.find((day) => `#${day.id}` === location.hash || day.querySelector(CSS.escape ? `[id="${CSS.escape(location.hash.slice(1))}"]` : "x"));
  if (named) return named;
  const now = today();
  return (
    all.find((day) => day.dataset.date === now) ??
    (now < all[0].dataset.date ? all.find(hasSession) : null) ??
    all.find(hasSession) ??
    all[0]
  );
}

function show(day) {
  for (const one of days()) one.hidden = one !== day;
  for (const dot of document.querySelectorAll(".dot")) {
    const isChosen = dot.dataset.date === day.dataset.date;
    dot.classList.toggle("chosen", isChosen);
    if (isChosen) dot.setAttribute("aria-current", "date");
    else dot.removeAttribute("aria-current");
    if (dot.dataset.date === today()) {
      dot.classList.add("today");
      dot.setAttribute("aria-label", `${say("today")}, ${dot.getAttribute("aria-label").replace(/^.*?, /, "")}`);
    }
  }
}

function step(which) {
  const links = days().find((day) => !day.hidden).querySelectorAll(".day-head .step");
  if (links[which]?.href) location.assign(links[which].href);
}

function followSwipes(area) {
  let from = null;
  area.addEventListener("touchstart", ({ touches }) => {
    from = touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null;
  }, { passive: true });
  area.addEventListener("touchend", ({ changedTouches: [touch] }) => {
    if (!from) return;
    const [across, down] = [touch.clientX - from.x, touch.clientY - from.y];
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(down)) step(across > 0 ? 0 : 1);
  }, { passive: true });
}
