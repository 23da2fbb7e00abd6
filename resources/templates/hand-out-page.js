/* The page of the hand-out: shows what the diagrams answer. All words come with the data and are set as text. */
const data = JSON.parse(document.getElementById("data").textContent), words = data.words;
const now = {stances: {...data.start.stances}, reading: data.start.reading, added: data.start.added};
const voted = data.vote ? {} : null; // what a phone's owner has marked; the hand-out has no vote
let shown = null;
const inCase = data.language ? {lang: data.language} : {}; // what the case says, where our words are in another language
const at = id => document.getElementById(id);
function make(kind, options = {}, ...children) {
  const {className, text, ...rest} = options, made = document.createElement(kind);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  for (const [name, value] of Object.entries(rest)) made.setAttribute(name, value);
  made.append(...children.filter(Boolean));
  return made;
}
function sign(state) {
  const space = "http://www.w3.org/2000/svg", drawn = new DOMParser().parseFromString(data.signs[state.shape], "image/svg+xml");
  const made = document.importNode(drawn.documentElement, true);
  made.setAttribute("class", "sign"); made.setAttribute("aria-hidden", "true"); made.setAttribute("style", `color: var(--${state.tone})`);
  return made.namespaceURI === space ? made : document.createElement("span");
}
const fill = (pattern, ...values) => values.reduce((text, value, place) => text.replaceAll(`{${place}}`, () => value), pattern);
const answer = (stances = now.stances) => answers(data.graph, stances, now.reading, now.added);
const titled = id => data.statements[id][0];
const taken = (id, stance = now.stances[id]) => data.states[`stance:${stance}`].word.toLowerCase();
function known(answered, id) {
  if (answered.recommendations[id]) return data.states[`verdict:${answered.recommendations[id].verdict}`];
  if (data.stances[id] === undefined) return data.states[`status:${answered.statements[id]}`];
  const stance = now.stances[id];
  return data.states[`stance:${stance === "as-argued" ? {accepted: "holds", open: "uncertain", rejected: "fails"}[answered.statements[id]] : stance}`];
}
function assumption(item) {
  const radios = item.stances.map(stance => {
    const state = data.states[`stance:${stance}`], id = `${item.id}:${stance}`;
    const input = make("input", {type: "radio", name: item.id, value: stance, id, "aria-label": state.word});
    input.checked = (voted || now.stances)[item.id] === stance;
    input.addEventListener("change", () => { if (voted) { voted[item.id] = stance; tellState(); } choose(item.id, stance); });
    return make("label", {title: state.word, style: `--tone: var(--${state.tone})`}, input, sign(state), make("span", {className: "word", text: state.word}));
  });
  const name = make("span", {className: "name", text: item.text, ...inCase}, make("span", {className: "code", text: item.code}));
  const about = [item.fails && fill(words.fails, item.fails), item.origin].filter(Boolean).join(" ");
  const made = make("fieldset", {id: `set:${item.id}`, className: item.core ? "core" : ""}, make("legend", {}, name),
    make("span", {className: "choices"}, ...radios), make("span", {className: "about", text: about}));
  return made;
}
/* What is chosen, with what links carry along, as in the window; a vote is what was marked, and no more is marked for it. */
const follow = (stances, chosen) => carried(data.graph, stances, Object.entries(chosen).map(([id, to]) => ({id, to})));
function choose(id, to) {
  const from = voted ? data.start.stances : now.stances, chosen = voted || {[id]: to};
  now.stances = follow(from, chosen);
  const along = Object.keys(from).filter(other => !(other in chosen) && now.stances[other] !== from[other]);
  for (const other of voted ? [] : along) { const box = at(`${other}:${now.stances[other]}`); if (box) box.checked = true; }
  answerAgain(`${titled(id)}: ${taken(id)}.`, along.length ? fill(words.along, along.map(other => `${titled(other)} (${taken(other)})`).join(", ")) : "");
}
function groups() {
  at("groups").replaceChildren(...data.groups.filter(group => now.added || !group.added).flatMap(group =>
    [make("h3", {text: group.title, ...inCase}), ...group.items.map(assumption)]));
}
function switches() {
  const reading = make("select", {id: "reading", "aria-label": words.reading});
  for (const [value, text] of data.readings) reading.append(make("option", {value, text}));
  reading.value = now.reading;
  reading.addEventListener("change", () => { now.reading = reading.value; answerAgain(); });
  const again = make("button", {type: "button", text: words.reset});
  again.addEventListener("click", () => { now.stances = {...data.start.stances}; for (const id in voted) delete voted[id]; groups(); answerAgain(); if (voted) tellState(); });
  const parts = [reading];
  if (data.groups.some(group => group.added) || data.adds) {
    const box = make("input", {type: "checkbox"});
    box.checked = now.added;
    box.addEventListener("change", () => { now.added = box.checked; groups(); answerAgain(); });
    parts.push(make("label", {className: "plain"}, box, words.objections));
  }
  const used = new Set(data.groups.flatMap(group => group.items).flatMap(item => item.stances));
  const key = [...used].map(stance => data.states[`stance:${stance}`]).map(state => make("span", {}, sign(state), ` ${state.word}`));
  at("switches").replaceChildren(...parts, again, make("p", {className: "soft key"}, ...key));
}
function cause(item, found) {
  const every = now.reading === "every-argument", [least, most] = found.holding;
  const count = item.arguments.filter(each => !each.opposes && (!each.added || (now.added && !every))).length;
  const holding = least === count ? fill(count === 2 ? words.both : words.all, count) : least === most ? fill(words.some, most, count) : fill(words.between, least, most, count);
  return count > 1 ? holding : least ? words.one : most ? words.open : words.none;
}
function premise(answered, need) {
  const lines = need.parts.map(part => make("li", {}, sign(known(answered, part.id)),
    ` ${part.negated ? words.not + " " : ""}${titled(part.id)} `, make("span", {className: "code", text: `${data.statements[part.id][1]}: ${known(answered, part.id).word}`})));
  const head = need.parts.length > 1 ? `${need.role} ${fill(need.least > 1 ? words.atLeast : words.any, need.least)}` : need.role;
  return make("li", {}, make("span", {className: "soft", text: head}), make("ul", {}, ...lines));
}
function argument(answered, each) {
  const state = data.states[each.rejected ? "usage:set-aside" : `rule:${answered.rules[each.id]}`];
  return make("div", {className: "argument", style: `--tone: var(--${state.tone})`},
    make("p", {className: "state"}, sign(state), `${each.opposes ? words.objection : words.argument}: ${state.word}`),
    make("p", {text: each.because, ...inCase}), make("ul", {}, ...each.needs.map(need => premise(answered, need))),
    make("p", {className: "soft", text: [each.origin, each.reply && fill(words.reply, each.reply)].filter(Boolean).join(". ")}));
}
function tries(item) {
  const free = data.groups.filter(group => now.added || !group.added).flatMap(group => group.items).map(each => each.id);
  const found = nearest(data.graph, now, free, item.id).slice(0, 8), before = ["holds", "fewer"].includes(shown.recommendations[item.id].verdict);
  const lines = found.map(each => {
    const told = each.changes.map(change => `${titled(change.id)}: ${taken(change.id, change.to)}`).join(", ");
    const button = make("button", {type: "button", text: words.try, "aria-label": `${words.try}: ${told}`});
    button.addEventListener("click", () => { for (const change of each.changes) now.stances[change.id] = change.to; groups(); answerAgain(); });
    return make("li", {}, make("span", {text: `${told} → ${data.states[`verdict:${each.verdict}`].word}`}), !voted && button);
  });
  const head = make("p", {className: "soft", text: before ? words.topples : words.rescues});
  return lines.length ? [head, make("ul", {className: "tries"}, ...lines)] : [make("p", {className: "soft", text: before ? words.firm : words.lost})];
}
function inside(item, answered) {
  const used = item.arguments.filter(each => each.rejected ? now.added || !each.added : answered.rules[each.id] !== undefined);
  return [make("p", {text: item.text, ...inCase}), make("p", {className: "soft", text: item.addressee}), ...used.map(each => argument(answered, each)), ...tries(item)];
}
function card(item, answered, before) {
  const found = answered.recommendations[item.id], state = data.states[`verdict:${found.verdict}`], old = at(`card:${item.id}`);
  const open = old ? old.querySelector("details").open : false;
  const made = make("details", {}, make("summary", {}, make("span", {className: "state"}, sign(state), state.word),
    make("span", {className: "card-title", text: item.title, ...inCase}, make("span", {className: "code", text: item.code})),
    make("span", {className: "cause", text: cause(item, found)})));
  const fillIn = () => { if (made.open && made.children.length < 2) made.append(make("div", {className: "inside"}, ...inside(item, answered))); };
  made.addEventListener("toggle", fillIn);
  made.open = open;
  const moved = before && before.recommendations[item.id].verdict !== found.verdict;
  return make("li", {id: `card:${item.id}`, className: moved ? "moved" : "", style: `--tone: var(--${state.tone})`}, made);
}
function tally(answered) {
  const counts = new Map();
  for (const item of data.recommendations) { const verdict = answered.recommendations[item.id].verdict; counts.set(verdict, (counts.get(verdict) || 0) + 1); }
  return data.verdicts.filter(verdict => counts.has(verdict)).map(verdict => `${data.states[`verdict:${verdict}`].word} ${counts.get(verdict)}`).join(" · ");
}
function answerAgain(set = "", along = "") {
  const before = shown, found = answer();
  at("along").hidden = !along || !found.possible;
  at("along").textContent = along;
  at("wrong").hidden = found.possible;
  for (const part of ["tally", "strip", "cards"]) at(part).hidden = !found.possible;  // no verdict where nothing follows
  if (!found.possible) { at("wrong").textContent = words.impossible; at("spoken").textContent = words.impossible; return; }
  const focused = document.activeElement, inCard = focused && focused.closest("#cards > li");
  shown = found;
  at("tally").textContent = tally(found);
  at("strip").replaceChildren(...data.recommendations.map(each => make("li", {}, sign(data.states[`verdict:${found.recommendations[each.id].verdict}`]),
    each.code, make("span", {className: "short", text: each.short, ...inCase}))));
  at("cards").replaceChildren(...data.recommendations.map(each => card(each, found, before)));
  if (inCard) at(inCard.id).querySelector("summary").focus();
  for (const set of document.querySelectorAll("fieldset")) set.classList.toggle("moved", now.stances[set.id.slice(4)] !== data.start.stances[set.id.slice(4)]);
  if (before) {
    const turned = data.recommendations.filter(each => before.recommendations[each.id].verdict !== found.recommendations[each.id].verdict)
      .map(each => `${each.title}: ${data.states[`verdict:${found.recommendations[each.id].verdict}`].word}.`);
    at("spoken").textContent = [set, along, ...turned].filter(Boolean).join(" ");
  }
}
function keep() {
  const name = make("input", {type: "text", id: "group", maxlength: "200", autocomplete: "off"}), button = make("button", {type: "submit", className: "primary", text: words.keep});
  at("keep").replaceChildren(make("label", {}, words.group, name), button, make("span", {className: "soft", text: words.kept}));
  at("keep").addEventListener("submit", event => {
    event.preventDefault();
    const file = kept(data.scenario, now, name.value.trim(), new Date()), link = make("a", {download: file.name});
    link.href = URL.createObjectURL(new Blob([file.text], {type: "application/json"}));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
}
at("strip").className = data.recommendations.length > 16 ? "codes" : "";  // more names would fill the window
at("source").textContent = data.source; at("title").textContent = data.title; Object.assign(at("title"), inCase); at("question").textContent = words.question;
at("assumptions-title").textContent = words.assumptions; at("advice-title").textContent = words.recommendations; at("foot").textContent = data.foot;
switches(); groups(); answerAgain();
/* What is sticky at the top must cover nothing that the keyboard reaches. */
new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${at("bar").offsetHeight}px`)).observe(at("bar"));
(voted ? vote : keep)();
