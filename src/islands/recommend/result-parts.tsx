/** What the parts of the answer have in common: what they are shown from, and their words. */

import type { ComponentChildren, JSX } from 'preact';
import type { Outcome } from '../../decision/analysis.ts';
import type { Conclusion, Standing } from '../../decision/conclusion.ts';
import type { Lead } from '../../decision/evaluation.ts';
import { candidateOf, ratingOf, type Criterion } from '../../decision/model.ts';
import type { BareRating } from '../../decision/rating.ts';
import { leadingBand, type Ranked } from '../../decision/recommend.ts';
import type { AskState } from '../../links/ask.ts';
import { optionPath, underBase } from '../../links/routes.ts';
import type { OpenedRelease } from '../../links/release.ts';
import type { ArgumentContext } from '../../words/argument-words.ts';
import type { Names } from '../../words/names.ts';
import type { Reason } from '../../words/reason.ts';
import type { OptionTexts } from '../../words/recommender-texts.ts';
import { listed } from '../../words/sentences.ts';
import { opensElsewhere } from '../modifier-keys.ts';
import { analysisIn, type Progress } from './analyst.ts';

export interface ResultProps {
  readonly release: OpenedRelease;
  readonly names: Names;
  readonly texts: Readonly<Record<string, OptionTexts>>;
  readonly base: string;
  readonly state: AskState;
  readonly outcome: Outcome;
  readonly progress: Progress;
  /** The address of another state; without it, nothing can be changed here. */
  readonly linkTo?: (state: AskState) => string;
  readonly onChange?: (state: AskState) => void;
  /** The reason for a rating, where the page is made with all of them; else they are fetched. */
  readonly reasonFor?: (standing: Standing, criterion: string) => Reason | null;
}

/** What the words for arguments are made from. */
export const wordsOf = ({ release, names, outcome }: ResultProps): ArgumentContext => ({
  model: release.model,
  factors: outcome.recommendation.factors,
  names,
});

/** The verdict: by shares where they are there, else by scores alone. */
export const conclusionIn = ({
  outcome,
  progress,
}: Pick<ResultProps, 'outcome' | 'progress'>): Conclusion =>
  (analysisIn(progress) ?? outcome).conclusion;

/** An option that is left, as it is ranked. */
export function rankedOf({ outcome }: ResultProps, { option }: Standing): Ranked | undefined {
  return leadingBand(outcome.recommendation).find((ranked) => ranked.option === option);
}

/** The rating of an option as one of its modes. */
export function ratingIn(
  { release }: ResultProps,
  { option: slug, mode }: Standing,
  criterion: Criterion,
): BareRating {
  const option = release.model.options.find((o) => o.slug === slug);
  if (option === undefined) return { state: 'unrated' };
  return ratingOf(candidateOf(option, mode), criterion);
}

export const criterionOf = ({ model }: OpenedRelease, slug: string): Criterion | undefined =>
  model.criteria.find((c) => c.slug === slug);

/** Who would lead: “Black tea would lead”, “Black tea and Rooibos would share the lead, if confirmed”. */
export function leadText({ band, options }: Lead, names: Pick<Names, 'option' | 'maker'>): string {
  if (band === null) return 'nothing would be left';
  const who = options.map((slug) => names.option(slug));
  const verb = who.length === 1 ? 'would lead' : 'would share the lead';
  const some = who.length > 4 ? `${String(who.length)} options` : listed(who);
  return `${some} ${verb}${band === 'proven' ? '' : `, if the ${names.maker} confirms`}`;
}

/** The state in which nothing is required of some criteria, whatever the answers say. */
export function waive(state: AskState, criteria: readonly string[]): AskState {
  const others = state.requirements.filter((r) => !criteria.includes(r.criterion));
  const waived = criteria.map((criterion) => ({ criterion, clauses: [] }));
  return { ...state, requirements: [...others, ...waived] };
}

interface StateLinkProps {
  readonly linkTo: ResultProps['linkTo'] | undefined;
  readonly onChange: ResultProps['onChange'] | undefined;
  readonly to: AskState;
  readonly children: ComponentChildren;
}

/** A link to another state of the page; plain text where there is no such page. */
export function StateLink({ to, linkTo, onChange, children }: StateLinkProps): JSX.Element {
  if (linkTo === undefined) return <>{children}</>;
  return (
    <a
      href={linkTo(to)}
      onClick={(event) => {
        if (onChange === undefined || opensElsewhere(event)) return;
        event.preventDefault();
        onChange(to);
      }}
    >
      {children}
    </a>
  );
}

/** A link to an option, or to one of its ratings. */
export function OptionLink({
  base,
  option,
  criterion,
  children,
}: {
  readonly base: string;
  readonly option: string;
  readonly criterion?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return <a href={underBase(base, optionPath(option, criterion))}>{children}</a>;
}
