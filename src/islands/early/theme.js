try {
  const { base } = document.documentElement.dataset;
  const path = new URL(base, document.baseURI).pathname.replace(/\/$/, '');
  const theme = localStorage.getItem('theme' + path);
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
