/*
 * Weights that can be loaded: the arithmetic of wod/lifting in the browser. Pure, and imports nothing.
 * tests/cases/loads.json has the cases that this and the Python pass. All data is plain JSON with the same names in both.
 *
 *   Settings  { unit: "kg" | "lb", bar: 20, collar: 0, plates: [25, 20, …], pair: "first" | "second", level: null | "Oro" }
 *             `collar` is the weight of one; plates are there in any number; `pair` is which amount of `95/65 lb` counts.
 *   Maximum   { lift: "Snatch", reps: 1, weight: 100.5, unit: "kg", date: "2026-03-01" }
 *   Lifter    { version: 1, settings: Settings, maxima: [Maximum, …] }           the file that is imported and exported
 *   Prescribed {  lift, rep_max, percent_min, percent_max, weight, weight_max, weight_women, unit, on_a_bar }
 *             what `wod.lifting.prescribed_load` makes of a prescription; null if no number says how heavy it is.
 *   Disc      { weight: 25, colour: "red" }
 *
 *   loadable(prescribed, maxima, settings, day)   what to load on this day (YYYY-MM-DD); null for null. Either
 *       { kind: "load", least: 75, most: 80, unit: "kg", exact_least, exact_most, note, on_a_bar, maximum }
 *           `least` is null for `up to 70 %`, `most` for `101 %+`. note: null, "nothing inside" (no weight in the range
 *           can be loaded; least and most are the nearest that can) or "below the bar". `maximum` is the one computed
 *           with, or null. A weight that is not on a bar stays as it is prescribed, in its own unit.
 *       { kind: "missing", lift: "Back Squat", reps: 1, estimate, load }
 *           `estimate` is { weight, unit, of: Maximum } or null, `load` what it would make: show both as an estimate.
 *   plates(weight, settings)       { bar, collar, side: [Disc, …] }, heaviest first; null if it cannot be loaded
 *   change(before, after)          of two results of plates(): { off: [Disc], on: [Disc], difference, shorter }, a side;
 *                                  `shorter` if these are fewer discs than the whole load
 *   ladder([Prescribed, …], maxima, settings, day)     of the sets of one movement: [{ load, plates, change }, …]
 *   validOn(maxima, lift, reps, day)              the Maximum that is valid on the day, or null
 *   ownAmounts(prescription, pair)                a prescription with the amounts of a pair that are the lifter's
 *   ownSessions(sessions, level)                  the sessions of the lifter's level, of days that have several
 *   parseWeight(text)              `100,5kg`, `225 lbs`: { weight, unit }, unit null if none is stated. Throws.
 *   defaults(unit)                 the Settings of a lifter who has said nothing but the unit
 *   readLifter(text)               the Lifter of a file. Throws.
 *   writeLifter(lifter)            the text of a file
 *   withMaximum(maxima, maximum)   the maxima with one more, which replaces the one of its lift, reps and date
 *   merged(own, imported)          a Lifter with the maxima of both; the imported ones and its settings win
 *
 * What is thrown is a Problem: a sentence for the lifter, which say.js has in the language of the page.
 */

/* begin of tables.toml */
export const TABLES = {"gyms": {"kg": {"bar": 20.0, "plates": [25.0, 20.0, 15.0, 10.0, 5.0, 2.5, 1.25]}, "lb": {"bar": 45.0, "plates": [45.0, 35.0, 25.0, 15.0, 10.0, 5.0, 2.5]}}, "colours": {"kg": {"25": "red", "20": "blue", "15": "yellow", "10": "green", "5": "white", "2.5": "red", "2": "blue", "1.5": "yellow", "1": "green", "0.5": "white"}, "lb": {"55": "red", "45": "blue", "35": "yellow", "25": "green", "15": "black", "10": "white"}}, "percent_of_1rm": {"1": 100, "2": 95, "3": 93, "4": 90, "5": 87, "6": 85, "7": 83, "8": 80, "9": 77, "10": 75, "12": 70}, "estimates": {"Snatch": [{"of": "Clean & Jerk", "percent": 80}, {"of": "Power Snatch", "percent": 117}, {"of": "Overhead Squat", "percent": 95}, {"of": "Back Squat", "percent": 60}], "Clean & Jerk": [{"of": "Clean", "percent": 98}, {"of": "Jerk", "percent": 95}, {"of": "Snatch", "percent": 120}, {"of": "Front Squat", "percent": 85}, {"of": "Back Squat", "percent": 77}], "Clean": [{"of": "Clean & Jerk", "percent": 102}, {"of": "Power Clean", "percent": 117}, {"of": "Back Squat", "percent": 80}], "Jerk": [{"of": "Clean & Jerk", "percent": 105}], "Power Snatch": [{"of": "Snatch", "percent": 80}], "Power Clean": [{"of": "Clean", "percent": 80}, {"of": "Clean & Jerk", "percent": 80}], "Power Clean & Power Jerk": [{"of": "Clean & Jerk", "percent": 80}], "Back Squat": [{"of": "Front Squat", "percent": 117}, {"of": "Clean & Jerk", "percent": 123}], "Front Squat": [{"of": "Back Squat", "percent": 85}, {"of": "Clean & Jerk", "percent": 115}], "Overhead Squat": [{"of": "Snatch", "percent": 105}], "Deadlift": [{"of": "Back Squat", "percent": 110}], "Push Press": [{"of": "Jerk", "percent": 75}, {"of": "Clean & Jerk", "percent": 78}], "Press": [{"of": "Jerk", "percent": 55}, {"of": "Clean & Jerk", "percent": 57}]}};
/* end of tables.toml */

