/** Where readers find the editions of sources, by the forms of addresses that site.yaml knows. */

import type { Edition, Source } from './comparison.ts';
import type { FoundEdition, SourceMap } from './schemas/common.ts';
import type { SiteData } from './schemas/site.ts';

type Hosts = SiteData['hosts'];

/** The edition that a source declares, with the addresses at which its host shows it. */
export function linkedEdition(
  declared: SourceMap[string]['edition'],
  hosts: Hosts,
): Source['edition'] {
  if (declared === undefined || 'none' in declared) return declared;
  const host = hosts.find(({ address }) => declared.repository.startsWith(address));
  if (host === undefined) return declared;
  return {
    ...declared,
    url: filled(host.edition, declared),
    changes: filled(host.changes, declared),
  };
}

/** The edition of a source, where it has one. */
export const editionOf = ({ edition }: Source): Edition | null =>
  edition === undefined || 'none' in edition ? null : edition;

/** The repository of a page that shows one of its files; null for any other page, and for hosts that are not known. */
export function fileRepository(url: string, hosts: Hosts): string | null {
  const host = hosts.find(({ address }) => url.startsWith(address));
  // What stands between repository and commit tells the page of a file from that of a discussion.
  const between = /^\{repository\}(\/[^{]+)\{commit\}/.exec(host?.edition ?? '')?.[1];
  const at = between === undefined ? -1 : url.indexOf(between);
  return at < 0 ? null : url.slice(0, at);
}

function filled(form: string, edition: FoundEdition): string {
  const places: Readonly<Record<string, string>> = {
    repository: edition.repository,
    // Hosts find a commit by its first digits, and pages that name a hundred are lighter without the rest.
    commit: edition.commit.slice(0, 12),
    since: edition.committed ?? '',
    // HEAD is the branch that the repository names first.
    branch: encodePath(edition.branch ?? 'HEAD'),
    path: encodePath(edition.path),
  };
  // Where the day of the commit is not known, nothing is asked of a host that tells changes since a day.
  const asked = edition.committed === undefined ? form.replace(/[?&][^=&?]*=\{since\}/, '') : form;
  return asked.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
}

/** A path as it stands in an address. */
export const encodePath = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/');
