/** What is loaded when a reader is about to search, or asks for the keys. */

import css from './dialog.css?inline';

export { searchDialog } from './dialog.ts';
export { showKeys } from './keys-sheet.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
