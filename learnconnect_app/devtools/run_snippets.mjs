// Runs JavaScript snippets on Node, each in a context of its own, and says what they printed or threw.
//
// Reads a JSON list of {setup, code, expression} on standard input and writes a JSON list of
// {output, error, value}: error is the name of what was thrown, value the inspection of the
// expression after the code. Timers and promises are waited for, two seconds at most.
import { readFileSync } from "node:fs";
import { inspect } from "node:util";
import vm from "node:vm";

const SECONDS = 2;
const shown = (value) => (typeof value === "string" ? value : inspect(value));

async function run({ setup, code, expression }) {
  const lines = [];
  let pending = 0;
  let error = null;
  let value = null;
  const fail = (problem) => (error ??= problem?.name ?? shown(problem));
  const print = (...values) => lines.push(values.map(shown).join(" "));
  const later = (start) => (action, delay, ...values) => {
    pending += 1;
    return start(() => {
      pending -= 1;
      try {
        action(...values);
      } catch (problem) {
        fail(problem);
      }
    }, delay);
  };
  const context = vm.createContext({
    console: { log: print, error: print, warn: print, info: print },
    setTimeout: later(setTimeout),
    setImmediate: later((action) => setImmediate(action)),
    clearTimeout: (timer) => {
      if (timer && !timer._destroyed) pending -= 1;
      clearTimeout(timer);
    },
    queueMicrotask: (action) => Promise.resolve().then(action),
    structuredClone,
    URL,
    URLSearchParams,
  });
  const options = { timeout: SECONDS * 1000 };
  const rejected = (problem) => fail(problem);
  process.on("unhandledRejection", rejected);
  try {
    if (setup) vm.runInContext(setup, context, options);
    const before = lines.length;
    vm.runInContext(code, context, options);
    lines.splice(0, before);
    if (expression != null) value = inspect(vm.runInContext(`(${expression})`, context, options));
  } catch (problem) {
    fail(problem);
  }
  const until = Date.now() + SECONDS * 1000;
  do {
    await new Promise((done) => setTimeout(done, pending > 0 ? 5 : 0));
  } while (pending > 0 && Date.now() < until);
  await new Promise((done) => setImmediate(done));
  process.off("unhandledRejection", rejected);
  return { output: lines.join("\n").trim(), error, value };
}

const results = [];
for (const program of JSON.parse(readFileSync(0, "utf8"))) results.push(await run(program));
process.stdout.write(JSON.stringify(results));
