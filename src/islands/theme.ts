/**
 * The switch between the system’s theme, light and dark. Without this script the system decides.
 * The choice is one of the two things that the site keeps in the browser.
 */

import { find } from './dom.ts';

const KEY = 'theme';
const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === value) ?? 'system';
  } catch {
    // Storage may be forbidden; then every page begins with the system’s theme.
    return 'system';
  }
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = find(this, 'select', HTMLSelectElement);
    select.value = stored();
    select.addEventListener('change', () => {
      const theme = THEMES.find((t) => t === select.value) ?? 'system';
      apply(theme);
      try {
        localStorage.setItem(KEY, theme);
      } catch {
        // The choice then lasts as long as the page.
      }
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
