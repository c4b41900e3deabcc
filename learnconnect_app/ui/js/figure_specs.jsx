// What Plotly is told to draw of a picture: calm, in the colours of the theme, without zoom.

const MOST_NAMES = 8; // in a picture; the table has all
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colorName = (series) => (series.color === "gray" ? "--color-edge" : `--bar-${series.color}`);
const colorOf = (series) => token(colorName(series));
export const swatch = (series) => {
  const color = `var(${colorName(series)})`;
  const stripes = `repeating-linear-gradient(135deg, ${color} 0 2px, transparent 2px 4px)`;
  return { background: series.pattern ? stripes : color };
};

export const shownLabels = (figure) =>
  figure.axis === "name" ? figure.labels.slice(0, MOST_NAMES) : figure.labels;

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

// Durations are long in months: their axis counts hours.
const scaleOf = (figure) => (figure.unit === "minutes" && Math.max(0, ...totals(figure)) > 180 ? 60 : 1);
const totals = (figure) =>
  figure.labels.map((_, n) => figure.series.reduce((sum, series) => sum + (series.amounts[n] ?? 0), 0));

function trace(figure, series, n, words, { hidden, labels, scale }) {
  const values = series.amounts.slice(0, labels.length);
  const color = colorOf(series);
  const text = values.map(
    (value, place) =>
      `${words.label(figure, figure.labels[place])}<br>${words.series(series)}: <b>${words.value(figure, value)}</b>`,
  );
  const drawn = values.map((value) => (value === null ? null : value / scale));
  const common = { hovertext: text, hoverinfo: "text", visible: !hidden.has(n), name: words.series(series) };
  if (figure.axis === "name")
    return { ...common, type: "bar", orientation: "h", x: drawn, y: labels.map((_, place) => place), marker: { color } };
  const x = labels.map((_, place) => place);
  if (figure.unit === "percent" && figure.axis !== "level") {
    const dash = n ? "dot" : "solid";
    return { ...common, type: "scatter", mode: "lines+markers", x, y: drawn, connectgaps: true, line: { color, width: 2.5, dash }, marker: { color, size: 7 } };
  }
  if (series.code === "needed")
    return { ...common, type: "scatter", mode: "lines", x, y: drawn, line: { color, width: 2.5, dash: "dash" } };
  return { ...common, type: "bar", x, y: drawn, marker: { color, pattern: { shape: series.pattern, fgcolor: token("--color-base-100"), fillmode: "overlay", size: 6 } } };
}

// A year of days as squares, a column a week.
function yearTrace(figure) {
  const amounts = figure.series[0].amounts;
  const longest = Math.max(1, ...amounts);
  const days = figure.labels.map((label) => Date.parse(`${label}T00:00:00Z`) / 864e5);
  const monday = Math.floor((days[0] + 3) / 7); // the first of 1970 was a Thursday
  return {
    type: "scatter",
    mode: "markers",
    x: days.map((day) => Math.floor((day + 3) / 7) - monday),
    y: days.map((day) => (day + 3) % 7),
    marker: { symbol: "square", size: 13, color: colorOf(figure.series[0]), opacity: amounts.map((n) => 0.3 + (0.7 * n) / longest) },
    hoverinfo: "skip",
  };
}

// Every how many labels one is written, so that they stand apart.
const every = (count, width) => Math.max(1, Math.ceil((count * 46) / Math.max(200, width - 60)));

export function pictureOf(figure, words, { hidden, width, height, title = "" }) {
  const labels = shownLabels(figure);
  const scale = scaleOf(figure);
  const isByName = figure.axis === "name";
  const base = { color: token("--color-muted"), family: "Jakarta, system-ui, sans-serif", size: title ? 15 : 12 };
  const grid = { gridcolor: token("--color-base-300"), zeroline: false, fixedrange: true, automargin: true, ticklabelstandoff: 6 };
  const step = every(labels.length, width);
  const most = isByName ? Math.max(12, Math.round(width / 24)) : 40;
  const places = labels.map((_, n) => n).filter((n) => isByName || n % step === 0);
  const named = {
    ...grid,
    showgrid: false,
    tickvals: places,
    ticktext: places.map((n) => short(words.label(figure, labels[n]), most)),
    range: isByName ? [labels.length - 0.4, -0.6] : [-0.6, labels.length - 0.4],
  };
  const counted = { ...grid, rangemode: "tozero", nticks: 5, ...ticksOf(figure, words, scale) };
  const isYear = figure.key === "year";
  const blank = { visible: false, fixedrange: true };
  const layout = {
    font: base,
    paper_bgcolor: title ? token("--color-base-100") : "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    margin: title ? { l: isByName ? 260 : 90, r: 30, t: 80, b: 110 } : { l: 8, r: 8, t: 8, b: 8 },
    legend: { orientation: "h", y: -0.14, traceorder: "normal" },
    barmode: figure.key === "minutes" ? "stack" : "group",
    bargap: 0.35,
    showlegend: Boolean(title) && figure.series.length > 1,
    dragmode: false,
    hovermode: "closest",
    hoverlabel: { bgcolor: token("--color-neutral"), bordercolor: "rgba(0,0,0,0)", font: { color: token("--color-neutral-content"), size: 13 }, align: "left" },
    xaxis: isYear ? blank : isByName ? counted : named,
    yaxis: isYear ? { ...blank, autorange: "reversed", scaleanchor: "x" } : isByName ? named : counted,
    ...(title && { width, height, title: { text: title, font: { size: 22, color: token("--color-base-content") }, x: 0.04, xanchor: "left" } }),
  };
  if (figure.unit === "factor")
    layout.shapes = [{ type: "line", x0: 1, x1: 1, y0: -0.6, y1: labels.length - 0.4, line: { color: token("--color-muted"), width: 1.5, dash: "dot" } }];
  const data = isYear
    ? [yearTrace(figure)]
    : figure.series.map((series, n) => trace(figure, series, n, words, { hidden, labels, scale }));
  return { data, layout };
}

function ticksOf(figure, words, scale) {
  if (figure.unit === "percent") {
    const steps = [0, 25, 50, 75, 100];
    return { range: [0, 104], tickvals: steps, ticktext: steps.map((n) => words.value(figure, n)) };
  }
  const top = (figure.key === "minutes" ? Math.max(...totals(figure)) : Math.max(0, ...figure.series.flatMap((each) => each.amounts))) / scale;
  const isShort = figure.unit === "minutes" && scale === 1;
  const step = isShort ? MINUTE_STEPS.find((n) => n >= top / 4) : niceStep(top / 4);
  const steps = Array.from({ length: Math.ceil(top / step) + 1 }, (_, n) => Number((n * step).toFixed(2)));
  const told = (n) => (scale === 60 ? words.hours(n) : words.value(figure, n));
  return { range: [0, Math.max(steps.at(-1), top) * 1.04 || 1], tickvals: steps, ticktext: steps.map(told) };
}

const MINUTE_STEPS = [5, 10, 15, 30, 60];

// 1, 2 or 5 with noughts, or a half: steps that read well.
function niceStep(rough) {
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough);
}
