/** The verdict: who is on the shortlist, what speaks for and against each, and what to test. */

import type { ComponentChildren, JSX } from 'preact';
import { argumentFor } from '../../decision/argument.ts';
import { namedFirst, type Standing } from '../../decision/conclusion.ts';
import { checkText, groundText } from '../../words/argument-words.ts';
import { listed } from '../../words/sentences.ts';
import {
  countsText,
  joinText,
  modesText,
  standingName,
  topShareText,
  verdictText,
  waitsForShares,
} from '../../words/verdict.ts';
import { analysisIn } from './analyst.ts';
import { conclusionIn, OptionLink, rankedOf, wordsOf, type ResultProps } from './result-parts.tsx';

interface Props extends ResultProps {
  /** What can be done with the answer. */
  readonly children?: ComponentChildren;
}

export function Verdict(props: Props): JSX.Element {
  const { names, outcome, progress, onChange, children } = props;
  const conclusion = conclusionIn(props);
  const waits = progress === 'pending' && waitsForShares(outcome.conclusion);
  const members = namedFirst(conclusion);
  const joins = 'joins' in conclusion && !waits ? conclusion.joins : [];
  const isMany = conclusion.kind === 'undecided';
  return (
    <>
      <div role="status" class="headline min-h-17" aria-busy={waits}>
        <p class={`font-serif text-xl font-semibold ${waits ? 'text-soft' : ''}`}>
          {waits ? 'The verdict is being worked out …' : verdictText(conclusion, names)}
        </p>
        <p class="mt-1 text-sm text-soft">
          {conclusion.kind === 'unanswered'
            ? ''
            : `${countsText(outcome.recommendation, props.names)}. `}
          {basisText(props)}
        </p>
      </div>
      {children}
      {isMany ? (
        <Undecided {...props} members={members} />
      ) : (
        <div class="mt-3 grid gap-1.5">
          {members.map((standing, i) => (
            <Member
              key={standing.option}
              {...props}
              standing={standing}
              isAlone={members.length === 1}
              isOpen={i === 0}
            />
          ))}
        </div>
      )}
      {conclusion.kind === 'awaits' && !waits && onChange !== undefined && (
        <p class="mt-3 text-sm">
          Answer next: <QuestionLink question={conclusion.question} names={names} />
        </p>
      )}
      {joins.length > 0 && (
        <ul class="mt-3 grid gap-1 border-t border-line pt-2 text-sm text-soft">
          {joins.map((join) => (
            <li key={join.option}>{joinText(join, names)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the verdict rests on, where that must be told. */
function basisText({ names, outcome, progress }: ResultProps): string | null {
  if (!waitsForShares(outcome.conclusion)) return null;
  if (progress === 'pending') return null;
  if (progress === 'failed') {
    return 'The simulations could not be run here: this rests on scores alone.';
  }
  const { conclusion, robust } = progress;
  const [first] = namedFirst(conclusion);
  return first === undefined || conclusion.kind !== 'leader'
    ? null
    : topShareText(first.option, robust, names);
}

/** Those that are not told apart, and the question that would do most to. */
function Undecided({
  names,
  outcome,
  onChange,
  members,
}: ResultProps & { readonly members: readonly Standing[] }): JSX.Element {
  const [next] = outcome.next;
  return (
    <div class="mt-3 text-sm">
      <p>{listed(members.map((standing) => standingName({ ...standing, mode: null }, names)))}.</p>
      {next !== undefined && next.change > 0 && onChange !== undefined && (
        <p class="mt-2">
          Most useful next: <QuestionLink question={next.question} names={names} />
        </p>
      )}
    </div>
  );
}

/** Leads to a question further down, and opens what it is folded away in. */
function QuestionLink({
  question,
  names,
}: Pick<ResultProps, 'names'> & { readonly question: string }): JSX.Element {
  return (
    <a
      href={`#ask-${question}`}
      onClick={() => {
        for (let at = document.getElementById(`ask-${question}`); at !== null;) {
          if (at instanceof HTMLDetailsElement) at.open = true;
          at = at.parentElement;
        }
      }}
    >
      {names.question(question)}
    </a>
  );
}

interface MemberProps extends ResultProps {
  readonly standing: Standing;
  readonly isAlone: boolean;
  readonly isOpen: boolean;
}

function Member(props: MemberProps): JSX.Element | null {
  const { names, base, standing, isAlone, isOpen } = props;
  const ranked = rankedOf(props, standing);
  if (ranked === undefined) return null;
  const modes = modesText(ranked, names);
  const name = standingName({ ...standing, mode: null }, names);
  const head = (
    <>
      <strong>{name}</strong>
      {modes !== null && <span class="text-sm text-soft">, {modes}</span>}
    </>
  );
  if (isAlone) {
    return (
      <div>
        <p>
          <OptionLink base={base} option={standing.option}>
            {name}
          </OptionLink>
          {modes !== null && <span class="text-sm text-soft">, {modes}</span>}
        </p>
        <Case {...props} />
      </div>
    );
  }
  return (
    <details name="member" open={isOpen}>
      <summary>{head}</summary>
      <div class="pb-1 pl-4.5">
        <Case {...props} />
        <p class="mt-1 text-sm">
          <OptionLink base={base} option={standing.option}>
            All about {names.option(standing.option)}
          </OptionLink>
        </p>
      </div>
    </details>
  );
}

/** Three reasons for, one against, one thing to test. */
export function Case(props: ResultProps & { readonly standing: Standing }): JSX.Element | null {
  const { release, outcome, standing } = props;
  const ranked = rankedOf(props, standing);
  if (ranked === undefined) return null;
  const {
    for: reasons,
    against,
    check,
  } = argumentFor(release.model, outcome.preferences, outcome.recommendation, ranked);
  const words = wordsOf(props);
  return (
    <ul class="case mt-1 grid gap-1 text-sm">
      {reasons.map((ground, i) => (
        <li key={i} class="relative pl-5">
          <Sign text="+" class="text-good" />
          <span class="sr-only">For: </span>
          {groundText(words, ranked, ground)}
        </li>
      ))}
      {against !== null && (
        <li class="relative pl-5">
          <Sign text="−" class="text-poor" />
          <span class="sr-only">Against: </span>
          {groundText(words, ranked, against)}
        </li>
      )}
      {check !== null && (
        <li class="relative pl-5">
          <Sign text="?" class="text-fair" />
          <strong>Test first.</strong> {checkText(words, check)}
          {check.kind === 'rating' && (
            <>
              {' '}
              <OptionLink base={props.base} option={standing.option} criterion={check.criterion}>
                What is known
              </OptionLink>
            </>
          )}
        </li>
      )}
    </ul>
  );
}

function Sign({
  text,
  class: colour,
}: {
  readonly text: string;
  readonly class: string;
}): JSX.Element {
  return (
    <span class={`absolute left-0.5 font-semibold ${colour}`} aria-hidden="true">
      {text}
    </span>
  );
}

/** The frame of a verdict. */
export const VERDICT = 'border border-t-3 border-line border-t-accent bg-card px-4 py-3';

/** The share of samples in which an option is best or practically so; null where nothing was sampled. */
export function topShareOf(
  { progress }: Pick<ResultProps, 'progress'>,
  option: string,
): number | null {
  const robust = analysisIn(progress)?.robust ?? null;
  return robust?.topShares[robust.options.indexOf(option)] ?? null;
}
