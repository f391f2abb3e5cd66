/** Takes the query and fragment of an old link along to the page’s new address. */

const link = document.querySelector<HTMLAnchorElement>('#moved-to');
if (link !== null) location.replace(link.href + location.search + location.hash);

// A module, or its names would be those of every script that is none.
export {};
