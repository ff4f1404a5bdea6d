// Moves the focus to a page's errors, and says aloud what a part that was replaced wants said.
export function announce() {
  document.querySelector("[data-focus]")?.focus();
  document.body.addEventListener("htmx:afterSwap", (event) => {
    const said = event.target.querySelector?.("[data-say]");
    const status = document.querySelector("#status");
    if (said && status) status.textContent = said.textContent.trim();
    event.target.querySelector?.("[data-focus]")?.focus();
  });
}
