/** Brings all of what gets the focus into sight, clear of what sticks to the window. */

// Browsers leave what has the focus as it is once a little of it is in sight.
document.addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
  const show = (): void => {
    if (target === document.activeElement) {
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };
  show();
  // What was out of sight is laid out only now, and may be higher than was guessed.
  requestAnimationFrame(show);
});

// A module, so that it can be loaded later.
export {};
