/* Data that stays in the browser: the lifter's maxima and settings, and the look of the page. */

import { defaults, readLifter, withMaximum, writeLifter } from "./loads.js";

const LIFTER = "wod.lifter";
const LOOK = "wod.look";
const CHANGED = "lifter-changed";

const inMemory = new Map(); // what the browser does not keep: it lets the page keep nothing, or is full

function read(key) {
  if (inMemory.has(key)) return inMemory.get(key);
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    inMemory.delete(key);
  } catch {
    inMemory.set(key, text);
  }
}

/* The lifter, in the format of the file of maxima. */
export function lifter() {
  const text = read(LIFTER);
  try {
    if (text !== null) return readLifter(text);
  } catch {
    write(`${LIFTER}.unreadable`, text); // by this version: kept beside, so that nothing is lost
  }
  return { version: 1, settings: defaults("kg"), maxima: [] };
}

export function keepLifter(changed) {
  write(LIFTER, writeLifter(changed));
  document.dispatchEvent(new Event(CHANGED));
}

export function keepMaximum(maximum) {
  const own = lifter();
  keepLifter({ ...own, maxima: withMaximum(own.maxima, maximum) });
}

export function onChange(show) {
  document.addEventListener(CHANGED, show);
  addEventListener("storage", (event) => event.key === LIFTER && show());
}

/* The look and sound of the page: { theme: "light" | "dark" | "", sound: true, later: false } */
export function look() {
  try {
    return { theme: "", sound: true, later: false, ...JSON.parse(read(LOOK) ?? "{}") };
  } catch {
    return { theme: "", sound: true, later: false };
  }
}

export function keepLook(changed) {
  write(LOOK, JSON.stringify({ ...look(), ...changed }));
  showLook();
}

export function showLook() {
  const { theme } = look();
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

export const readKept = read;
