/** What a search can find, and the form in which the browser gets it. */

/** The kinds of things that can be found; of equally good results, the earlier kind is shown first. */
export const FINDABLE_KINDS = [
  'comparison',
  'option',
  'criterion',
  'rating',
  'mode',
  'scenario',
  'case',
  'term',
  'level',
  'guide',
  'question',
  'page',
  'source',
] as const;
export type FindableKind = (typeof FINDABLE_KINDS)[number];

/** One thing that has an address on the site. */
export interface Findable {
  readonly kind: FindableKind;
  readonly name: string;
  /** From the top of the site, beginning with a slash. */
  readonly path: string;
  /** Where it belongs or what it is, in plain text. */
  readonly about: string;
  /** Other names under which readers look for it. */
  readonly also: readonly string[];
}

/** What options are rated, in words: of each option in its order, of each criterion in its; empty for long texts. */
export type RatingWords = readonly (readonly string[])[];

/** Findables by kind, each as name, path, about and other names. */
export type PackedFindables = Readonly<
  Partial<Record<FindableKind, readonly (readonly [string, string, string, ...string[]])[]>>
> & { readonly values?: RatingWords };

/** Packs findables; those of one kind keep their order. */
export function packFindables(
  findables: readonly Findable[],
  values?: RatingWords,
): PackedFindables {
  const packed = Object.fromEntries(
    FINDABLE_KINDS.map((kind) => [kind, findables.filter((f) => f.kind === kind)] as const)
      .filter(([, members]) => members.length > 0)
      .map(([kind, members]) => [
        kind,
        members.map(({ name, path, about, also }) => [name, path, about, ...also]),
      ]),
  );
  return values === undefined ? packed : { ...packed, values };
}

/** The findables that were packed, kind by kind. */
export function unpackFindables(packed: PackedFindables): Findable[] {
  return FINDABLE_KINDS.flatMap((kind) =>
    (packed[kind] ?? []).map(([name, path, about, ...also]) => ({
      kind,
      name,
      path,
      about,
      also,
    })),
  );
}