export class Problem extends Error {
  constructor(english, values = {}) {
    super(english.replace(/\{(\w+)\}/g, (_, name) => values[name]));
    this.english = english;
    this.values = values;
  }
}

const LARGEST = { kg: 1000, lb: 2000 };
const MOST_REPS = 100;
const POUND = [45359237n, 100000000n]; // in kilograms, exactly

/* Numbers are hundredths, as BigInt, or fractions [over, under] of hundredths: nothing is rounded on the way. */

const hundredths = (number) => BigInt(Math.floor(number * 100 + 0.5));
const number = (inHundredths) => Number(inHundredths) / 100;
const floor = ([over, under]) => (over - (((over % under) + under) % under)) / under;
const ceil = ([over, under]) => -floor([-over, under]);
const isLess = (one, other) => one[0] * other[1] < other[0] * one[1];
const minus = (one, other) => [one[0] * other[1] - other[0] * one[1], one[1] * other[1]];
const rounded = ([over, under]) => number(floor([2n * over + under, 2n * under]));
const whole = (inHundredths) => [inHundredths, 1n];

function inUnit([over, under], unit, wanted) {
  if (unit === wanted) return [over, under];
  const [times, by] = unit === "lb" ? POUND : [POUND[1], POUND[0]];
  return [over * times, under * by];
}

// ──── The bar ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const emptyBar = (settings) => hundredths(settings.bar) + 2n * hundredths(settings.collar);

const gcd = (one, other) => (other ? gcd(other, one % other) : one);

/* The discs in hundredths, the heaviest first, and their common measure. */
function discsOf(settings) {
  const discs = settings.plates.map((plate) => Number(hundredths(plate))).sort((one, other) => other - one);
  return [discs, discs.reduce(gcd)];
}

/* The number of discs for each multiple of their common measure up to a limit; Infinity if none make it. */
function fewestDiscs(discs, step, limit) {
  const fewest = [0];
  for (let multiple = 1; multiple <= limit; multiple++) {
    fewest.push(1 + Math.min(...discs.map((disc) => fewest[multiple - disc / step] ?? Infinity)));
  }
  return fewest;
}

/* The heaviest weight that can be loaded up to a target, null below the bar, and the lightest from it on. */
function around(target, settings) {
  const empty = emptyBar(settings);
  if (isLess(target, whole(empty))) return [null, empty];
  const [discs, step] = discsOf(settings);
  const [over, under] = minus(target, whole(empty));
  const multiple = [over, under * 2n * BigInt(step)];
  let [below, above] = [Number(floor(multiple)), Number(ceil(multiple))];
  const fewest = fewestDiscs(discs, step, above + discs.at(-1) / step);
  while (fewest[below] === Infinity) below--;
  while (fewest[above] === Infinity) above++;
  return [below, above].map((found) => empty + 2n * BigInt(found * step));
}

export function plates(weight, settings) {
  const [discs, step] = discsOf(settings);
  const bothSides = Number(hundredths(weight) - emptyBar(settings));
  if (bothSides < 0 || bothSides % (2 * step) !== 0) return null;
  let left = bothSides / (2 * step);
  const fewest = fewestDiscs(discs, step, left);
  if (fewest[left] === Infinity) return null;
  const side = [];
  while (left > 0) {
    const disc = discs.find((one) => fewest[left - one / step] === fewest[left] - 1);
    side.push({ weight: disc / 100, colour: TABLES.colours[settings.unit][disc / 100] ?? "grey" });
    left -= disc / step;
  }
  return { bar: settings.bar, collar: settings.collar, side };
}

