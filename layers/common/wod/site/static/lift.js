/* On the page of a lift: the lifter's own maxima, as a line over the years. */

import { begin } from "./begin.js";
import { validOn } from "./loads.js";
import { figure, say, today } from "./say.js";
import { lifter, onChange } from "./store.js";

const SVG = "http://www.w3.org/2000/svg";
const [LEFT, RIGHT, TOP, BOTTOM] = [28, 328, 6, 198];

function showOwn(picture) {
  picture.querySelector(".own")?.remove();
  const { lift, first, last } = picture.dataset;
  const { maxima } = lifter();
  const own = maxima.filter((one) => one.lift === lift && one.reps === 1);
  const now = validOn(maxima, lift, 1, today());
  document.getElementById("own").textContent = now
    ? say("Your maximum: {weight}. The line shows how it grew.", { weight: `${figure(now.weight)} ${now.unit}` })
    : say("Your own maximum would be a line here; enter it under My weights.");
  if (!now) return;
  const same = own.filter((one) => one.unit === now.unit).sort((one, other) => (one.date < other.date ? -1 : 1));
  const most = Math.max(...same.map((one) => one.weight));
  const x = (date) => {
    const [from, to, at] = [first, last, date].map(Date.parse);
    return LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, (at - from) / Math.max(1, to - from)));
  };
  const y = (weight) => BOTTOM - (BOTTOM - TOP) * (weight / most) ** 2;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", "own");
  path.setAttribute("d", `M${same.map((one) => `${x(one.date).toFixed(1)} ${y(one.weight).toFixed(1)}`).join("L")}H${RIGHT}`);
  picture.append(path);
}

const picture = document.getElementById("dots");
begin();
showOwn(picture);
onChange(() => showOwn(picture));
