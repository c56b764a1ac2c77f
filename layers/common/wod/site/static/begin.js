/* The first steps of every page. */

import { showTimes } from "./say.js";
import { showLook } from "./store.js";

export function begin() {
  showLook();
  showTimes();
  navigator.serviceWorker?.register(`${document.body.dataset.root}sw.js`);
}
