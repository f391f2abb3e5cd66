/** The dialog of the search: a combobox whose list shows what was found, grouped by kind. */

import {
  unpackFindables,
  type Findable,
  type FindableKind,
  type PackedFindables,
} from '../../words/search-entry.ts';
import { slugIn, underBase } from '../../links/routes.ts';
import { counted } from '../../words/sentences.ts';
import { button, make } from '../dom.ts';
import { isModified, isOfComposing, opensElsewhere } from '../modifier-keys.ts';
import '../pick.ts';
import { LONGEST_QUERY, finder, wordsOf, type Findings } from './find.ts';
import { marked } from './marks.ts';

const TITLES: Readonly<Record<FindableKind, string>> = {
  comparison: 'Side by side',
  option: 'Options',
  criterion: 'Criteria',
  rating: 'Ratings',
  mode: 'Modes of options',
  scenario: 'Scenarios',
  case: 'In practice',
  term: 'Glossary',
  level: 'Levels',
  guide: 'Guides',
  question: 'Questions',
  page: 'Pages',
  source: 'Sources',
};

export interface SearchSetting {
  /** The address of the site’s top, with a slash at its end. */
  readonly base: string;
  /** The address of the index of all pages. */
  readonly index: string;
  /** The key that goes with others in shortcuts, as it is written on it. */
  readonly modifier: string;
}

/** What can be found. */
export interface SearchData {
  readonly pages: Promise<PackedFindables>;
  readonly sources: Promise<PackedFindables>;
}

export interface SearchDialog {
  /**
   * Shows the dialog. What was typed last is there, selected, with its results, or in its place what
   * was typed since the reader asked for the search.
   */
  readonly open: (typed: string) => void;
}

/**
 * Makes the dialog and puts it on the page, closed.
 *
 * @param first what has been asked for already
 * @param ask asks for what could not be had
 */
export function searchDialog(
  setting: SearchSetting,
  first: SearchData,
  ask: (name: keyof SearchData) => Promise<PackedFindables>,
): SearchDialog {
  const status = make('p', { className: 'search-status', role: 'status' });
  const results = resultsIn(setting);
  const input = make('input', {
    type: 'text',
    role: 'combobox',
    ariaLabel: 'Search',
    ariaAutoComplete: 'list',
    ariaExpanded: 'false',
    autocomplete: 'off',
    spellcheck: false,
    maxLength: LONGEST_QUERY,
    enterKeyHint: 'go',
    placeholder: 'A name, a need or a term',
    oninput: update,
  });
  input.setAttribute('aria-controls', results.list.id);
  const close = (): void => {
    dialog.close();
  };
  const dialog = make(
    'dialog',
    { className: 'search', ariaLabel: 'Search' },
    make(
      'div',
      { className: 'search-bar' },
      input,
      button({ className: 'button' }, close, 'Close'),
    ),
    status,
    results.element,
    foot(setting),
  );

  let inPages: ((query: string) => Findings) | undefined;
  let inSources: ((query: string) => Findings) | undefined;
  /** What could not be had; without sources, pages are found all the same. */
  const missing = new Set<keyof SearchData>();

  function update(): void {
    const query = input.value;
    const findings = together(inPages?.(query), inSources?.(query));
    results.show(query, findings);
    const text = missing.has('pages')
      ? 'The index cannot be loaded now.'
      : inPages === undefined
        ? 'Loading the index …'
        : outcome(query, findings);
    if (status.textContent !== text) status.textContent = text;
    follow();
  }

  /** Tells where the list stands, to those who do not see it. */
  function follow(): void {
    const active = results.active();
    input.ariaExpanded = String(active !== undefined);
    if (active === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', active.id);
  }

  input.addEventListener('keydown', (event) => {
    if (isOfComposing(event)) return;
    if (event.key === 'ArrowDown' && !isModified(event)) results.step(1);
    else if (event.key === 'ArrowUp' && !isModified(event)) results.step(-1);
    else if (event.key === 'Enter') {
      const link = results.active();
      const isElsewhere = event.ctrlKey || event.metaKey;
      if (!isElsewhere) link?.click();
      else if (link !== undefined) window.open(link.href, '_blank', 'noopener');
    } else return;
    event.preventDefault();
    follow();
  });
  results.list.addEventListener('pointermove', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link === null) return;
    results.activate(link);
    follow();
  });
  dialog.addEventListener('click', (event) => {
    const { target } = event;
    const isOutside = target === dialog;
    const isLink = target instanceof Element && target.closest('a') !== null;
    // What opens elsewhere leaves this page as it is.
    if (isOutside || (isLink && !opensElsewhere(event))) close();
  });

  function take(name: keyof SearchData, data: Promise<PackedFindables>): void {
    data.then(
      (packed) => {
        if (name === 'pages') inPages = finder(unpackFindables(packed), packed.values);
        else inSources = finder(unpackFindables(packed));
        update();
      },
      () => {
        missing.add(name);
        update();
      },
    );
  }
  take('pages', first.pages);
  take('sources', first.sources);
  /** A connection may have come back. */
  function askAgain(): void {
    const names = [...missing];
    missing.clear();
    for (const name of names) take(name, ask(name));
    if (names.length > 0) update();
  }

  document.body.append(dialog);
  return {
    open(typed) {
      if (!dialog.open) {
        dialog.showModal();
        askAgain();
      }
      input.select();
      if (typed === '') return;
      input.setRangeText(typed, 0, input.value.length, 'end');
      update();
    },
  };
}

/** Sources come last, and only where they have all the words. */
function together(pages: Findings | undefined, sources: Findings | undefined): Findings {
  const none: Findings = { groups: [], by: 'all' };
  const found = pages ?? none;
  if (sources?.by !== 'all') return found;
  const by = found.groups.length > 0 ? found.by : 'all';
  return { groups: [...found.groups, ...sources.groups], by };
}

