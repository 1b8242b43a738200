// Where the page is served: at the root of its host, or below a path, where other servers may be its neighbours.

const base = new URL('.', document.baseURI);

/** The address of something that this server serves; its path is relative to the page's. */
export const address = (path) => new URL(path, base);

/** The name of something that the browser keeps for all pages of this host; it differs between servers below different paths. */
export const ownName = (name) => base.pathname.slice(1) + name;
