{# A script, but written here: it names the files of this release. #}{% load static i18n %}// Shows a page of its own when there is no network. Keeps one page of the person, and only while they are signed in.
const SHELL = "shell {% static 'front/css/offline.css' %} {% static 'kit/icons/alongside.svg' %}";
const MINE = "mine";
const AGENDA = "{% url 'offline.agenda' %}";
const NOBODYS = "{% url 'offline.show' %}";
const FILES = [NOBODYS, "{% static 'front/css/offline.css' %}", "{% static 'kit/icons/alongside.svg' %}"];
const FRESH = 5 * 60 * 1000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name !== SHELL && name !== MINE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const here = new URL(request.url).origin === self.location.origin;
  if (request.method !== "GET" || !here) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(AGENDA)) || caches.match(NOBODYS)));
  } else if (FILES.slice(1).includes(new URL(request.url).pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});

// Every page says who is signed in, or that nobody is.
self.addEventListener("message", (event) => {
  event.waitUntil(event.data.person ? keep(event.data.person) : caches.delete(MINE));
});

// A ring says nothing of what is new: the page tells it, to who is signed in.
self.addEventListener("push", (event) => {
  const told = { body: "{% translate 'Something new waits for you.' as body %}{{ body|escapejs }}", icon: "{% static 'front/icons/icon-192.png' %}", tag: "new" };
  event.waitUntil(self.registration.showNotification("Alongside", told));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("{% url 'notices.index' %}"));
});

async function keep(person) {
  const mine = await caches.open(MINE);
  const kept = await mine.match(AGENDA);
  const theirs = kept && kept.headers.get("X-Person") === person;
  if (theirs && Date.now() - Date.parse(kept.headers.get("X-At")) < FRESH) return;
  if (!theirs) await mine.delete(AGENDA);
  const answer = await fetch(AGENDA, { redirect: "manual" }).catch(() => null);
  if (answer && answer.ok && answer.headers.get("X-Person") === person) await mine.put(AGENDA, answer);
  else if (answer && answer.status < 500) await mine.delete(AGENDA);
}
