"use strict";
/* Walks decision diagrams: which of "true" and "false" an edge can be under the stances. It knows no rules.
   An even edge leads to a node, the odd edge after it to the same node negated; edge 0 is false and edge 1 is true. */
function answers(graph, stances, reading, added) {
  const memo = new Map(), size = graph.level.length + 1, last = graph.variables.length;
  const values = graph.variables.map(name => {
    const argued = name.endsWith("?"), stance = stances[argued ? name.slice(0, -1) : name];
    if (argued) return stance === "as-argued" ? 1 : 0;
    return stance === "holds" ? 1 : stance === "fails" ? 0 : 2;
  });
  const level = edge => edge < 2 ? last : graph.level[(edge >> 1) - 1];
  const next = (edge, at, side) => level(edge) > at ? edge : (side ? graph.high : graph.low)[(edge >> 1) - 1] ^ (edge & 1);
  function together(one, other) {
    if (one === 0 || other === 0) return false;
    if (one === 1 && other === 1) return true;
    const key = one * 2 * size + other;
    if (!memo.has(key)) {
      const at = Math.min(level(one), level(other)), value = values[at];
      memo.set(key, (value !== 0 && together(next(one, at, 1), next(other, at, 1))) ||
        (value !== 1 && together(next(one, at, 0), next(other, at, 0))));
    }
    return memo.get(key);
  }
  const can = edge => together(edge, graph.possible), cannot = edge => together(edge ^ 1, graph.possible);
  const edges = (added && graph.variants[reading + "/added"]) || graph.variants[reading + "/plain"], statements = {}, rules = {}, recommendations = {};
  const status = edge => can(edge) ? (cannot(edge) ? "open" : "accepted") : "rejected";
  for (const [name, edge] of Object.entries(edges.statements)) statements[name] = status(edge);
  for (const [name, edge] of Object.entries(edges.rules)) rules[name] = {accepted: "applies", rejected: "fails", open: "open"}[status(edge)];
  for (const [name, falls] of Object.entries(edges.falls)) {
    const between = counts => [counts.filter(edge => !cannot(edge)).length, counts.filter(can).length];
    const [least, most] = between(edges.counts[name]), holding = between(edges.holding[name]);
    let verdict = "open";
    if (statements[name] === "accepted") verdict = most < graph.least[name] ? "fewer" : "holds";
    const ways = new Set(falls.filter(fall => can(fall[1])).map(fall => fall[0]));  // where nothing is possible, there is none
    if (statements[name] === "rejected" && ways.size) verdict = ways.size > 1 ? "falls" : [...ways][0];
    recommendations[name] = {verdict, least, most, holding};
  }
  return {possible: together(1, graph.possible), statements, rules, recommendations};
}
/* The scenario file that a table hands in: what it holds, under its name. */
function kept(scenario, now, group, date) {
  const moment = date.toISOString().replace(/\.\d+Z$/, "Z");
  const told = {group, created: moment, modified: moment, stances: now.stances, reading: now.reading, added: now.added};
  const file = Object.assign({}, scenario, told);
  const name = group.toLowerCase().replace(/[ -,./:-@[-`{-~]+/g, "-").replace(/^-+|-+$/g, "") || "stances";
  return {name: `${name}.scenario.json`, text: JSON.stringify(file, null, 2) + "\n"};
}
