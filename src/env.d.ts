/// <reference types="astro/client" />

declare namespace App {
  /** What a page hands to the components in its prose, which get nothing but their own props. */
  interface Locals {
    /** Resolves and numbers the sources that the prose cites. */
    citations?: import('./components/citations.ts').Citations;
    /** The drawings that the prose places. */
    drawings?: import('./comparison/schemas/guide.ts').GuideData['drawings'];
  }
}

// A script with its modules bundled for one page alone; astro.config.mjs sees to it.
declare module '*?own=matrix';
declare module '*?own=compare';
