/**
 * Runs before all else on the pages of these tests: notes what must not happen, in every browser in
 * one way. The server of the tests puts it into the pages.
 */

const wrongs = [];
globalThis.watched = { wrongs, fromCache: false };
addEventListener(
  'error',
  ({ message, target }) => {
    wrongs.push(`error: ${message ?? target?.outerHTML}`);
  },
  true,
);
addEventListener('unhandledrejection', ({ reason }) => {
  wrongs.push(`rejection: ${String(reason)}`);
});
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  wrongs.push(`policy: ${violatedDirective} ${blockedURI}`);
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) globalThis.watched.fromCache = true;
});
const { error } = console;
console.error = (...words) => {
  wrongs.push(`console: ${words.join(' ')}`);
  error(...words);
};
