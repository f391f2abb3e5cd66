/// <reference types="astro/client" />

/** A module that is bundled for one page alone; see astro.config.mjs. */
declare module '*?own=matrix';
declare module '*?own=rows';
declare module '*?own=compare';

declare namespace App {
  /** What a page hands to the components in its prose, which get nothing but their own props. */
  interface Locals {
    /** Resolves and numbers the sources that the prose cites. */
    citations?: import('./outputs/numbered-sources.ts').Citations;
    /** The drawings that the prose places. */
    drawings?: import('./comparison/schemas/guide.ts').GuideData['drawings'];
  }
}
