// A picture of progress with what belongs to it: how it is computed, its numbers as a table, both as files.
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { pictureOf, shownLabels, swatch } from "./figure_specs.jsx";
import { useWords } from "./figure_words.jsx";

// Plotly is large: it is asked for once something of it comes into sight, after the page itself is there.
let loading = null;
const idle = () => new Promise((go) => (window.requestIdleCallback ?? setTimeout)(go));
const plotly = () =>
  (loading ??= idle()
    .then(() => import("plotly.js-basic-dist-min"))
    .then((module) => module.default ?? module)
    .catch((error) => {
      loading = null; // another try the next time
      throw error;
    }));

const watchTheme = (tell) => {
  const watching = new MutationObserver(tell);
  watching.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => watching.disconnect();
};
const useThemeName = () =>
  useSyncExternalStore(watchTheme, () => document.documentElement.dataset.theme, () => "");

function useInSight(place) {
  const [isInSight, see] = useState(false);
  useEffect(() => {
    const watching = new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && see(true),
      { rootMargin: "200px" },
    );
    watching.observe(place.current);
    return () => watching.disconnect();
  }, []);
  return isInSight;
}

function Plot({ figure, title, hidden }) {
  const place = useRef(null);
  const words = useWords();
  const theme = useThemeName();
  const isInSight = useInSight(place);
  const [state, setState] = useState("waiting");
  useEffect(() => {
    if (!isInSight) return;
    let isGone = false;
    plotly()
      .then((Plotly) => {
        if (isGone) return;
        const width = place.current.clientWidth;
        const { data, layout } = pictureOf(figure, words, { hidden, width });
        const options = { displayModeBar: false, responsive: true, doubleClick: false, showTips: false };
        return Plotly.react(place.current, data, layout, options).then(() => !isGone && setState("drawn"));
      })
      .catch(() => !isGone && setState("failed"));
    return () => {
      isGone = true;
    };
  }, [isInSight, figure, theme, words.axis(figure), [...hidden].join()]);
  useEffect(
    () => () => {
      const drawn = place.current;
      loading?.then((Plotly) => drawn && Plotly.purge(drawn)).catch(() => {});
    },
    [],
  );
  const height = figure.axis === "name" ? 56 + 38 * shownLabels(figure).length : 256;
  return (
    <>
      <div role="img" data-testid="plot" data-state={state} style={{ height }} aria-label={words.t("progress.picture", { title })}
        className={state === "waiting" ? "skeleton" : ""}>
        <div ref={place} className="h-full" /> {/* its classes are Plotly's from here on */}
      </div>
      {state === "failed" && <p className="muted text-sm mt-2">{words.t("progress.failed")}</p>}
    </>
  );
}

function Legend({ figure, hidden, toggle, looks }) {
  const words = useWords();
  return (
    <div role="group" aria-label={words.t("progress.legend")} className={looks.legend}>
      {figure.series.map((series, n) => (
        <button key={n} type="button" aria-pressed={!hidden.has(n)} onClick={() => toggle(n)}
          className={`${looks.series} ${hidden.has(n) ? looks.hidden : ""}`}>
          <span className="size-2.5 rounded-full" style={swatch(series)} aria-hidden="true" />
          {words.series(series)}
        </button>
      ))}
    </div>
  );
}

function Numbers({ figure, title, counted, looks }) {
  const words = useWords();
  const isCounted = figure.counts.length > 0;
  return (
    <div className={looks.scroll} tabIndex={0} role="region"
      aria-label={words.t("progress.table_of", { title })}>
      <table className={looks.table}>
        <thead>
          <tr>
            <th scope="col">{words.axis(figure)}</th>
            {figure.series.map((series, n) => (
              <th key={n} scope="col" className="text-right">{words.series(series)}</th>
            ))}
            {isCounted && <th scope="col" className="text-right">{counted}</th>}
          </tr>
        </thead>
        <tbody>
          {figure.labels.map((label, row) => (
            <tr key={row}>
              <th scope="row" className="font-medium whitespace-nowrap">{words.label(figure, label)}</th>
              {figure.series.map((series, n) => (
                <td key={n} className="text-right whitespace-nowrap">{words.value(figure, series.amounts[row])}</td>
              ))}
              {isCounted && <td className="text-right">{figure.counts[row]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SAVED = { width: 1000, height: 560 };
const SHARP = 2;

// Plotly's own PNG goes through a blob, which the content security policy does not let images be.
async function asPng(drawing) {
  const image = Object.assign(new Image(), { src: drawing, ...SAVED });
  await image.decode();
  const [width, height] = [SAVED.width * SHARP, SAVED.height * SHARP];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  return canvas.toDataURL("image/png");
}

// What stands below a picture, also below those that are not drawn by Plotly.
export function FigureTools({ figure, range, title, how, counted, looks }) {
  const words = useWords();
  const [isFailed, fail] = useState(false);
  const save = () =>
    plotly()
      .then(async (Plotly) => {
        const { data, layout } = pictureOf(figure, words, { hidden: new Set(), title, ...SAVED });
        const drawing = await Plotly.toImage({ data, layout }, { format: "svg", ...SAVED });
        const image = { href: await asPng(drawing), download: `learnconnect-${figure.key}.png` };
        Object.assign(document.createElement("a"), image).click();
        fail(false);
      })
      .catch(() => fail(true));
  const csv = `/api/v1/progress/${figure.key}.csv?range=${range}`;
  return (
    <div className={looks.tools}>
      <details className={looks.details} data-testid="how">
        <summary className={looks.action}>{words.t("progress.how")}</summary>
        <p className={looks.how}>{how}</p>
      </details>
      {figure.is_known && (
        <>
          <details className={looks.details} data-testid="numbers">
            <summary className={looks.action}>{words.t("progress.table")}</summary>
            <Numbers figure={figure} title={title} counted={counted} looks={looks} />
          </details>
          <span className="ml-auto flex">
            <button type="button" className={looks.action} onClick={save} data-testid="png" aria-label={words.t("progress.png_of", { title })}>PNG</button>
            <a className={looks.action} href={csv} download data-testid="csv" aria-label={words.t("progress.csv_of", { title })}>CSV</a>
          </span>
        </>
      )}
      <p role="status" className={looks.status}>{isFailed ? words.t("progress.failed") : ""}</p>
    </div>
  );
}

export function FigureCard({ figure, lead, none, className = "", ...rest }) {
  const [hidden, hide] = useState(new Set());
  const toggle = (n) =>
    hide((was) => {
      const next = new Set(was);
      if (!next.delete(n)) next.add(n);
      return next.size < figure.series.length ? next : new Set(); // never an empty picture
    });
  return (
    <section className={`${rest.looks.card} ${className}`} data-testid={`figure-${figure.key}`} data-known={figure.is_known}>
      <h2 className="heading">{rest.title}</h2>
      <p className={rest.looks.lead}>
        {figure.is_known ? lead : none}
      </p>
      {figure.is_known && figure.series.length > 1 && <Legend figure={figure} hidden={hidden} toggle={toggle} looks={rest.looks} />}
      {figure.is_known && <Plot figure={figure} title={rest.title} hidden={hidden} />}
      <div className="mt-auto"><FigureTools figure={figure} {...rest} /></div>
    </section>
  );
}
