/** The options that can be compared: listed in one file, and the ratings of each fetched when it is chosen. */

import { namedDataPath, underBase } from '../links/routes.ts';
import { partsOfWay } from '../links/option-list.ts';
import {
  unpackOption,
  type ListedTable,
  type PackedOption,
  type TableOption,
} from '../words/packed-table.ts';
import { fetchData, namedData, pageNow } from './named-data.ts';

/** The content has changed so much since the page was opened that only another page can show it. */
export class NewerEdition extends Error {
  override readonly name = 'NewerEdition';
}

/** The address of the list, as the element that compares has it. */
const addressIn = (page: Document): string | undefined =>
  page.querySelector<HTMLElement>('[data-table]')?.dataset.table;

export class ComparedOptions {
  readonly table: ListedTable;
  readonly #base: string;
  /** The names of the files, by slug. */
  #files: ReadonlyMap<string, string>;
  #asked = new Map<string, Promise<TableOption>>();
  #there = new Map<string, TableOption>();

  private constructor(table: ListedTable, base: string) {
    this.table = table;
    this.#base = base;
    this.#files = filesOf(table);
  }

  /**
   * The options of this page.
   *
   * @param base the path under which the site lives
   * @throws {Error} if their list cannot be had
   */
  static async open(base: string): Promise<ComparedOptions> {
    return new ComparedOptions((await namedData(addressIn)) as ListedTable, base);
  }

  /** An option with its ratings, once these have been fetched. */
  get(slug: string): TableOption | undefined {
    return this.#there.get(slug);
  }

  /** Of options in modes, as links name them, the slugs of those whose ratings are not there. */
  missing(ways: readonly string[]): readonly string[] {
    return slugsOf(ways).filter((slug) => !this.#there.has(slug));
  }

  /**
   * Fetches the ratings of options in modes that are not there. Where a newer edition of the site has taken
   * the place of this page’s, all that are given are fetched from that one, so that what stands side by side
   * is of one edition.
   *
   * @throws {NewerEdition} if a newer edition has other criteria
   * @throws {Error} if some cannot be had; those that can are there
   */
  async fetch(ways: readonly string[]): Promise<void> {
    try {
      await this.#fetchAll(ways);
    } catch (error) {
      const { options, ...rest } = (await this.#listNow()) ?? this.table;
      if (JSON.stringify(rest) !== JSON.stringify(restOf(this.table))) throw new NewerEdition();
      const files = filesOf({ options });
      if (slugsOf(ways).every((slug) => files.get(slug) === this.#files.get(slug))) throw error;
      this.#files = files;
      this.#asked = new Map();
      this.#there = new Map();
      await this.#fetchAll(ways);
    }
  }

  /** The list as the site has it now; null if nothing can be had. */
  async #listNow(): Promise<ListedTable | null> {
    try {
      return (await fetchData(addressIn(await pageNow()) ?? '')) as ListedTable;
    } catch {
      return null;
    }
  }

  async #fetchAll(ways: readonly string[]): Promise<void> {
    const all = await Promise.allSettled(slugsOf(ways).map((slug) => this.#fetchOne(slug)));
    const failed = all.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  #fetchOne(slug: string): Promise<TableOption> {
    const known = this.#asked.get(slug);
    if (known !== undefined) return known;
    const [asked, there] = [this.#asked, this.#there];
    const path = namedDataPath(this.#files.get(slug) ?? '');
    const option = fetchData(underBase(this.#base, path)).then((data) => {
      const unpacked = unpackOption(this.table, data as PackedOption);
      there.set(slug, unpacked);
      return unpacked;
    });
    asked.set(slug, option);
    // A connection may come back.
    option.catch(() => asked.delete(slug));
    return option;
  }
}

const filesOf = ({ options }: Pick<ListedTable, 'options'>): ReadonlyMap<string, string> =>
  new Map(options.map(({ slug, file }) => [slug, file]));

const restOf = ({ options: _, ...rest }: ListedTable): Omit<ListedTable, 'options'> => rest;

const slugsOf = (ways: readonly string[]): readonly string[] => [
  ...new Set(ways.map((way) => partsOfWay(way).option)),
];
