// Text that was typed and not sent is not lost by leaving the page without a question.
export function guard() {
  let dirty = false;
  document.querySelectorAll("form[method=post]").forEach((form) => {
    form.addEventListener("input", (event) => { if (event.target.matches("textarea")) dirty = true; });
    form.addEventListener("submit", () => { dirty = false; });
  });
  window.addEventListener("beforeunload", (event) => { if (dirty) event.preventDefault(); });
}
