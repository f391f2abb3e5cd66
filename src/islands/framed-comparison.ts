/** A comparison embedded in another site; the address of the frame says of which options. */

import { ballClasses } from '../words/ball.ts';
import { ratingLabel } from '../words/label.ts';
import { candidateOf, ratingOf } from '../decision/model.ts';
import { partsOfWay } from '../links/option-list.ts';
import { picksQuery } from '../links/picks-query.ts';
import { comparePath, criterionPath, optionPath, underBase } from '../links/routes.ts';
import { parseView } from '../links/view.ts';
import { nameOfWay, vocabularyOf } from '../words/packed-table.ts';
import { listed } from '../words/clause-words.ts';
import { ComparedOptions } from './compared-options.ts';
import { button, find, make } from './dom.ts';
import { MOST } from './picks.ts';
import { tellUnfollowed } from './unfollowed.ts';

/** A link that leaves the frame. */
const out = (
  href: string,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElement => make('a', { href, className, target: '_blank', rel: 'noopener' }, ...children);

class FramedComparison extends HTMLElement {
  connectedCallback(): void {
    this.#show().catch(() => {
      const again = button(
        { className: 'link' },
        () => {
          this.#say('Loading …');
          this.connectedCallback();
        },
        'Try again',
      );
      this.#say('The ratings could not be loaded. ', again);
    });
  }

  #say(...what: readonly (Node | string)[]): void {
    find(document, '[role=status]', HTMLElement).replaceChildren(...what);
  }

  async #show(): Promise<void> {
    const { base = '' } = this.dataset;
    const at = (path: string): string => underBase(base, path);
    const compared = await ComparedOptions.open(base);
    const { table } = compared;
    const { state, unfollowed } = parseView(vocabularyOf(table), location.search);
    const ways = state.options.slice(0, MOST);
    tellUnfollowed(document, [
      ...unfollowed,
      ...state.options.slice(MOST).map((token) => ({
        key: 'options',
        token,
        why: `is more than the ${String(MOST)} that can be compared`,
      })),
    ]);
    if (ways.length === 0) {
      this.#say(
        'The address of this frame names no options: it ends with “?options=”, then their names as links have them, joined by commas.',
      );
      return;
    }
    await compared.fetch(ways);
    this.#say();

    const columns = ways.flatMap((way) => {
      const { option: slug, mode } = partsOfWay(way);
      const option = compared.get(slug);
      if (option === undefined) return [];
      return [{ slug, candidate: candidateOf(option, mode), name: nameOfWay(table.options, way) }];
    });
    const shown = state.columns ?? table.defaultView;
    const rows = shown.flatMap((slug) => table.criteria.filter((c) => c.slug === slug));
    this.append(
      make(
        'table',
        { className: 'w-full text-xs [&_:is(th,td)]:py-1.5 [&_a]:inline-block [&_a]:min-h-6' },
        make('caption', { className: 'sr-only' }, 'Criteria down, options across'),
        make(
          'thead',
          {},
          make(
            'tr',
            {},
            make('th', { scope: 'col' }, 'Criterion'),
            ...columns.map(({ slug, name }) =>
              make('th', { scope: 'col' }, out(at(optionPath(slug)), '', name)),
            ),
          ),
        ),
        make(
          'tbody',
          {},
          ...rows.map((criterion) =>
            make(
              'tr',
              {},
              make(
                'th',
                { scope: 'row' },
                out(at(criterionPath(criterion.slug)), '', criterion.name),
              ),
              ...columns.map(({ slug, candidate }) => {
                const rating = ratingOf(candidate, criterion);
                const { scale } = criterion;
                const value = make(
                  'span',
                  { className: ['rating', ...ballClasses(scale, rating)].join(' ') },
                  ratingLabel(scale, rating),
                );
                return make(
                  'td',
                  {},
                  out(at(optionPath(slug, criterion.slug)), 'plain-link', value),
                );
              }),
            ),
          ),
        ),
      ),
    );
    this.hidden = false;

    const title = listed(columns.map(({ name }) => name));
    document.title = `${title} · ${document.title.split(' · ').at(-1) ?? ''}`;
    const whole = at(comparePath(picksQuery(ways)));
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-whole]'))
      link.href = whole;
    find(document, 'h1 a', HTMLAnchorElement).textContent = title;
  }
}

customElements.define('framed-comparison', FramedComparison);
