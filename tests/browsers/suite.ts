/**
 * What holds in each browser beside Chromium: every template, the journeys of readers, and what
 * browsers do differently.
 */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cutPanels } from '../cut-panels.ts';
import { AXE_SOURCE } from '../axe.ts';
import { figuresOf, QUERIES } from '../recommendations.ts';
import { leadsOn, pagePaths, SITES, templateOf, type Site } from '../sites.ts';
import type { Driven } from './driven.ts';
import type { Installed } from './installed.ts';
import { watchedSite, type WatchedSite } from './watched-site.ts';

const [real] = SITES as [Site, ...Site[]];
const WIDE = [1280, 800] as const;
const NARROW = [360, 740] as const;
const FRAME = `<!doctype html><title>Frame</title><iframe width="${String(NARROW[0])}" height="${String(NARROW[1])}"></iframe>`;

/** What the script has noted that the server puts into each page. */
interface Watching {
  readonly watched: { readonly wrongs: string[]; readonly fromCache: boolean };
}

/** One page of each template, as a path. */
function templates(): readonly string[] {
  const paths = pagePaths(real).filter((path) => !leadsOn(real, path));
  return [...new Map(paths.map((path) => [templateOf(path), path])).values()];
}

/** What the tests of a browser work with, once it is open. */
export interface Opened {
  readonly browser: Driven;
  readonly site: WatchedSite;
  /** Opens a page of the site and waits until its scripts are there. */
  readonly go: (path: string) => Promise<void>;
}

/**
 * Declares the tests for a browser; they are skipped where it is not installed.
 *
 * @param more tests that this browser alone is held to
 */
