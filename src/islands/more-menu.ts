/** The list that the navigation opens is shut by Escape, as menus are, and gives the focus back. */

document.addEventListener('keydown', ({ key }) => {
  const list = document.querySelector<HTMLDetailsElement>('.masthead details[open]');
  if (key !== 'Escape' || list === null) return;
  const { activeElement } = document;
  // Not all browsers give the focus to what is clicked; what is open elsewhere has an Escape of its own.
  if (activeElement !== document.body && !list.contains(activeElement)) return;
  list.open = false;
  list.querySelector('summary')?.focus();
});

// A module, so that it can be loaded later.
export {};
