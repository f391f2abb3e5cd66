/**
 * Data in files whose names tell their contents. They are gone when a newer edition of the site has come,
 * and a page that is open then finds where they lie now by what it says itself by then.
 */

/**
 * Data at an address.
 *
 * @throws {Error} if it cannot be had
 */
export async function fetchData(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answers ${String(response.status)}.`);
  return response.json();
}

/** This page as the site has it now. */
export async function pageNow(): Promise<Document> {
  const response = await fetch(location.href, { cache: 'no-cache' });
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/**
 * Data at the address that a page names; where a newer edition of the site has taken the place of this
 * page’s, at the address that it names now.
 *
 * @param addressIn the address, in this page or as it is now
 * @throws {Error} if it cannot be had
 */
export async function namedData(
  addressIn: (page: Document) => string | undefined,
): Promise<unknown> {
  try {
    return await fetchData(addressIn(document) ?? '');
  } catch {
    return fetchData(addressIn(await pageNow()) ?? '');
  }
}