export function change(before, after) {
  const [off, on] = [left(before.side, after.side), left(after.side, before.side)];
  const sum = (discs) => discs.reduce((total, disc) => total + hundredths(disc.weight), 0n);
  const difference = number(sum(on) - sum(off));
  return { off, on, difference, shorter: off.length + on.length < after.side.length };
}

/* The discs that the others do not have. */
function left(these, others) {
  const rest = others.map((disc) => disc.weight);
  return these.filter((disc) => {
    const place = rest.indexOf(disc.weight);
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}

// ──── Maxima ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export function validOn(maxima, lift, reps, day) {
  const own = maxima.filter((maximum) => maximum.lift === lift && maximum.reps === reps);
  const until = own.filter((maximum) => maximum.date <= day);
  if (until.length) return until.reduce((best, one) => (one.date >= best.date ? one : best));
  return own.length ? own.reduce((best, one) => (one.date <= best.date ? one : best)) : null;
}

function estimateOf(maxima, lift, reps, day) {
  const percents = TABLES.percent_of_1rm;
  if (!(reps in percents)) return null;
  const others = Object.keys(percents).map(Number).filter((other) => other !== reps);
  others.sort((one, other) => Math.abs(one - reps) - Math.abs(other - reps) || one - other);
  for (const other of others) {
    const own = validOn(maxima, lift, other, day);
    if (own) return shareOf(own, percents[reps], percents[other]);
  }
  for (const relative of TABLES.estimates[lift] ?? []) {
    const own = validOn(maxima, relative.of, 1, day);
    if (own) return shareOf(own, relative.percent * percents[reps], 100 * 100);
  }
  return null;
}

/* In whole units. */
function shareOf(own, over, under) {
  const weight = Number(floor([hundredths(own.weight) * BigInt(over), 100n * BigInt(under)]));
  return weight ? { weight, unit: own.unit, of: own } : null;
}

export function withMaximum(maxima, maximum) {
  const key = ({ lift, reps, date }) => [lift, String(reps).padStart(3, "0"), date].join("\n");
  const byKey = new Map([...maxima, maximum].map((one) => [key(one), one]));
  return [...byKey.keys()].sort().map((one) => byKey.get(one));
}

// ──── Loads ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function loadable(prescribed, maxima, settings, day) {
  if (!prescribed) return null;
  if (prescribed.lift === null) return ofWeight(prescribed, settings);
  const own = validOn(maxima, prescribed.lift, prescribed.rep_max, day);
  if (own) return ofPercent(prescribed, own, own, settings);
  const estimate = estimateOf(maxima, prescribed.lift, prescribed.rep_max, day);
  const load = estimate && ofPercent(prescribed, estimate, estimate.of, settings);
  return { kind: "missing", lift: prescribed.lift, reps: prescribed.rep_max, estimate, load };
}

export function ladder(sets, maxima, settings, day) {
  let before = null;
  return sets.map((prescribed) => {
    const found = loadable(prescribed, maxima, settings, day);
    const load = found?.kind === "missing" ? found.load : found;
    const onBar = load?.on_a_bar ? plates(load.least ?? load.most, settings) : null;
    const rung = { load: found, plates: onBar, change: before && onBar && change(before, onBar) };
    before = load && load.least === load.most ? onBar : null; // nobody knows what lies on the bar after a range
    return rung;
  });
}

function ofWeight(prescribed, settings) {
  let [least, most] = [prescribed.weight, prescribed.weight_max ?? prescribed.weight];
  if (settings.pair === "second" && prescribed.weight_women !== null) least = most = prescribed.weight_women;
  if (!prescribed.on_a_bar) {
    const { unit } = prescribed;
    return { kind: "load", least, most, unit, exact_least: least, exact_most: most, note: null, on_a_bar: false, maximum: null };
  }
  const [from, to] = [least, most].map((weight) => inUnit(whole(hundredths(weight)), prescribed.unit, settings.unit));
  return onBar(from, to, settings, null);
}

function ofPercent(prescribed, own, maximum, settings) {
  const share = (percent) => [hundredths(own.weight) * hundredths(percent), 100n * 100n];
  const [least, most] = [prescribed.percent_min, prescribed.percent_max].map((percent) =>
    percent === null ? null : inUnit(share(percent), own.unit, settings.unit),
  );
  return onBar(least, most, settings, maximum);
}

function onBar(least, most, settings, maximum) {
  const exact = { exact_least: least && rounded(least), exact_most: most && rounded(most) };
  return { kind: "load", ...inside(least, most, settings), unit: settings.unit, ...exact, on_a_bar: true, maximum };
}

