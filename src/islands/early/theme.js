// Runs before the first paint, so that a chosen theme does not flash. Its hash is in the
// Content-Security-Policy; see astro.config.mjs. Its key is that of site-storage.ts.
try {
  const { base } = document.documentElement.dataset;
  const path = new URL(base, document.baseURI).pathname.replace(/\/$/, '');
  const theme = localStorage.getItem('theme' + path);
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
