/* Enter a missing maximum: one field, in the row that needs it. */

import { parseWeight } from "./loads.js";
import { make, maximumText, say, saying, today } from "./say.js";
import { keepMaximum, lifter } from "./store.js";

export function openEntry(place, { lift, reps, date }, opener) {
  place.querySelector(".entry")?.remove();
  const field = make("input");
  field.inputMode = "decimal";
  field.autocomplete = "off";
  field.required = true;
  const label = make("label", "", `${maximumText(lift, reps)} (${lifter().settings.unit})`, field);
  const problem = make("p", "problem");
  problem.setAttribute("role", "alert");
  const form = make("form", "entry", label, make("button", "primary", say("Keep")), problem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    try {
      keepMaximum(maximumOf(field.value, { lift, reps, date: date ?? today() }));
    } catch (error) {
      problem.textContent = saying(error);
      field.focus();
    }
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    form.remove();
    opener.focus();
  });
  place.append(form);
  field.focus();
}

/* Throws the error of saying(). */
export function maximumOf(text, { lift, reps, date }, unitOfField = lifter().settings.unit) {
  const { weight, unit } = parseWeight(text);
  const own = unit ?? unitOfField;
  if (weight <= 0) throw new Error(say("A maximum is more than 0."));
  if (weight > (own === "kg" ? 1000 : 2000)) throw new Error(say("Nobody lifts {weight}.", { weight: `${weight} ${own}` }));
  return { lift, reps, weight, unit: own, date };
}