/* Round inwards; a single weight to the nearest that can be loaded, and of two equally near ones to the lighter. */
function inside(least, most, settings) {
  const above = least && around(least, settings)[1];
  if (!most) return { least: number(above), most: null, note: null };
  const below = around(most, settings)[0];
  if (below === null) {
    const bar = number(emptyBar(settings));
    return { least: least && bar, most: bar, note: "below the bar" };
  }
  if (!least) return { least: null, most: number(below), note: null };
  if (above <= below) return { least: number(above), most: number(below), note: null };
  const isAbove = isLess(minus(whole(above), most), minus(least, whole(below)));
  const nearest = number(isAbove ? above : below);
  return { least: nearest, most: nearest, note: isLess(least, most) ? "nothing inside" : null };
}

// ──── The lifter ───────────────────────────────────────────────────────────────────────────────────────────────────────

const PAIRS = {
  reps_women: ["reps_min", "reps_max"],
  distance_women: ["distance"],
  calories_women: ["calories_min", "calories_max"],
  weight_women: ["weight"],
};

export function ownAmounts(prescription, pair) {
  const own = { ...prescription };
  for (const [second, firsts] of Object.entries(PAIRS)) {
    if (pair === "second" && (own[second] ?? null) !== null) for (const first of firsts) own[first] = own[second];
    own[second] = null;
  }
  return own;
}

export function ownSessions(sessions, level) {
  const isOwn = (session) => (session.level ?? "").toLowerCase() === (level ?? "").toLowerCase();
  const hasOwn = new Set(sessions.filter(isOwn).map((session) => session.date));
  return sessions.filter((session) => !level || !session.level || isOwn(session) || !hasOwn.has(session.date));
}

export function parseWeight(text) {
  const found = /^[ \t\xa0]*(\d{1,4}(?:[.,]\d{1,2})?)[ \t\xa0]*(kgs?|kilos?|lbs?|pounds?|#)?[ \t\xa0]*$/i.exec(text);
  if (!found) throw new Problem("“{text}” is not a weight: write one such as 100kg, 100.5 kg or 225 lb.", { text });
  const unit = found[2] ? (found[2].toLowerCase().startsWith("k") ? "kg" : "lb") : null;
  return { weight: Number(found[1].replace(",", ".")), unit };
}

export function defaults(unit) {
  const gym = TABLES.gyms[unit];
  return { unit, bar: gym.bar, collar: 0, plates: [...gym.plates], pair: "first", level: null };
}

export const writeLifter = (lifter) => `${JSON.stringify(lifter, null, 2)}\n`;

export function merged(own, imported) {
  return { version: 1, settings: imported.settings, maxima: imported.maxima.reduce(withMaximum, own.maxima) };
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isWithin = (value, least, most) => typeof value === "number" && value >= least && value <= most;
const isText = (value, least) => typeof value === "string" && [...value].length >= least && [...value].length <= 100;
const isUnit = (value) => value === "kg" || value === "lb";

function isDate(value) {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const LIFTER = { version: (value) => value === 1, settings: isObject, maxima: Array.isArray };

const SETTINGS = {
  unit: isUnit,
  bar: (value) => isWithin(value, 0, 100),
  collar: (value) => isWithin(value, 0, 10),
  plates: (value) => Array.isArray(value) && isWithin(value.length, 1, 20) && value.every((one) => isWithin(one, 0.1, 100)),
  pair: (value) => value === "first" || value === "second",
  level: (value) => value === null || isText(value, 0),
};

const MAXIMUM = {
  lift: (value) => isText(value, 1),
  reps: (value) => Number.isInteger(value) && isWithin(value, 1, MOST_REPS),
  weight: (value, { unit }) => isWithin(value, 0.01, LARGEST[unit] ?? 0),
  unit: isUnit,
  date: isDate,
};

/* Throw if a value does not have exactly these names, each with a value that passes its test. */
function check(value, tests, place) {
  const names = isObject(value) ? Object.keys(value) : [];
  const wrong =
    Object.keys(tests).find((name) => !names.includes(name) || !tests[name](value[name], value)) ??
    names.find((name) => !Object.hasOwn(tests, name));
  if (wrong === undefined) return;
  throw new Problem("This is not a file of maxima ({place} is wrong): take one that this page or `wod maxes export` wrote.", { place: place + wrong });
}

export function readLifter(text) {
  let lifter;
  try {
    lifter = JSON.parse(text);
  } catch {
    throw new Problem("This is not a file of maxima (it is not JSON): take one that this page or `wod maxes export` wrote.");
  }
  check(lifter, LIFTER, "");
  check(lifter.settings, SETTINGS, "settings.");
  lifter.maxima.forEach((maximum, place) => check(maximum, MAXIMUM, `maxima.${place}.`));
  return lifter;
}
