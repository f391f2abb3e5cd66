/**
 * The switch between the system’s theme, light and dark. Without this script the system decides.
 * The choice is one of the two things that the site keeps in the browser.
 */

import { find } from './dom.ts';
import { Kept } from './site-storage.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const kept = new Kept('theme');

function themeOf(text: string | null): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system';
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const select = find(this, 'select', HTMLSelectElement);
    select.value = themeOf(kept.read());
    select.addEventListener('change', () => {
      const theme = themeOf(select.value);
      apply(theme);
      kept.write(theme);
    });
    kept.whenElsewhereChanged(() => {
      select.value = themeOf(kept.read());
      apply(themeOf(kept.read()));
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
