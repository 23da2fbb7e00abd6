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
/* The stances after some changes, with those that links then leave one value, as the engine carries them along. */
function carried(graph, stances, changes) {
  const after = Object.assign({}, stances);
  for (const change of changes) after[change.id] = change.to;
  if (graph.possible === 1) return after;
  const level = edge => edge < 2 ? graph.variables.length : graph.level[(edge >> 1) - 1];
  function may(fixed) {  // whether links allow it; what is taken as argued is not asked
    const seen = new Map();
    const walk = edge => {
      if (edge < 2) return edge === 1;
      if (!seen.has(edge)) {
        const name = graph.variables[level(edge)], value = name.endsWith("?") ? 0 : fixed[name], turned = edge & 1;
        const below = sides => walk(sides[(edge >> 1) - 1] ^ turned);
        seen.set(edge, (value !== 0 && below(graph.high)) || (value !== 1 && below(graph.low)));
      }
      return seen.get(edge);
    };
    return walk(graph.possible);
  }
  function forced(fixed) {
    const found = {};
    for (const name of graph.variables) if (!name.endsWith("?") && !(name in fixed)) {
      const [fails, holds] = [0, 1].map(value => may(Object.assign({}, fixed, {[name]: value})));
      if (fails !== holds) found[name] = holds ? 1 : 0;
    }
    return found;
  }
  const settled = {}, kept = {}, changed = changes.map(change => change.id);
  for (const [name, stance] of Object.entries(after)) if (stance === "holds" || stance === "fails") settled[name] = stance === "holds" ? 1 : 0;
  for (const name of changed) if (name in settled) kept[name] = settled[name];
  const first = may(kept) ? forced(kept) : {};
  Object.assign(settled, first);
  if (!may(settled)) return after;
  for (const [name, value] of Object.entries(Object.assign(forced(settled), first)))
    if (!changed.includes(name) && (stances[name] !== "as-argued" || name in first)) after[name] = value ? "holds" : "fails";
  return after;
}
/* The fewest changes that turn a verdict round, one by one and then in pairs; what links carry along is told with them. */
function nearest(graph, now, free, name) {
  const held = got => ["holds", "fewer"].includes(got.recommendations[name].verdict);
  const before = held(answers(graph, now.stances, now.reading, now.added)), found = [], known = new Set(), turns = [];
  for (const id of free) for (const to of ["holds", "fails"]) if (to !== now.stances[id]) turns.push({id, to});
  const test = changes => {
    const stances = carried(graph, now.stances, changes), key = JSON.stringify(stances);
    if (known.has(key)) return;
    const got = answers(graph, stances, now.reading, now.added), verdict = got.recommendations[name].verdict;
    if (!got.possible || verdict === "open" || held(got) === before) return;
    const along = Object.keys(stances).filter(id => stances[id] !== now.stances[id] && changes.every(change => change.id !== id));
    known.add(key);
    found.push({changes: [...changes, ...along.map(id => ({id, to: stances[id]}))], verdict});
  };
  turns.forEach(turn => test([turn]));
  if (!found.length) for (let one = 0; one < turns.length; one++) for (let other = one + 1; other < turns.length; other++)
    if (turns[one].id !== turns[other].id && found.length < 6) test([turns[one], turns[other]]);
  return found;
}
/* The scenario file that a table hands in: what it holds, under its name. */
function kept(scenario, now, group, date) {
  const moment = date.toISOString().replace(/\.\d+Z$/, "Z");
  const told = {group, created: moment, modified: moment, stances: now.stances, reading: now.reading, added: now.added};
  const file = Object.assign({}, scenario, told);
  const name = group.toLowerCase().replace(/[ -,./:-@[-`{-~]+/g, "-").replace(/^-+|-+$/g, "") || "stances";
  return {name: `${name}.scenario.json`, text: JSON.stringify(file, null, 2) + "\n"};
}
