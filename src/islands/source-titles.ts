/**
 * Numbers that lead to the sources of the page say which source it is: to who points at one, and to who
 * listens. The page has each title once, in its list of sources; with its numbers it would be a tenth larger.
 */

/** What a list of sources says of one before it tells which edition was read: its title, by whom, and when. */
function sourceInShort(item: Element): string {
  const [link, words] = item.childNodes;
  const told = words?.textContent ?? '';
  // A link after these words is that to the edition, and they begin the sentence about it.
  const own = words?.nextSibling == null ? told : told.replace(/\. [^.]*$/, '');
  return `${link?.textContent ?? ''}${own}`;
}

const titles = new Map(
  [...document.querySelectorAll('.references > li')].map((item) => [
    `#${item.id}`,
    sourceInShort(item),
  ]),
);
for (const link of document.querySelectorAll<HTMLAnchorElement>('.cites a'))
  link.title = titles.get(link.hash) ?? '';

export {};
