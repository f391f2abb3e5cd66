// Runs before the first paint, so that a chosen theme does not flash. Its hash is in the
// Content-Security-Policy; see astro.config.mjs.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
