// Lets this browser ring, or be silent again: it asks the browser's push service for an address and sends that by a form.
const panel = document.querySelector("[data-device]");
const [ring, silence] = panel ? panel.querySelectorAll("form[data-does]") : [];
const said = panel?.querySelector("[role=status]");

const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
if (panel && able) begin();

async function begin() {
  const worker = await navigator.serviceWorker.ready;
  const known = await worker.pushManager.getSubscription();
  panel.querySelector("[data-unable]").hidden = true;
  (known ? silence : ring).hidden = false;
  ring.addEventListener("submit", (event) => send(event, () => subscribed(worker)));
  silence.addEventListener("submit", (event) => send(event, () => ended(known)));
}

async function send(event, address) {
  const form = event.currentTarget;
  if (form.elements.address.value) return;
  event.preventDefault();
  try {
    form.elements.address.value = await address();
    form.requestSubmit();
  } catch {
    said.textContent = Notification.permission === "denied" ? panel.dataset.denied : panel.dataset.failed;
  }
}

async function subscribed(worker) {
  const key = Uint8Array.from(atob(panel.dataset.key.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return made.endpoint;
}

async function ended(known) {
  await known.unsubscribe();
  return known.endpoint;
}
