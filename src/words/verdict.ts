/** The verdict on a recommendation in words. Each sentence is made from the conclusion alone. */

import type { Acceptability } from '../decision/acceptability.ts';
import type { Conclusion, Join, Standing } from '../decision/conclusion.ts';
import type { Ranked, Recommendation } from '../decision/recommend.ts';
import type { Names } from './names.ts';
import { counted, listed, percent } from './sentences.ts';

/** The names that verdicts need. */
export type VerdictNames = Pick<
  Names,
  'option' | 'mode' | 'status' | 'question' | 'answer' | 'current' | 'maker'
>;

/** An option with what readers must know wherever it is put first: its mode, and that it is on its way out. */
export function standingName({ option, mode }: Standing, names: VerdictNames): string {
  const status = names.status(option);
  const name = status === null ? names.option(option) : `${names.option(option)} (${status})`;
  return mode === null ? name : `${name}, as ${names.mode(option, mode)}`;
}

/** The modes that an option stands as: “as one server”, “either way: as one server or as three”; null where it has none. */
export function modesText(
  { option, mode, alike }: Pick<Ranked, 'option' | 'mode' | 'alike'>,
  names: Pick<Names, 'mode'>,
): string | null {
  if (mode === null) return null;
  if (alike.length < 2) return `as ${names.mode(option, mode)}`;
  return `${alike.length === 2 ? 'either way' : 'in any of these ways'}: ${listed(
    alike.map((slug) => `as ${names.mode(option, slug)}`),
    'or',
  )}`;
}

/** What an option lacks to be on the shortlist: “Rooibos would join if …”. */
export function joinText(
  { option, mode, criteria }: Join,
  names: VerdictNames & Pick<Names, 'factor'>,
): string {
  const unknown = listed(criteria.map((slug) => names.factor(slug)));
  return `${subject({ option, mode }, names)} would be on the shortlist if what no source tells of it were as good: ${unknown}.`;
}

/** How many options are left, and how many are not. */
export function countsText(
  { proven, ifConfirmed, eliminated }: Recommendation,
  { maker }: Pick<Names, 'maker'>,
): string {
  return [
    counted(proven.length, 'option meets everything', 'options meet everything'),
    ...(ifConfirmed.length > 0 ? [`${String(ifConfirmed.length)} if the ${maker} confirms`] : []),
    `${String(eliminated.length)} out`,
  ].join(', ');
}

/** Whether a conclusion by scores alone may change once shares are there. */
export function waitsForShares(conclusion: Conclusion): boolean {
  return 'basis' in conclusion && conclusion.basis === 'scores';
}

/** An option as the subject of a sentence: a mode is set off by commas. */
function subject(standing: Standing, names: VerdictNames): string {
  return standing.mode === null
    ? standingName(standing, names)
    : `${standingName(standing, names)},`;
}

/** The verdict as one sentence. */
export function verdictText(conclusion: Conclusion, names: VerdictNames): string {
  const ifConfirmed = (confirmed: boolean): string =>
    confirmed ? '' : `, if the ${names.maker} confirms what is open`;
  switch (conclusion.kind) {
    case 'none':
      return 'No option meets all requirements.';
    case 'unanswered':
      return 'Answer a question or two to get a shortlist.';
    case 'unweighed':
      return `${conclusion.confirmed ? counted(conclusion.left.length, 'option meets', 'options meet') : counted(conclusion.left.length, 'option might meet', 'options might meet')} your requirements${ifConfirmed(conclusion.confirmed)}. Nothing that you answered ranks them yet.`;
    case 'only-left': {
      const name = subject(conclusion.first, names);
      if (conclusion.active && conclusion.confirmed) return `${name} is the only option left.`;
      const what = [
        ...(conclusion.confirmed ? [] : ['proven']),
        ...(conclusion.active ? [] : [names.current]),
      ].join(' and ');
      return `Nothing that is ${what} is left; ${name} would remain.`;
    }
    case 'only-proven':
      return `${subject(conclusion.first, names)} is the only one proven to meet everything; ${String(conclusion.ifConfirmed)} more if ${conclusion.ifConfirmed === 1 ? `its ${names.maker}` : `the ${names.maker} of each`} confirms.`;
    case 'awaits': {
      const { question, answer, shortlist } = conclusion;
      const out = listed(shortlist.map((s) => shortName(s, names)));
      return `Too early to name a leader. ${names.question(question)} “${names.answer(question, answer)}”, the likeliest answer, rules out ${out}.`;
    }
    case 'leader': {
      const [first] = conclusion.shortlist;
      return first === undefined
        ? ''
        : `${subject(first, names)} leads${ifConfirmed(conclusion.confirmed)}.`;
    }
    case 'shortlist':
      return `Shortlist: ${listed(conclusion.shortlist.map((s) => shortName(s, names)))}. Too close to call${ifConfirmed(conclusion.confirmed)}.`;
    case 'undecided':
      return `Your answers do not separate these ${String(conclusion.shortlist.length)} options${ifConfirmed(conclusion.confirmed)}.`;
  }
}

/** An option in a list, whose modes are told elsewhere. */
function shortName({ option }: Standing, names: VerdictNames): string {
  return standingName({ option, mode: null }, names);
}

/** How often an option is best or practically equal to the best; null where nothing was sampled. */
export function topShareText(
  option: string,
  robust: Acceptability | null,
  names: Pick<Names, 'option'>,
): string | null {
  const share = robust?.topShares[robust.options.indexOf(option)];
  return share === undefined
    ? null
    : `${names.option(option)} is best, or practically equal to the best, in ${percent(share)} of the simulations consistent with your answers.`;
}
