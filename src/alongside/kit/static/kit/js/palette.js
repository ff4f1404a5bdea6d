// The command palette: Ctrl or Cmd with K opens it; arrows walk the results; it is a plain search page without it.
export function palette() {
  const dialog = document.querySelector("[data-palette]");
  if (!dialog) return;
  const input = dialog.querySelector("input");
  const results = dialog.querySelector("[data-palette-results]");
  const open = (event) => { event.preventDefault(); if (!dialog.open) { dialog.showModal(); input.select(); find(); } };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") open(event);
  });
  document.querySelectorAll("[data-palette-open]").forEach((link) => link.addEventListener("click", open));
  let asked = 0;
  async function find() {
    const mine = ++asked;
    const address = `${dialog.dataset.url}?words=${encodeURIComponent(input.value)}`;
    const answer = await fetch(address, { headers: { "HX-Request": "true" } });
    if (mine === asked && answer.ok) results.innerHTML = await answer.text();
  }
  input.addEventListener("input", find);
  dialog.addEventListener("keydown", (event) => {
    const links = [...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown") { event.preventDefault(); (links[at + 1] || links[0])?.focus(); }
    if (event.key === "ArrowUp") { event.preventDefault(); (at <= 0 ? input : links[at - 1]).focus(); }
  });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    const first = results.querySelector("a");
    if (first) { event.preventDefault(); first.click(); }
  });
}