export function suiteFor(
  installed: Installed,
  open: (path: string) => Promise<Driven>,
  more: (opened: () => Opened) => void = () => undefined,
): void {
  describe.skipIf(installed.path === undefined)(installed.name, () => {
    let browser: Driven;
    let site: WatchedSite;
    let frame: string;
    /** The address of the checker of accessibility. */
    let axe: string;
    // What could not be opened needs no closing.
    let close: readonly (() => Promise<void> | void)[] = [];

    beforeAll(async () => {
      site = await watchedSite(real);
      close = [site.close];
      frame = site.add('frame.html', 'text/html', FRAME);
      axe = site.add('axe.js', 'text/javascript', AXE_SOURCE);
      browser = await open(installed.path ?? '');
      close = [site.close, browser.close];
      await browser.resize(...WIDE);
    });
    afterAll(async () => {
      for (const each of close) await each();
    });
    beforeEach(async () => {
      // Each begins as a first visit, on a page without a part in any.
      await browser.goto(frame);
      await browser.evaluate(() => {
        localStorage.clear();
      });
      browser.log.length = 0;
    });

    const ready = (): Promise<boolean> =>
      browser.until(
        () =>
          document.readyState === 'complete' && document.querySelector(':not(:defined)') === null,
      );
    const go = async (path: string): Promise<void> => {
      await browser.goto(site.url(path));
      await ready();
    };
    /** Expects that nothing was noted against the page. */
    const expectClean = async (): Promise<void> => {
      const { wrongs } = await browser.evaluate(() => (globalThis as unknown as Watching).watched);
      expect([...wrongs, ...browser.log]).toEqual([]);
    };
    /** Waits until the address is a path with its query. */
    const arrive = (address: string): Promise<unknown> =>
      browser.until((end) => (location.pathname + location.search).endsWith(end), address);
    /** Waits until an element is seen whose words match a pattern. */
    const see = (selector: string, pattern: string): Promise<unknown> =>
      browser.until(
        (css, words) =>
          [...document.querySelectorAll<HTMLElement>(css)].some(
            (element) =>
              element.checkVisibility({ visibilityProperty: true }) &&
              new RegExp(words).test(element.textContent.trim()),
          ),
        selector,
        pattern,
      );
    const gone = (selector: string): Promise<unknown> =>
      browser.until(
        (css) =>
          ![...document.querySelectorAll(css)].some((element) =>
            element.checkVisibility({ visibilityProperty: true }),
          ),
        selector,
      );
    /** Picks an option on its page. */
    const pick = async (slug: string, count: number): Promise<void> => {
      await go(`/options/${slug}/`);
      await browser.until(() =>
        ['compare-pick', 'compare-tray'].every((name) => customElements.get(name) !== undefined),
      );
      await browser.click('compare-pick button', '^Pick to compare');
      await browser.until((n) => document.querySelectorAll('compare-tray li').length === n, count);
    };
    /** Opens the matrix once its controls are there. */
    const openMatrix = async (query = ''): Promise<void> => {
      await go(`/matrix/${query}`);
      await see('matrix-view .quick button', 'More filters');
    };
    const status = (pattern: string): Promise<unknown> => see('matrix-view .status', pattern);
    /** Waits until the recommender has weighed, and gives its headline. */
    const headline = async (): Promise<string> =>
      browser.until(() => {
        const text = document.querySelector('.headline > :first-child')?.textContent ?? '';
        return text.includes('being worked out') ? '' : text;
      });
    /** Ticks what a reader may choose, by its name and value. */
    const choose = async (name: string, value: string): Promise<void> => {
      await browser.until(() => document.querySelector('#recommender[data-waits]') === null);
      await browser.click(`label:has(> [name="${name}"][value="${value}"])`);
    };

    describe('every template', () => {
      test.each(templates())('%s', async (path) => {
        // Loaded once, in a frame that becomes narrow: not every browser has such a window.
        const found = await browser.evaluate(
          async (url, axeUrl, sizes) => {
            const element = document.querySelector('iframe');
            if (element === null) return null;
            const loaded = (part: HTMLElement): Promise<unknown> =>
              new Promise((resolve, reject) => {
                part.onload = resolve;
                part.onerror = reject;
              });
            const resize = ([width, height]: readonly [number, number]): void => {
              element.width = String(width);
              element.height = String(height);
            };
            resize(sizes.wide);
            element.src = url;
            await loaded(element);
            const page = element.contentDocument;
            const view = element.contentWindow as (typeof globalThis & Watching) | null;
            if (page === null || view === null) return null;
            for (let i = 0; page.querySelector(':not(:defined)') !== null && i < 500; i += 1) {
              await new Promise((resolve) => setTimeout(resolve, 20));
            }
            const overflow = (): number =>
              page.documentElement.scrollWidth - page.documentElement.clientWidth;
            const wide = overflow();
            const script = page.createElement('script');
            script.src = axeUrl;
            page.head.append(script);
            await loaded(script);
            const { violations } = await view.axe.run({
              runOnly: ['link-in-text-block'],
              resultTypes: ['violations'],
            });
            resize(sizes.narrow);
            for (let i = 0; i < 2; i += 1) await new Promise(view.requestAnimationFrame);
            return {
              toldByColour: violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
              wide,
              narrow: overflow(),
              wrongs: view.watched.wrongs,
            };
          },
          site.url(path),
          axe,
          { wide: WIDE, narrow: NARROW },
        );
        expect(found).toEqual({
          toldByColour: [],
          // The page of the matrix scrolls sideways with its table.
          wide: path === '/matrix/' ? (expect.any(Number) as unknown) : 0,
          narrow: 0,
          wrongs: [],
        });
        expect(browser.log).toEqual([]);
      });
    });

    test('links in running text and terms are told by a line', async () => {
      await go('/options/k3s/');
      const lines = await browser.evaluate(() =>
        ['main .prose p a', 'main p a', '[class*=term]'].map((selector) => {
          const found = document.querySelector(selector);
          return found === null ? selector : getComputedStyle(found).textDecorationLine;
        }),
      );
      expect(lines).toEqual(['underline', 'underline', 'underline']);
    });

    test('on a phone, the address of a rating far down leads to it', async () => {
      await browser.goto(frame);
      await browser.evaluate((url) => {
        document.querySelector('iframe')?.setAttribute('src', url);
      }, site.url('/options/k3s/#supply-chain'));
      // Where it is comes to rest: twice in a row, at the top of the window.
      await browser.until(async () => {
        const top = (): number => {
          const found = document.querySelector('iframe')?.contentDocument?.querySelector(':target');
          return Math.round(found?.getBoundingClientRect().top ?? -1);
        };
        const before = top();
        await new Promise((resolve) => setTimeout(resolve, 200));
        return top() === before && before >= 0 && before < 60;
      });
    });

    describe('the matrix', () => {
      test('is filtered by typing, and back undoes it', async () => {
        await openMatrix();
        await browser.click('[name=q]');
        await browser.type('dqlite');
        await status('^2 of 25 options');
        await arrive('/matrix/?q=dqlite');
        await browser.back();
        await status('^25 options');
        await arrive('/matrix/');
        await expectClean();
      });

      test('is filtered by a value, sorted, and handed on', async () => {
        await openMatrix();
        await browser.click('.quick button', '^More filters');
        await browser.click('.drawer summary', '^Platform');
        await browser.click('.drawer .facet label', '^Linux and Windows');
        await arrive('?mixed-node=linux-and-windows');
        await status('of 25 options match');
        await browser.click('.drawer-head button', '^Show results');
        await browser.click('.head', '^Memory');
        await browser.click('.head-menu [role=menuitemradio]', 'least first');
        await arrive('&sort=min-memory');
        await browser.click('.chip button', 'Remove Mixed node');
        await arrive('?sort=min-memory');
        await expectClean();
      });

      test('has the names of its choices beside them', async () => {
        await openMatrix();
        await browser.click('.tools button', '^View and sort');
        await see('#matrix-arrange', 'Non-matching options');
        const apart = await browser.evaluate(
          () =>
            [...document.querySelectorAll('#matrix-arrange fieldset')].filter((set) => {
              const [name, choice] = ['span', 'label, select'].map((part) =>
                set.querySelector(part)?.getBoundingClientRect(),
              );
              return (name?.bottom ?? 0) <= (choice?.top ?? 0);
            }).length,
        );
        expect(apart).toBe(0);
      });

      test('keeps its head and its first column in the window while the page scrolls', async () => {
        await openMatrix(
          '?columns=operations*,fit*,platform*,resilience*,scale*,edge*,governance*',
        );
        const places = await browser.evaluate(async () => {
          scrollTo({ left: 900, top: 900, behavior: 'instant' });
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          const placeOf = (selector: string): readonly number[] => {
            const { left, top } =
              document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(-9, -9);
            return [Math.round(left), Math.round(top)];
          };
          return [scrollX, scrollY, placeOf('.matrix thead th'), placeOf('.masthead')[0]];
        });
        expect(places.slice(0, 3)).toEqual([900, 900, [0, 0]]);
        expect(places[3]).toBeGreaterThanOrEqual(0);
        await browser.click('.head', '.');
        await see('.head-menu:popover-open', 'Full criterion');
        await browser.press('Escape');
        await gone('.head-menu:popover-open');
      });

      test('opens a reason wherever in the cell the reader presses', async () => {
        await openMatrix();
        const [x, y] = await browser.evaluate(() => {
          // The cell with the most blank below its words.
          const blanks = [...document.querySelectorAll<HTMLElement>('tbody tr')]
            .filter((row) => row.checkVisibility())
            .slice(0, 5)
            .flatMap((row) => [...row.querySelectorAll<HTMLElement>('td')].slice(0, 6))
            .map((cell) => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return [cell, cell.offsetHeight - range.getBoundingClientRect().height] as const;
            })
            .toSorted(([, a], [, b]) => b - a);
          const [cell] = blanks[0] ?? [];
          cell?.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { left, bottom, width } = cell?.getBoundingClientRect() ?? new DOMRect();
          return [left + width / 2, bottom - 4] as const;
        });
        await browser.clickAt(x, y);
        await see('.why:popover-open', '.');
        await browser.press('Escape');
        await gone('.why:popover-open');
      });

      test('has each reason wholly in the window, and keeps it there', async () => {
        await openMatrix();
        for (const part of [0, 0.5, 1]) {
          const { opened, cut } = await browser.evaluate(cutPanels, part, 8);
          expect(cut, String(part)).toEqual([]);
          expect(opened).toBeGreaterThan(5);
        }
        await browser.evaluate(() => {
          const cells = [...document.querySelectorAll<HTMLElement>('.matrix tbody .cell')];
          cells.findLast((cell) => cell.checkVisibility())?.click();
        });
        await see('.why:popover-open', '.');
        try {
          await browser.resize(700, 500);
          await browser.until(() => {
            const { left, top, right, bottom } =
              document.querySelector('.why:popover-open')?.getBoundingClientRect() ??
              new DOMRect(-9, -9);
            return left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
          });
        } finally {
          await browser.resize(...WIDE);
        }
      });
    });

    describe('the comparison', () => {
      test('is added to, widened and undone', async () => {
        await go('/compare/?options=k3s,microk8s');
        await see('.versus thead', 'K3s[^]*MicroK8s');
        await browser.evaluate(() => {
          const select = document.querySelector<HTMLSelectElement>('[name=add]');
          if (select === null) return;
          select.value = 'k0s';
          select.dispatchEvent(new Event('change', { bubbles: true }));
        });
        await arrive('?options=k3s,microk8s,k0s');
        await see('.versus thead', 'k0s');
        await browser.click('[name=identical]');
        await arrive('?options=k3s,microk8s,k0s&identical');
        await browser.click('.opener');
        await see('.because', 'Sources|\\d{4}');
        await browser.back();
        await arrive('?options=k3s,microk8s,k0s');
        await browser.back();
        await see('.versus thead', '^(?![^]*k0s)[^]*MicroK8s');
        await expectClean();
      });
    });

    describe('the recommender', () => {
      test('answers at once, and back takes an answer back', async () => {
        await go('/recommend/');
        await choose('uplink', 'weeks');
        await browser.until(() => location.search.includes('uplink=weeks'));
        const before = await headline();
        await choose('windows', 'hosts');
        await browser.until(() => location.search.includes('windows=hosts'));
        expect(await headline()).not.toBe(before);
        await browser.back();
        await browser.until(() => !location.search.includes('windows'));
        await browser.until(
          (text) => document.querySelector('.headline > :first-child')?.textContent === text,
          before,
        );
        await expectClean();
      });

      test.each(QUERIES)('has the figures of every other place: %s', async (query) => {
        await go(`/recommend/?${query}`);
        await headline();
        // Where one option is left the verdict is there at once, and the figures come after it.
        await browser.until(() =>
          [...document.querySelectorAll<HTMLButtonElement>('.ask button')].some(
            (button) => button.textContent === 'Download JSON' && !button.disabled,
          ),
        );
        const file = await browser.evaluate(
          () =>
            new Promise<string>((resolve) => {
              URL.createObjectURL = (blob) => {
                (blob as Blob).text().then(resolve, resolve);
                return '#';
              };
              HTMLAnchorElement.prototype.click = () => undefined;
              [...document.querySelectorAll<HTMLElement>('.ask button')]
                .find(({ textContent }) => textContent === 'Download JSON')
                ?.click();
            }),
        );
        expect(JSON.parse(file)).toEqual(await figuresOf(query));
      });

      test('holds an answer that the browser lets it write into the address no sooner than later', async () => {
        await go('/recommend/');
        await choose('uplink', 'weeks');
        await headline();
        const refused = await browser.evaluate(() => {
          const here = location.href;
          const write = (link: string): boolean => {
            try {
              history.replaceState(null, '', link);
            } catch {
              return false;
            }
            return location.href === link;
          };
          // WebKit allows 100 within seconds.
          let writes = 0;
          while (writes < 250 && write(writes % 2 === 0 ? `${here}#spent` : here)) writes += 1;
          document.querySelector<HTMLInputElement>('[name=windows][value=hosts]')?.click();
          return writes < 250 && !location.search.includes('windows=hosts');
        });
        // Firefox has no limit while it is driven.
        expect(refused).toBe(installed.name === 'WebKit');
        await browser.until(
          () => document.querySelector('[name=windows][value=hosts]:checked') !== null,
        );
        expect(await headline()).not.toBe('');
        await browser.until(() => location.search.includes('windows=hosts'));
        await expectClean();
      });
    });

    test('the tray hides nothing of the answer', async () => {
      await pick('k3s', 1);
      await pick('microk8s', 2);
      await go(`/recommend/?${QUERIES[0] ?? ''}`);
      await headline();
      await browser.until(() => {
        const result = document.querySelector('#result');
        const last = result?.lastElementChild;
        const tray = document.querySelector('compare-tray')?.getBoundingClientRect();
        if (result === null || last == null || tray === undefined) return false;
        // Where it sticks, beside the questions.
        scrollTo({ top: 800, behavior: 'instant' });
        result.scrollTop = result.scrollHeight;
        return tray.height > 0 && last.getBoundingClientRect().bottom <= tray.top + 1;
      });
    });

    test('the search opens by keyboard and leads to the first result', async () => {
      await go('/criteria/');
      await browser.press('Control+k');
      await browser.until(() => document.activeElement?.matches('dialog[open] input'));
      await browser.type('microk8s');
      await see('dialog [aria-selected=true]', '^MicroK8s');
      await browser.press('ArrowDown');
      await browser.until(
        () =>
          document.querySelector('dialog [aria-selected=true]') !==
          document.querySelector('dialog [role=option]'),
      );
      await browser.press('ArrowUp');
      await see('dialog [aria-selected=true]', '^MicroK8s');
      await browser.press('Enter');
      await arrive('/options/microk8s/');
      await ready();
      await expectClean();
    });

    test('in the search, no stop of Tab but what can be used', async () => {
      await go('/criteria/');
      await browser.press('Control+k');
      await browser.until(() => document.activeElement?.matches('dialog[open] input'));
      await browser.type('memory');
      await see('dialog [role=option]', 'Minimum memory');
      const stops: string[] = [];
      for (let i = 0; i < 4; i++) {
        await browser.press('Tab');
        stops.push(await browser.evaluate(() => document.activeElement?.localName ?? ''));
      }
      // At the end of a round, some browsers stop at the whole dialog or window.
      const usable = ['a', 'button', 'input', 'dialog', 'body'];
      expect(stops.filter((name) => !usable.includes(name))).toEqual([]);
    });

    test('what is picked is in the tray of every page, until it is let go', async () => {
      await pick('k3s', 1);
      await pick('microk8s', 2);
      await go('/about/');
      await see('compare-tray a', '^Compare 2$');
      await browser.click('compare-tray button', 'Do not compare K3s');
      await see('compare-tray', 'Pick one more');
      await pick('k0s', 2);
      await browser.click('compare-tray a', '^Compare 2$');
      await arrive('/compare/?options=microk8s,k0s');
      await ready();
      await expectClean();
    });

    test('the theme is chosen once, and holds on the next page', async () => {
      const dark = (): boolean =>
        getComputedStyle(document.documentElement).colorScheme === 'dark' &&
        document.documentElement.dataset.theme === 'dark';
      await go('/about/');
      await browser.evaluate(() => {
        const button = document.querySelector<HTMLElement>('theme-switch button');
        // From the system’s theme by way of the light one.
        button?.click();
        button?.click();
      });
      await browser.until(dark);
      await go('/glossary/');
      expect(await browser.evaluate(dark)).toBe(true);
      const value = await browser.evaluate(
        () => document.querySelector('theme-switch button')?.ariaLabel,
      );
      expect(value).toBe('Theme: dark');
    });

    describe('a page that is gone back to', () => {
      /** Goes back, and waits until the page is shown as it was left. */
      const back = async (path: string): Promise<void> => {
        // A step back from a page that is still loading may be lost.
        await browser.until(() => document.readyState === 'complete');
        await browser.back();
        await arrive(path);
        await browser.until(() => (globalThis as unknown as Watching).watched.fromCache);
      };

      test('tells what was picked since', async () => {
        await pick('k3s', 1);
        await pick('microk8s', 2);
        await back('/options/k3s/');
        await browser.until(() => document.querySelectorAll('compare-tray li').length === 2);
      });

      test('has the theme that was chosen since', async () => {
        await go('/about/');
        await go('/glossary/');
        await browser.evaluate(() => {
          const button = document.querySelector<HTMLElement>('theme-switch button');
          for (let i = 0; document.documentElement.dataset.theme !== 'dark' && i < 3; i += 1) {
            button?.click();
          }
        });
        await back('/about/');
        await browser.until(
          () =>
            document.documentElement.dataset.theme === 'dark' &&
            document.querySelector('theme-switch button')?.ariaLabel === 'Theme: dark',
        );
      });
    });

    test('a page that was read is there without a network', async () => {
      const kept = await watchedSite(real, true);
      try {
        await browser.goto(kept.url('/about/'));
        await browser.until(() =>
          navigator.serviceWorker.ready.then(({ active }) => active?.state === 'activated'),
        );
        await browser.goto(kept.url('/options/k3s/'));
        await browser.until(
          async () =>
            navigator.serviceWorker.controller !== null &&
            (await caches.match(location.href, { ignoreSearch: true })) !== undefined,
        );
        await browser.goto(kept.url('/about/'));
        kept.close();
        await browser.goto(kept.url('/options/k3s/'));
        await see('h1', 'K3s');
        await ready();
      } finally {
        kept.close();
      }
    });

    more(() => ({ browser, site, go }));
  });
}
