// Runs before the first paint: a page that a link leads into hides its unanswered form until the
// link has been read. Its hash is in the Content-Security-Policy; see astro.config.mjs.
if (location.search.length > 1) document.documentElement.dataset.pending = '';
