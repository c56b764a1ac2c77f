// Answer calls of the page's loads.js, `[{call, given: [argument, …]}, …]` on standard input, with `[{gives} or {fails}, …]`.
import { readFileSync } from "node:fs";

const loads = await import(process.argv[2]);
const answers = JSON.parse(readFileSync(0, "utf8")).map(({ call, given }) => {
  try {
    return { gives: loads[call](...given) };
  } catch (error) {
    return { fails: error.message };
  }
});
process.stdout.write(JSON.stringify(answers));
