/* Caches the site for a gym without reception: the files of FIRST at once, every other page once it was visited. */

const FIRST_FILES = `first-${VERSION}`;
const VISITED = "visited";
const MOST_VISITED = 80;
const PATIENCE = 2500; // milliseconds until what is kept is shown

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(FIRST_FILES);
      await cache.addAll(FIRST.map((path) => new Request(path, { cache: "no-cache" })));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name !== FIRST_FILES && name !== VISITED);
      await Promise.all(old.map((name) => caches.delete(name)));
      const visited = await caches.open(VISITED);
      await Promise.all(FIRST.map((path) => visited.delete(path))); // what was fetched first is newer now
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(/-[0-9a-f]{8}\.(css|js)$/.test(request.url) ? keptFirst(request) : newestFirst(request));
});

/* Style and script have a digest in their names, so a cached one is never stale. */
async function keptFirst(request) {
  return (await kept(request)) ?? newestFirst(request);
}

async function newestFirst(request) {
  const coming = fetch(request).then(async (response) => {
    // If the disk is full, nothing is cached, but the page is still shown.
    if (response.ok && response.type === "basic") await keep(request, response.clone()).catch(() => {});
    return response;
  });
  coming.catch(() => {});
  const held = await kept(request);
  if (!held) return coming.catch(() => Response.error());
  const waited = new Promise((resolve) => setTimeout(resolve, PATIENCE, held));
  return Promise.race([coming.catch(() => held), waited]);
}

/* A visited page is newer than the one cached first. `./` is the first page. */
async function kept(request) {
  const visited = await caches.open(VISITED);
  const first = await caches.open(FIRST_FILES);
  const page = new URL(request.url).pathname.endsWith("/") ? new URL("index.html", request.url).href : request.url.split("#")[0];
  const options = { ignoreSearch: true };
  return (await visited.match(page, options)) ?? (await first.match(page, options));
}

async function keep(request, response) {
  const cache = await caches.open(VISITED);
  const path = new URL(request.url).pathname;
  await cache.put(path.endsWith("/") ? new URL("index.html", request.url).href : request.url, response);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_VISITED)).map((old) => cache.delete(old)));
}
