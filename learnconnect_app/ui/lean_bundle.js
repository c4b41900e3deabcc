// A Vite plugin that leaves out of every page what this app never uses of its libraries, and joins
// what it uses in small pieces: about 26 kB compressed. `build_plugin.py` puts it into Vite's configuration.
//
// - Emotion turns the `css` that Reflex writes into classes. Ours is only ever plain properties
//   (all else is Tailwind), and those are a `style` without any library.
// - Socket.IO brings transports besides the websocket; Reflex opens nothing but that.
// - React Router's framework mode brings loaders, actions, routes found out later and instruments.
//   Ours has none of them: all routes stand in the manifest, and only their modules are fetched.
// - A direct `eval`, which the content security policy refuses anyway, keeps the whole chunk
//   around it from being minified; an indirect one does not.
// - State in cookies, uploads by Reflex and slots with styles of their own are unused:
//   `rx.Cookie` and `rx.upload` say so when they are not.
// - What every page needs comes in one file, the icons too (nearly each is on several pages): a file
//   each costs a page more in headers and in repeated beginnings than it saves.

import { dirname, join } from "node:path";

const PLAIN_JSX = `
import { createElement } from "react";
export const jsx = (type, props, ...children) => {
  if (!props?.css) return createElement(type, props, ...children);
  const { css, ...rest } = props;
  return createElement(type, { ...rest, style: { ...css, ...rest.style } }, ...children);
};`;

const NO_COOKIES = `
const unused = () => { throw Error("rx.Cookie needs universal-cookie: see lean_bundle.js"); };
export default class Cookies { get = unused; set = unused; remove = unused; }`;

const NO_TRANSPORT = "export const XHR = undefined, Fetch = undefined, WT = undefined;";

const NO_UPLOADS = `
export const uploadFiles = () => { throw Error("rx.upload needs its helper: see lean_bundle.js"); };`;

const SHALLOW_MERGE = "export const mergician = (...objects) => Object.assign({}, ...objects);";

// A route with a loader after all would be called without the data of its server, which throws.
const NO_DATA = `
export const SingleFetchRedirectSymbol = Symbol("SingleFetchRedirect");
export const decodeViaTurboStream = async () => ({ value: { loaderData: {} } });
export const getTurboStreamSingleFetchDataStrategy = () => async ({ matches }) => {
  const called = matches.filter((match) => match.shouldCallHandler());
  const results = await Promise.all(called.map((match) => match.resolve((handler) => handler())));
  return Object.fromEntries(called.map((match, i) => [match.route.id, results[i]]));
};
export const singleFetchUrl = (url) => url;`;

const NO_DISCOVERY = `
export const isFogOfWarEnabled = () => false;
export const getPartialManifest = (manifest) => manifest;
export const getPatchRoutesOnNavigationFunction = () => undefined;
export const useFogOFWarDiscovery = () => {};`;

const NO_INSTRUMENTS = `
export const consumeInstrumentationClientResultMetaReceiver = () => undefined;
export const getRouteInstrumentationUpdates = () => ({});
export const instrumentClientSideRouter = (router) => router;`;

const ROUTER = "/react-router/dist/production/";
const OF_ROUTER = {
  "lib/dom/ssr/single-fetch.js": "\0no-data",
  "lib/dom/ssr/fog-of-war.js": "\0no-discovery",
  "lib/router/instrumentation.js": "\0no-instruments",
};
// Its parts that run in the browser; those for servers and their kin want more of it, and are left
// out of the bundle by themselves.
const OF_BROWSER = /\/production\/(index|lib\/router\/router|lib\/dom\/ssr\/components)\.js$/;

const TRANSPORT = /^\.\/(transports\/)?(polling-(xhr|fetch)(\.node)?|webtransport)\.js$/;

const REPLACED = {
  "@emotion/react": "\0plain-jsx",
  "universal-cookie": "\0no-cookies",
  mergician: "\0shallow-merge",
};

const MODULES = {
  "\0plain-jsx": PLAIN_JSX,
  "\0no-cookies": NO_COOKIES,
  "\0no-transport": NO_TRANSPORT,
  "\0no-uploads": NO_UPLOADS,
  "\0shallow-merge": SHALLOW_MERGE,
  "\0no-data": NO_DATA,
  "\0no-discovery": NO_DISCOVERY,
  "\0no-instruments": NO_INSTRUMENTS,
};

// What every page needs, whichever it is: one file, because each costs its own answer.
const FRAME = [
  /\/ui\/js\/(i18n|theme|pwa|actions|boundary|catalog\.(boundary|shell|kit|common))\.jsx?$/,
  /\/utils\/(context|context-registry|state|theme|react-theme)\.jsx?$/,
  /\/utils\/helpers\/[\w-]+\.js$/,
  /\/(reflex-env|env)\.(js|json)$/,
  /\/react-dom\/(index|cjs\/react-dom\.production)\.js$/,
  /\/lucide-react\//,
  /^\0plain-jsx$/,
];

// Before Reflex's group of its own for `env.json`.
const GROUPS = [{ name: "frame", test: (id) => FRAME.some((each) => each.test(id)), priority: 1 }];

export default function leanBundle() {
  return {
    name: "lean-bundle",
    enforce: "pre",
    config: () => ({ build: { rollupOptions: { output: { codeSplitting: { groups: GROUPS } } } } }),
    resolveId(source, importer, options) {
      if (source in REPLACED) return REPLACED[source];
      if (source.endsWith("/utils/helpers/upload")) return "\0no-uploads";
      if (TRANSPORT.test(source) && importer?.includes("engine.io-client")) return "\0no-transport";
      if (options.ssr || !OF_BROWSER.test(importer)) return null;
      const part = join(dirname(importer), source).split(ROUTER)[1];
      return OF_ROUTER[part] ?? null;
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
