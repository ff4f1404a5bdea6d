// The worksheet on the table of a meeting is laid anew when it changed: what is open, where one was, stays so.
const PLACES = "a, button, summary, [tabindex]";
let laying, again;

export async function layAnew() {
  again = laying;
  if (laying) return;
  laying = lay().catch(() => null); // without a network it stays as it lies
  await laying;
  laying = null;
  if (again) layAnew();
}

async function lay() {
  const old = document.querySelector("[data-table]");
  if (!old) return; // it is on its way, and comes as it is now
  const answer = await fetch(old.dataset.table, { headers: { "HX-Request": "true" } });
  const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page && page.querySelector("[data-table]");
  if (!fresh || !old.isConnected || seen(fresh) === seen(old)) return;
  keep(old, fresh);
  document.querySelector("#status").textContent = fresh.dataset.said;
}

function seen(table) {
  return table.textContent + [...table.querySelectorAll("svg")].map((one) => one.innerHTML).join("");
}

function keep(old, fresh) {
  const [were, are] = [old, fresh].map((one) => [...one.querySelectorAll("details")]);
  are.forEach((one, at) => { if (were[at]) one.open = were[at].open; });
  const place = [...old.querySelectorAll(PLACES)].indexOf(document.activeElement);
  const far = [...old.querySelectorAll(".table-wrap")].map((one) => one.scrollLeft);
  old.replaceWith(fresh);
  fresh.querySelectorAll(".table-wrap").forEach((one, at) => { one.scrollLeft = far[at] ?? 0; });
  if (place >= 0) fresh.querySelectorAll(PLACES)[place]?.focus();
  window.htmx?.process(fresh);
}
