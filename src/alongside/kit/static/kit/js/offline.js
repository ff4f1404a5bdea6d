// Lets the browser keep one page for when there is no network; who is not signed in leaves nothing there.
export function offline() {
  if (!("serviceWorker" in navigator)) return;
  const person = document.documentElement.dataset.person || "";
  window.addEventListener("load", async () => {
    try {
      await navigator.serviceWorker.register("/worker.js");
      (await navigator.serviceWorker.ready).active.postMessage({ person });
    } catch { /* a browser that refuses shows everything but this */ }
  });
}
