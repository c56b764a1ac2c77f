/* Forms that show their errors. */

import { saying } from "./say.js";

export function onSubmit(form, keep) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    report(form, () => keep(Object.fromEntries(new FormData(form))));
  });
}

/* Run the action, and show its error in the form. */
export function report(form, act) {
  const problem = form.querySelector(".problem");
  problem.textContent = "";
  try {
    act();
  } catch (error) {
    problem.textContent = saying(error);
  }
}
