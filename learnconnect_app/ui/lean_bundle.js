// A Vite plugin that leaves out of every page what this app never uses of its libraries, and joins
// what it uses in small pieces: about 20 kB compressed. `build_plugin.py` puts it into Vite's configuration.
//
// - Emotion turns the `css` that Reflex writes into classes. Ours is only ever plain properties
//   (all else is Tailwind), and those are a `style` without any library.
// - Socket.IO brings transports besides the websocket; Reflex opens nothing but that.
// - A direct `eval`, which the content security policy refuses anyway, keeps the whole chunk
//   around it from being minified; an indirect one does not.
// - State in cookies and slots with styles of their own are unused: `rx.Cookie` says so when it is.
// - Icons come together: a file an icon costs each page more in headers than in shapes.

const PLAIN_JSX = `
import { createElement } from "react";
export const jsx = (type, props, ...children) => {
  if (!props?.css) return createElement(type, props, ...children);
  const { css, ...rest } = props;
  return createElement(type, { ...rest, style: { ...css, ...rest.style } }, ...children);
};`;

const NO_TRANSPORT = "export const XHR = undefined, Fetch = undefined, WT = undefined;";

const NO_COOKIES = `
const unused = () => { throw Error("rx.Cookie needs universal-cookie: see lean_bundle.js"); };
export default class Cookies { get = unused; set = unused; remove = unused; }`;

const SHALLOW_MERGE = "export const mergician = (...objects) => Object.assign({}, ...objects);";

const REPLACED = {
  "@emotion/react": "\0plain-jsx",
  "universal-cookie": "\0no-cookies",
  mergician: "\0shallow-merge",
};

const MODULES = {
  "\0plain-jsx": PLAIN_JSX,
  "\0no-transport": NO_TRANSPORT,
  "\0no-cookies": NO_COOKIES,
  "\0shallow-merge": SHALLOW_MERGE,
};

const GROUPS = [{ name: "icons", test: /lucide-react/ }];

export default function leanBundle() {
  return {
    name: "lean-bundle",
    enforce: "pre",
    config: () => ({ build: { rollupOptions: { output: { codeSplitting: { groups: GROUPS } } } } }),
    resolveId(source, importer) {
      if (source in REPLACED) return REPLACED[source];
      const isTransport = /^\.\/(polling-(xhr|fetch)(\.node)?|webtransport)\.js$/.test(source);
      return isTransport && importer?.includes("engine.io-client") ? "\0no-transport" : null;
    },
    load(id) {
      return MODULES[id] ?? null;
    },
    transform(code, id) {
      if (!id.endsWith("/utils/state.js")) return null;
      return { code: code.replace(/\beval\(/g, "(0, eval)("), map: null };
    },
  };
}
