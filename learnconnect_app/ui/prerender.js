// All pages in another language, by what was built for React Router's own prerendering, which is in
// English. Given that language, the folder of the built pages, and the file for pages without one.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [language, folder, fallback] = process.argv.slice(2);
let title = "";
globalThis.PAGE_LANGUAGE = language; // `js/i18n.jsx` reads it
globalThis.tellTitle = (text) => (title = text); // `js/theme.jsx` does
process.env.NODE_ENV = "production";
process.env.IS_RR_BUILD_REQUEST = "yes"; // without it no page without a place is rendered

const { createRequestHandler } = await import("react-router");
const build = await import(pathToFileURL(join(folder, "..", "server", "index.js")));
const answer = createRequestHandler(build, "production");

const escaped = (character) => `&#${character.charCodeAt()};`;

async function render(path, file, headers = {}) {
  const answered = await answer(new Request(`http://localhost${path}`, { headers }));
  if (answered.status !== 200) throw Error(`${path} in ${language}: ${answered.status}`);
  const html = await answered.text();
  const page = html.replace(/^(<!DOCTYPE html><html[^>]*) lang="en"/, `$1 lang="${language}"`);
  if (page === html) throw Error(`${path} does not name its language`);
  const titled = page.replace(/(?<=<title>)[^<]*/, () => title.replace(/[&<]/g, escaped));
  await writeFile(join(folder, file.replace(/\.html$/, `.${language}.html`)), titled);
}

for (const page of build.prerender) {
  const path = `/${page}/`.replace(/\/\/+/g, "/");
  await render(path, join(path, "index.html"));
}
await render("/", fallback, { "X-React-Router-SPA-Mode": "yes" });
process.exit(); // what the pages have begun would never end
