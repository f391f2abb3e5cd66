/** Small drawings of a recommendation. Each is beside the same in words or numbers. */

import type { JSX } from 'preact';
import type { Contribution } from '../../decision/score.ts';
import type { NameOf } from '../../words/sentences.ts';

const WIDTH = 200;

/** A share as the length of a bar. */
export function ShareBar({ share }: { readonly share: number }): JSX.Element {
  return (
    <svg
      class="inline-block h-2.5 w-full min-w-12"
      viewBox={`0 0 ${String(WIDTH)} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="fill-sunk" width={WIDTH} height={10} />
      <rect class="fill-accent" width={share * WIDTH} height={10} />
    </svg>
  );
}

/** How often an option takes which rank: one bar for each rank that occurs. */
export function RankPlot({ shares }: { readonly shares: readonly number[] }): JSX.Element {
  const width = WIDTH / shares.length;
  return (
    <svg
      class="block h-6.5 w-full max-w-120"
      viewBox={`0 0 ${String(WIDTH)} 24`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {shares.map(
        (share, rank) =>
          share > 0 && (
            <rect
              key={rank}
              class={rank === 0 ? 'fill-accent' : 'fill-rule'}
              x={rank * width + 0.5}
              y={24 - share * 24}
              width={Math.max(1, width - 1)}
              height={share * 24}
            />
          ),
      )}
    </svg>
  );
}

/** What makes up a score: weight as width, value as filled share; hatched where it is assumed. */
export function ContributionPlot({
  contributions,
  factorName,
}: {
  readonly contributions: readonly Contribution[];
  readonly factorName: NameOf;
}): JSX.Element {
  let x = 0;
  return (
    <svg
      class="block h-6.5 w-full max-w-120"
      viewBox={`0 0 ${String(WIDTH)} 16`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {contributions
        .filter((c) => c.weight > 0)
        .map((c) => {
          const left = x;
          const width = c.weight * WIDTH;
          x += width;
          return (
            <g key={c.factor}>
              <title>{factorName(c.factor)}</title>
              <rect
                class="fill-sunk"
                x={left}
                y={0}
                width={Math.max(0.5, width - 0.8)}
                height={16}
              />
              <rect
                class={
                  c.assumed ? 'fill-accent/40 stroke-accent [stroke-dasharray:2_2]' : 'fill-accent'
                }
                x={left}
                y={16 - (c.value ?? 0) * 16}
                width={Math.max(0.5, width - 0.8)}
                height={(c.value ?? 0) * 16}
              />
            </g>
          );
        })}
    </svg>
  );
}
