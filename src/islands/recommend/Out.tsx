/** The options that are out, and by what. */

import type { JSX } from 'preact';
import { ratingOf } from '../../decision/model.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import { listed, shortfallText } from '../../words/sentences.ts';
import { type ResultProps, criterionOf, optionOf } from './result-parts.ts';

export function EliminatedList({
  release,
  names,
  base,
  outcome,
  reasons,
}: ResultProps): JSX.Element | null {
  const { eliminated } = outcome.recommendation;
  if (eliminated.length === 0) return null;
  return (
    <section class="mt-5.5">
      <h3>Out, nearest misses first</h3>
      <ul class="out *:py-1">
        {eliminated.map(({ option, failed }) => {
          const found = optionOf(release, option);
          return (
            <li key={option}>
              <details>
                <summary>
                  <strong>{names.option(option)}</strong>{' '}
                  <span class="text-soft">
                    {failed.length === 1 ? 'misses only ' : 'misses '}
                    {listed([...new Set(failed.map((f) => names.factor(f.requirement.criterion)))])}
                  </span>
                </summary>
                {failed.map(({ requirement, verdict }, i) => {
                  const criterion = criterionOf(release, requirement.criterion);
                  if (criterion === undefined || found === undefined) return null;
                  const reason = reasons?.[option]?.[criterion.slug];
                  return (
                    <div key={i} class="miss mt-2.5 pl-4.5">
                      <p>
                        {shortfallText(criterion, ratingOf(found, criterion), requirement.clauses)}
                        {verdict === 'unproven' &&
                          ' That is not proven, and you leave out what is not.'}
                      </p>
                      {reason !== undefined && <p>{reason.why}</p>}
                      <p class="text-xs text-soft">
                        {reason?.sources.slice(0, 3).map(([title, url]) => (
                          <>
                            <a key={url} href={url} rel="noopener">
                              {title}
                            </a>
                            {' · '}
                          </>
                        ))}
                        <a href={underBase(base, optionPath(option, criterion.slug))}>
                          {criterion.name} of {names.option(option)}, with all sources
                        </a>
                      </p>
                    </div>
                  );
                })}
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
