// Text that was typed and not sent is not lost by leaving the page without a question.
export function guard() {
  let sent = false;
  const unsent = () => [...document.querySelectorAll("form[method=post] textarea")].some((one) => one.value !== one.defaultValue);
  document.addEventListener("input", () => { sent = false; });
  document.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", (event) => { if (!sent && unsent()) event.preventDefault(); });
}
