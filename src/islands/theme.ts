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

/** A button that goes from one theme to the next; its name says which one is on. */
class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const button = find(this, 'button', HTMLButtonElement);
    const show = (theme: Theme): void => {
      apply(theme);
      button.ariaLabel = `Theme: ${theme}`;
      button.title = button.ariaLabel;
    };
    show(themeOf(kept.read()));
    button.onclick = () => {
      const now = THEMES.indexOf(themeOf(document.documentElement.dataset.theme ?? null));
      const next = THEMES[(now + 1) % THEMES.length] ?? 'system';
      show(next);
      kept.write(next);
    };
    kept.whenElsewhereChanged(() => {
      show(themeOf(kept.read()));
    });
  }
}

customElements.define('theme-switch', ThemeSwitch);
