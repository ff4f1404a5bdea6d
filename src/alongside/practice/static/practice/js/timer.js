// Counts a take: the time that is left, and from then on the time that is over. Without it the page still keeps the time.
const shown = document.querySelector("[data-timer]");
if (shown) {
  const limit = Number(shown.dataset.limit);
  const since = performance.now() - 1000 * Number(shown.dataset.elapsed);
  const spoken = document.querySelector("[data-timer-said]");
  let said = "";
  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const elapsed = Math.floor((performance.now() - since) / 1000);
    const left = limit - elapsed;
    const rest = Math.abs(left);
    shown.textContent = `${left < 0 ? "+" : ""}${Math.floor(rest / 60)}:${two(rest % 60)}`;
    shown.classList.toggle("over", left < 0);
    const words = left < 0 ? shown.dataset.over : left <= 60 ? shown.dataset.minute : "";
    if (words !== said) spoken.textContent = said = words;
  };
  tick();
  setInterval(tick, 250);
}
