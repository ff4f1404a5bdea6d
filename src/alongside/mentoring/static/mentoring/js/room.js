// A meeting's page follows what the others do: what changed is asked for anew, and what is being typed stays.
import { merged } from "./merging.js";
import { lay } from "./parts.js";
import { layAnew } from "./table.js";
const [PAUSE, AGAIN_AFTER] = [600, 30000]; // milliseconds
const [room, form] = ["[data-room]", "[data-note]"].map((one) => document.querySelector(one));
const [text, version] = [form.querySelector("textarea"), form.elements.version];
let base = text.defaultValue;
let crossed = form.hasAttribute("data-crossed"); // the page shows two texts: a person puts them together, not we
let stream, saving, sent, sending, heard, asking, askAgain;

async function ask(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { "HX-Request": "true" } });
  if (answer.status > 499) throw new Error(answer.status);
  const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  return page && page.querySelector("[data-note]") ? page : null;
}

async function refresh(told) {
  askAgain = asking;
  if (asking) return;
  asking = ask(told === "notes" ? form.dataset.note : room.dataset.room).catch(() => null);
  const page = await asking;
  asking = null;
  if (page) take(page);
  if (askAgain) refresh();
}

function take(page) {
  page.querySelectorAll("[data-part]").forEach((part) => {
    const old = room.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!old || old.textContent === part.textContent) return;
    lay(old, part);
    document.querySelector("#status").textContent = old.dataset.said;
  });
  takeNote(page.querySelector("[data-note]"));
}

function takeNote(fresh) {
  const theirs = fresh.querySelector("textarea").value + base.slice(base.trimEnd().length); // kept without its end
  if (crossed || sending || fresh.elements.version.value === version.value) return;
  if (theirs.trim() === sent?.trim()) base = sent; // it was kept, though nobody answered that it was
  sent = null;
  const both = merged(base, text.value, theirs);
  crossed = both === null;
  if (crossed) {
    room.querySelector("[data-theirs] .typed").textContent = theirs;
    room.querySelector("[data-theirs]").hidden = false;
    return;
  }
  const place = both.moved(text.selectionStart);
  base = text.defaultValue = theirs;
  version.value = fresh.elements.version.value;
  if (text.value !== both.text) text.value = both.text;
  if (document.activeElement === text) text.setSelectionRange(place, place);
  if (text.value !== base) later();
}

function later(pauses = 1) {
  clearTimeout(saving);
  saving = setTimeout(save, pauses * PAUSE);
}

async function save() {
  if (crossed || sending || text.value === base) return;
  [sent, sending, heard] = [text.value, true, 0];
  const body = new URLSearchParams(new FormData(form));
  body.delete("once"); // each pause saves anew
  const page = await ask(form.getAttribute("action"), { method: "POST", body }).catch(() => undefined);
  sending = false;
  if (page) {
    base = text.defaultValue = sent;
    const kept = page.querySelector("[data-note]").elements.version.value;
    if (Number(kept) === Number(version.value) + 1) version.value = kept; // else somebody wrote after us
    take(page);
    form.querySelector("[data-saved]").hidden = false;
    if (text.value !== base) later();
  }
  if (page === undefined) return later(4); // nobody answered: there is no network, or the server begins anew
  sent = null;
  if (!page || heard > 1) refresh(); // somebody else was quicker, or more was told than what we did ourselves
}

function hear(told) {
  if (told.has("all") || told.delete("sheets")) layAnew();
  if (!told.size) return;
  const parts = [...told].join(" ");
  if (sending) heard += parts === "notes" ? 1 : 2;
  else refresh(parts);
}

function open() {
  stream?.close();
  if (document.hidden) return; // a browser opens few connections, and nobody is looking
  stream = new EventSource(`${room.dataset.room}live/`);
  stream.onmessage = ({ data }) => hear(new Set(data.split(" ")));
  stream.onerror = () => { if (stream.readyState === EventSource.CLOSED) setTimeout(open, AGAIN_AFTER); };
}

text.addEventListener("input", () => { form.querySelector("[data-saved]").hidden = true; later(); });
document.addEventListener("visibilitychange", open);
open();
