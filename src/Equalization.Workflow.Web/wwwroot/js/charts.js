// Draws <figure data-chart="lights|bars|line"> from the table inside it, so that every chart carries its figures.
// First column: what the rows are; each further column: a series. <th data-light="Red"> takes the light's colours;
// data-threshold="95" on the figure adds a line; data-unit="%" follows the numbers.
(() => {
  "use strict";
  const source = document.currentScript.dataset.echarts;
  const text = "#1b2430", second = "#57606a", line = "#d9dee5";
  const palette = ["#1d5bb8", "#7a4b00", "#1a7f37", "#57606a", "#0b8a8a", "#8a3ffc"];
  const lights = {
    Red: { color: "#b42318", label: "#fff" },
    Yellow: { color: "#fff3c4", label: "#7a4b00", border: "#7a4b00" },
    Blue: { color: "#0b62c4", label: "#fff" },
    Green: { color: "#1a7f37", label: "#fff" },
    Grey: { color: "#eef0f3", label: "#57606a", border: "#8c959f" },
  };

  let loading;
  const load = () => loading ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => done(window.echarts);
    script.onerror = fail;
    document.head.append(script);
  });

  const number = cell => {
    const words = (cell.dataset.value ?? cell.textContent).replace(/[,%\s]/g, "");
    return words === "" || Number.isNaN(Number(words)) ? null : Number(words);
  };
  const read = table => {
    const heads = [...table.querySelectorAll("thead th")].slice(1);
    const rows = [...table.querySelectorAll("tbody tr")];
    return {
      names: rows.map(row => row.cells[0].textContent.trim()),
      series: heads.map((head, at) => ({
        name: head.textContent.trim(),
        light: lights[head.dataset.light],
        data: rows.map(row => number(row.cells[at + 1])),
      })),
    };
  };

  const option = (figure, { names, series }, width) => {
    const kind = figure.dataset.chart;
    const lying = kind === "lights" || figure.dataset.lying !== undefined;
    const unit = figure.dataset.unit ?? "";
    const threshold = figure.dataset.threshold;
    const categories = {
      type: "category", data: names, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { color: text, fontSize: 13, width: lying ? (width < 480 ? 96 : 150) : 90, overflow: "break", interval: lying ? 0 : "auto" },
    };
    const values = {
      type: "value", minInterval: kind === "lights" ? 1 : 0, splitLine: { lineStyle: { color: line } },
      axisLabel: { color: second, fontSize: 12, formatter: `{value}${unit}` },
    };
    return {
      animation: false,
      color: palette,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 4, right: 20, top: series.length === 1 ? 16 : width < 480 && series.length > 3 ? 64 : 40, bottom: 4, containLabel: true },
      legend: series.length > 1 ? { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: text, fontSize: 13 }, selectedMode: false } : undefined,
      // A tooltip of HTML would need inline styles, which the content policy forbids.
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: kind === "line" ? "line" : "shadow" }, valueFormatter: value => value == null ? "–" : `${value}${unit}` },
      xAxis: lying ? values : categories,
      yAxis: lying ? categories : values,
      series: series.map((one, at) => ({
        name: one.name,
        type: kind === "line" ? "line" : "bar",
        stack: kind === "lights" ? "all" : undefined,
        barMaxWidth: 22,
        symbol: ["circle", "rect", "triangle", "diamond"][at % 4],
        symbolSize: 7,
        data: kind === "lights" ? one.data.map(value => value || null) : one.data,
        itemStyle: one.light ? { color: one.light.color, borderColor: one.light.border, borderWidth: one.light.border ? 1 : 0 } : undefined,
        label: kind === "lights" ? { show: true, color: one.light?.label ?? "#fff", fontSize: 12 } : undefined,
        markLine: at === 0 && threshold
          ? { symbol: "none", silent: true, lineStyle: { color: text, type: "dashed" }, label: { formatter: `${threshold}${unit}`, color: text, position: "insideEndTop" }, data: [lying ? { xAxis: Number(threshold) } : { yAxis: Number(threshold) }] }
          : undefined,
      })),
    };
  };

  const draw = async figure => {
    const table = figure.querySelector("table");
    if (!table || figure.dataset.drawn !== undefined) return;
    figure.dataset.drawn = "";
    const figures = read(table);
    if (figures.names.length === 0) return;
    const canvas = document.createElement("div");
    canvas.className = "chart-canvas";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.querySelector("figcaption")?.textContent.trim() ?? "");
    if (figure.dataset.chart === "lights") canvas.style.height = `${figures.names.length * 34 + 72}px`;
    figure.insertBefore(canvas, figure.querySelector(".chart-table") ?? table);
    try {
      const chart = (await load()).init(canvas, null, { devicePixelRatio: Math.max(2, window.devicePixelRatio) });
      chart.setOption(option(figure, figures, canvas.clientWidth));
      new ResizeObserver(() => chart.resize()).observe(canvas);
    } catch {
      // The table below says the same; an empty frame above it would say something is missing.
      canvas.remove();
      figure.querySelector(".chart-table")?.setAttribute("open", "");
    }
  };

  const within = root => root.querySelectorAll?.("figure[data-chart]").forEach(draw);
  within(document);
  document.addEventListener("htmx:load", e => within(e.detail.elt));
  window.addEventListener("beforeprint", () => document.querySelectorAll(".chart-table").forEach(fold => { fold.open = true; }));
})();
