/** Brings all of what gets the focus into sight, clear of what sticks to the window. */

// Browsers leave what has the focus as it is once a little of it is in sight.
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.matches(':focus-visible')) {
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
});
