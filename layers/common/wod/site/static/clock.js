/* The clock of a block: counts sets and rests, beeps before each, and keeps the screen awake. */

import { say } from "./say.js";
import { look, readKept, write } from "./store.js";

const KEPT = "wod.clock";
const READY = 10; // seconds to walk to the bar
const TICK = 200;

let running = null; // { button, phases, index, since, pausedAt }
let audio = null;
let awake = null;

/* The phases, in order. A phase without `seconds` lasts until the lifter ends it. */
function phasesOf({ clock, seconds, rest, rounds }) {
  const [length, pause, times] = [Number(seconds), Number(rest), Number(rounds)];
  const sets = Array.from({ length: times }, (_, place) => place + 1);
  const ready = { what: say("get ready"), seconds: READY, set: 1, isRest: true };
  if (clock === "every") return [ready, ...sets.map((set) => ({ seconds: length, set, of: times }))];
  if (clock === "work and rest") {
    const both = (set) => [{ seconds: length, set, of: times }, { what: say("rest"), seconds: pause, set: set + 1, isRest: true }];
    return [ready, ...sets.flatMap(both).slice(0, -1)];
  }
  if (clock === "rest") {
    const both = (set) => [{ seconds: null, set, of: times }, { what: say("rest"), seconds: pause, set: set + 1, isRest: true }];
    return sets.flatMap(both).slice(0, -1);
  }
  return [{ seconds: clock === "down" ? length : null, set: 1, of: 1 }];
}

export function showClocks() {
  const bar = document.getElementById("clock");
  for (const button of document.querySelectorAll("[data-clock]")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () => (running?.button === button ? pause() : start(button)));
  }
  bar.querySelector("[data-do=pause]").addEventListener("click", pause);
  bar.querySelector("[data-do=next]").addEventListener("click", () => advance(Date.now()));
  bar.querySelector("[data-do=stop]").addEventListener("click", stop);
  document.addEventListener("visibilitychange", () => document.hidden || !running || stayAwake());
  setInterval(tick, TICK);
  resume();
}

function start(button) {
  audio ??= window.AudioContext ? new AudioContext() : null;
  audio?.resume();
  begin({ button, phases: phasesOf(button.dataset), index: 0, since: Date.now(), pausedAt: null });
}

function begin(clock) {
  running?.button.setAttribute("aria-pressed", "false");
  running = clock;
  clock.button.setAttribute("aria-pressed", String(clock.pausedAt === null));
  document.getElementById("clock").hidden = false;
  stayAwake();
  entered();
  tick();
}

function pause() {
  if (!running) return;
  const now = Date.now();
  if (running.pausedAt === null) running.pausedAt = now;
  else {
    running.since += now - running.pausedAt;
    running.pausedAt = null;
  }
  running.button.setAttribute("aria-pressed", String(running.pausedAt === null));
  keep();
  tick();
}

function stop() {
  running?.button.setAttribute("aria-pressed", "false");
  running?.button.focus({ preventScroll: true });
  running = null;
  document.getElementById("clock").hidden = true;
  mark(null);
  write(KEPT, null);
  letSleep();
}

/* Go on with the next phase, which began at this moment. */
function advance(since) {
  if (!running) return;
  if (running.index + 1 >= running.phases.length) {
    beep(660, 1);
    document.getElementById("clock-status").textContent = say("Done.");
    stop();
    return;
  }
  running.index += 1;
  running.since = since;
  if (running.pausedAt !== null) running.pausedAt = since;
  entered();
  tick();
}

function entered() {
  const phase = running.phases[running.index];
  document.getElementById("clock-status").textContent = phase.what ?? setText(phase);
  mark(phase.set);
  keep();
}

const setText = ({ set, of }) => (of > 1 ? say("set {set} of {of}", { set, of }) : "");

function tick() {
  if (!running) return;
  const now = running.pausedAt ?? Date.now();
  const phase = running.phases[running.index];
  const passed = (now - running.since) / 1000;
  if (phase.seconds !== null && passed >= phase.seconds) {
    beep(880, 0.6);
    advance(running.since + phase.seconds * 1000);
    return;
  }
  const shown = phase.seconds === null ? Math.floor(passed) : Math.ceil(phase.seconds - passed);
  const time = document.querySelector(".clock-time");
  const text = clockText(shown);
  if (time.textContent !== text) {
    time.textContent = text;
    if (phase.seconds !== null && shown <= 3 && shown > 0 && running.pausedAt === null) beep(440, 0.15);
  }
  const block = running.button.closest("[data-name]").dataset.name;
  set(".clock-what", [block, phase.what ?? setText(phase)].filter(Boolean).join(" · "));
  set(".clock-next", upNext(phase));
  set("#clock [data-do=pause]", running.pausedAt === null ? say("Pause") : say("Go on"));
}

function set(selector, text) {
  const element = document.querySelector(selector);
  if (element.textContent !== text) element.textContent = text;
}

/* The load of this set, and of the next if it differs. */
function upNext(phase) {
  const [now, next] = [rowOf(phase.set), phase.isRest ? null : rowOf(phase.set + 1)];
  const text = (row) => [".amount", ".weight", ".percent"].map((part) => row.querySelector(part)?.textContent.trim()).filter(Boolean);
  const short = (row) => text(row).slice(0, 2).join(" · ");
  if (!now) return "";
  return next && next !== now ? `${short(now)} → ${short(next)}` : text(now).join(" · ");
}

function rowOf(set) {
  const rows = [...running.button.closest(".block").querySelectorAll(".row")];
  if (rows.length === 1) return rows[0];
  return rows.find(({ dataset: { first, last } }) => first && Number(first) <= set && set <= Number(last)) ?? null;
}

function mark(set) {
  for (const row of document.querySelectorAll(".row.now")) row.classList.remove("now");
  if (set !== null && running) rowOf(set)?.classList.add("now");
}

function clockText(seconds) {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${minutes}:${String(rest).padStart(2, "0")}`;
}

function beep(pitch, seconds) {
  navigator.vibrate?.(seconds * 300);
  if (!audio || !look().sound) return;
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0.4, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + seconds);
}

async function stayAwake() {
  if (awake && !awake.released) return;
  try {
    awake = (await navigator.wakeLock?.request("screen")) ?? null;
  } catch {
    awake = null; // the battery is low, or the browser does not let it
  }
  if (!running) letSleep(); // stopped meanwhile
}

function letSleep() {
  awake?.release();
  awake = null;
}

/* A reloaded page continues at the same phase. */
function keep() {
  const place = [...document.querySelectorAll("[data-clock]")].indexOf(running.button);
  const { index, since, pausedAt } = running;
  write(KEPT, JSON.stringify({ path: location.pathname, place, index, since, pausedAt }));
}

function resume() {
  const kept = JSON.parse(readKept(KEPT) ?? "null");
  if (kept?.path !== location.pathname) return;
  const button = document.querySelectorAll("[data-clock]")[kept.place];
  const phases = button ? phasesOf(button.dataset) : [];
  let { index, since } = kept;
  const now = kept.pausedAt ?? Date.now();
  while (index < phases.length && phases[index].seconds !== null && now - since >= phases[index].seconds * 1000) {
    since += phases[index].seconds * 1000;
    index += 1;
  }
  if (index < phases.length) begin({ button, phases, index, since, pausedAt: kept.pausedAt });
  else write(KEPT, null);
}
