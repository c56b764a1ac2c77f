/* The script's texts, in the language of the page. English is the key of every translation. */

import { WORDS } from "./words.js";

const LANGUAGE = document.documentElement.lang.replace(/^en$/, "en-GB"); // `8 Mar`, as the page has it
const NUMBER = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2, useGrouping: false });
const DAY = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short", year: "numeric" });
const MOMENT = new Intl.DateTimeFormat(LANGUAGE, {
  weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit",
});

export const say = (english, values = {}) =>
  (WORDS[english] ?? english).replace(/\{(\w+)\}/g, (_, name) => values[name]);

/* The text of an error for the lifter. */
export const saying = (error) => (error.english ? say(error.english, error.values) : error.message);

export const figure = (number) => NUMBER.format(number);

/* A maximum by its lift, and by its repetitions if these are more than one. */
export const maximumText = (lift, reps) => (reps === 1 ? say(lift) : `${say(lift)} ${reps}RM`);

export const dayText = (date) => DAY.format(new Date(`${date}T12:00:00`));

/* Today by the lifter's own clock, YYYY-MM-DD. */
export function today(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/* Times of edits are written in UTC; show them in the lifter's time. */
export function showTimes() {
  for (const time of document.querySelectorAll("time[datetime$='Z']")) {
    time.textContent = MOMENT.format(new Date(time.dateTime));
  }
}

/* An element with its class, its text and children. Text is never markup. */
export function make(name, className = "", ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