function outcome(query: string, { groups, by }: Findings): string {
  if (wordsOf(query).length === 0) return '';
  if (groups.length === 0)
    return 'Nothing found. Try another word, or fewer, or look through everything from A to Z.';
  if (by === 'alike') return 'Nothing is called that. Like it:';
  if (by === 'some') return 'Nothing has all of these words. With most of them:';
  return counted(groups.flatMap(({ members }) => members).length, 'result');
}

interface Results {
  readonly element: HTMLElement;
  readonly list: HTMLElement;
  /** Shows findings, the first of them active unless one was for the same query. */
  readonly show: (query: string, findings: Findings) => void;
  readonly active: () => HTMLAnchorElement | undefined;
  readonly activate: (link: HTMLAnchorElement) => void;
  /** Goes to the next result, or to the one before. */
  readonly step: (by: 1 | -1) => void;
}

/**
 * The results as a list box. What else can be done with one stands beside it, not in it: within a
 * list box there is nothing but what can be chosen.
 */
function resultsIn({ base }: SearchSetting): Results {
  const list = make('div', { id: 'search-list', role: 'listbox', ariaLabel: 'Results' });
  // Or Firefox would stop at what scrolls, where there is nothing to do.
  const element = make('div', { className: 'search-results', hidden: true, tabIndex: -1 }, list);
  const picks = new Map<string, HTMLElement>();
  /** The kinds of which all are shown, for the words in `shownFor`. */
  const opened = new Set<FindableKind>();
  let links: readonly HTMLAnchorElement[] = [];
  let active: HTMLAnchorElement | undefined;
  let shownFor = '';

  /** The button that picks an option to compare; it listens to what is picked, so there is one of each. */
  const pickOf = ({ path, name }: Findable): HTMLElement => {
    const pick = picks.get(path) ?? document.createElement('compare-pick');
    picks.set(path, pick);
    Object.assign(pick.dataset, { slug: slugIn(path), name });
    return pick;
  };

  const activate = (link: HTMLAnchorElement | undefined): void => {
    if (active !== undefined) active.ariaSelected = 'false';
    active = link;
    if (link !== undefined) link.ariaSelected = 'true';
  };

  const results: Results = {
    element,
    list,
    show(query, findings) {
      const { groups, by } = findings;
      if (query !== shownFor) opened.clear();
      let row = 0;
      const inRow = <E extends HTMLElement>(child: E): E => {
        child.style.gridRow = String(row);
        return child;
      };
      const beside: HTMLElement[] = [];
      const shown: HTMLAnchorElement[] = [];
      const sections = groups.map(({ kind, members, more }) => {
        row += 1;
        const id = `search-${kind}`;
        const title = make('span', { id, role: 'presentation', className: 'search-kind' });
        title.textContent = TITLES[kind];
        const section = make('div', { role: 'group' }, inRow(title));
        section.setAttribute('aria-labelledby', id);
        for (const findable of opened.has(kind) ? [...members, ...more] : members) {
          row += 1;
          const link = inRow(linkTo(findable, query, by, base));
          link.id = `search-${String(row)}`;
          section.append(link);
          shown.push(link);
          if (kind !== 'option') continue;
          link.className = 'has-pick';
          beside.push(inRow(pickOf(findable)));
        }
        if (more.length > 0 && !opened.has(kind)) {
          row += 1;
          const text = `${String(more.length)} more: ${TITLES[kind].toLowerCase()}`;
          const all = button(
            { className: 'link search-more' },
            () => {
              opened.add(kind);
              results.show(query, findings);
            },
            text,
          );
          beside.push(inRow(all));
        }
        return section;
      });
      // More results for the same words leave what is chosen; for other words, the first is the one.
      const before = query === shownFor ? active?.href : undefined;
      shownFor = query;
      links = shown;
      list.replaceChildren(...sections);
      element.replaceChildren(list, ...beside);
      element.hidden = links.length === 0;
      activate(links.find(({ href }) => href === before) ?? links[0]);
    },
    active: () => active,
    activate,
    step(by) {
      const at = active === undefined ? -1 : links.indexOf(active);
      activate(links.at((at + by) % links.length));
      active?.scrollIntoView({ block: 'nearest' });
    },
  };
  return results;
}

function linkTo(
  { name, path, also, about }: Findable,
  query: string,
  by: Findings['by'],
  base: string,
): HTMLAnchorElement {
  const text = (of: string): readonly (Node | string)[] =>
    marked(of, query, { alike: by === 'alike' }).map(({ text: part, isFound }) =>
      isFound ? make('mark', { textContent: part }) : part,
    );
  const isFoundIn = (of: string): boolean =>
    marked(of, query, { alike: by === 'alike' }).some(({ isFound }) => isFound);
  const other = isFoundIn(name) ? undefined : also.find(isFoundIn);
  return make(
    'a',
    { href: underBase(base, path), role: 'option', tabIndex: -1, ariaSelected: 'false' },
    make('span', { className: 'search-name' }, ...text(name)),
    ...(other === undefined
      ? []
      : [make('span', { className: 'text-soft' }, ' also ', ...text(other))]),
    make('span', { className: 'search-about' }, ...text(about)),
  );
}

function foot({ index, modifier }: SearchSetting): HTMLElement {
  const key = (name: string): HTMLElement => make('kbd', { textContent: name });
  return make(
    'p',
    { className: 'search-foot' },
    make('span', {}, key('↑'), ' ', key('↓'), ' choose'),
    make('span', {}, key('Enter'), ' open'),
    make('span', {}, key(`${modifier}+Enter`), ' open in a new tab'),
    make('a', { href: index, textContent: 'Everything from A to Z' }),
  );
}
