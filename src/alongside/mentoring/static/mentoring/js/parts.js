// A part of a meeting's page is laid anew, and what is in it already stays where it is: a frame that is moved loads anew.
export function lay(old, part) {
  const focused = old.contains(document.activeElement) ? addressOf(document.activeElement) : "";
  const laid = [...part.childNodes].map((one) => known(old, one) || one);
  [...old.childNodes].filter((one) => !laid.includes(one)).forEach((one) => one.remove());
  let next = old.firstChild;
  for (const one of laid) {
    if (one === next) next = one.nextSibling;
    else old.insertBefore(one, next);
  }
  if (focused) old.querySelector(focused)?.focus();
}

function known(old, one) {
  return one.id && [...old.children].find((was) => was.id === one.id && was.textContent === one.textContent);
}

function addressOf(element) {
  const action = element.closest("form")?.getAttribute("action");
  return action ? `form[action="${action}"] button` : `a[href="${element.getAttribute("href")}"]`;
}
