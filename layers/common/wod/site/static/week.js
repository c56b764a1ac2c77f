/* The page of a week, and the first page. */

import { begin } from "./begin.js";
import { showClocks } from "./clock.js";
import { showDays } from "./days.js";
import { showFirstVisit } from "./first.js";
import { onChange } from "./store.js";
import { showWeights } from "./weights.js";

begin();
showFirstVisit();
showWeights();
showDays();
showClocks();
onChange(showWeights);
