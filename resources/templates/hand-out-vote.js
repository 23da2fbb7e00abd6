/* The phone page: what is marked is a vote. It is sent to the laptop that served the page, and to nowhere else. */
let asked = {round: "", name: "", open: false}, sent = "{}";
const marks = () => JSON.stringify(Object.entries(voted).sort());
function tell(word) { at("told").textContent = fill(words[word], asked.name); }
function tellState() {
  at("send").disabled = !asked.open;
  tell(!asked.open ? "closed" : sent === "[]" ? "mark" : sent === marks() ? "sent" : "changed");
}
function take(found) {
  const other = found.round !== asked.round;
  asked = found;
  sent = JSON.stringify(Object.entries(found.stances).sort());
  if (other && sent !== "[]") { for (const id of Object.keys(voted)) delete voted[id]; Object.assign(voted, found.stances); now.stances = follow(data.start.stances, voted); groups(); answerAgain(); }
  tellState();
}
async function ask(options = {}) {
  try {
    const reply = await fetch("vote", {cache: "no-store", credentials: "same-origin", ...options});
    if (reply.ok) { take(await reply.json()); return true; }
    if (reply.status === 409) { await ask(); return true; }
    tell(reply.status === 503 ? "full" : "away");
  } catch { tell("away"); }
  return false;
}
function vote() {
  const button = make("button", {type: "submit", id: "send", className: "primary", text: words.send});
  at("keep").className = "vote";
  at("keep").replaceChildren(button, make("span", {id: "told", role: "status"}));
  at("keep").addEventListener("submit", async event => {
    event.preventDefault();
    if (!Object.keys(voted).length) { tell("empty"); return; }
    const options = {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({round: asked.round, stances: voted})};
    button.disabled = true;
    if (!await ask(options)) { await new Promise(done => setTimeout(done, 500 + 1500 * Math.random())); await ask(options); }
    button.disabled = !asked.open;
  });
  ask();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  setInterval(() => { if (!document.hidden) ask(); }, 20000);
}
