/** That none of this may be needed, where answers say so, and what there is instead. */

import type { JSX } from 'preact';
import { guidePath, underBase } from '../../links/routes.ts';
import { INSTEAD } from '../../words/exits.ts';
import type { Exit } from '../../words/recommender-texts.ts';

interface Props {
  readonly exits: readonly Exit[];
  readonly base: string;
}

export function Exits({ exits, base }: Props): JSX.Element | null {
  if (exits.length === 0) return null;
  return (
    <aside class="note mb-3">
      {exits.map(({ text, guide }) => (
        <p key={text}>
          {text} <a href={underBase(base, guidePath(guide.slug))}>{INSTEAD}</a>
        </p>
      ))}
    </aside>
  );
}
