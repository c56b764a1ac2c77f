/* Ask for three lifts on the first visit, once. */

import { maximumOf } from "./entry.js";
import { onSubmit } from "./forms.js";
import { defaults, merged } from "./loads.js";
import { say, today } from "./say.js";
import { keepLifter, keepLook, lifter, look } from "./store.js";

export function showFirstVisit() {
  const form = document.getElementById("first-visit");
  form.hidden = lifter().maxima.length > 0 || look().later;
  form.querySelector("[data-do=later]").addEventListener("click", () => {
    keepLook({ later: true });
    form.hidden = true;
  });
  onSubmit(form, ({ unit, ...weights }) => {
    const own = { ...lifter(), settings: { ...defaults(unit), level: lifter().settings.level } };
    const stated = Object.entries(weights).filter(([, text]) => text.trim());
    if (!stated.length) throw new Error(say("Enter one weight at least, or choose Later."));
    const maxima = stated.map(([lift, text]) => maximumOf(`${text}`, { lift, reps: 1, date: today() }, unit));
    keepLifter(merged(own, { ...own, maxima }));
    form.hidden = true;
  });
}
