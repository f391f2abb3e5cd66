/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Resolves and numbers what the prose of the present page cites. */
    citations?: import('./components/citations.ts').Citations;
  }
}
