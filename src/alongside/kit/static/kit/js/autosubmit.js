// A form with data-autosubmit is sent when a choice changes, so that filters need no button.
export function autosubmit() {
  document.querySelectorAll("form[data-autosubmit]").forEach((form) => {
    form.querySelectorAll("[data-autosubmit-button]").forEach((button) => { button.hidden = true; });
    form.addEventListener("change", (event) => {
      if (event.target.matches("input[type=search], input[type=text]")) return;
      form.requestSubmit();
    });
  });
}
