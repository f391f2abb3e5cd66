/** Cases from practice: answers and options that exist, and something to expect of them. */

import { faultAt, type Check, type Content } from '../content.ts';
import type { Fault } from '../fault.ts';
import { mustBeAnswer, mustExist } from './references.ts';

type Case = Content['practice'][number];

export const checkPractice: Check = (content) => [
  ...content.practice.flatMap((one) => [
    ...answers(content, one),
    ...names(content, one),
    ...exit(content, one),
  ]),
  ...sourceIds(content),
];

/** All cases are on one page, where an id of a source must mean one of them. */
function sourceIds(content: Content): Fault[] {
  const first = new Map<string, Case>();
  return content.practice.flatMap((one) =>
    Object.keys(one.data.sources).flatMap((id) => {
      const other = first.get(id);
      if (other === undefined) {
        first.set(id, one);
        return [];
      }
      return [
        faultAt(
          one,
          ['sources', id],
          {
            problem: 'Another case, which is on the same page, declares a source of this id.',
            found: `${id}, also in ${other.document.file}`,
            fix: 'Choose another id, or declare the source once in content/sources/.',
          },
          'key',
        ),
      ];
    }),
  );
}

function answers(content: Content, one: Case): Fault[] {
  return Object.entries(one.data.answers).flatMap(([question, answer]) => {
    const path = ['answers', question];
    return mustBeAnswer(content, one, question, path, answer, path);
  });
}

function names(content: Content, one: Case): Fault[] {
  const legal = content.slugs('options');
  const { chosen, expected } = one.data;
  const expectedOptions = expected.kind === 'exit' ? [] : expected.options;
  return [
    ...chosen.options.flatMap((slug, i) =>
      mustExist(one, ['chosen', 'options', i], slug, 'option', legal),
    ),
    ...expectedOptions.flatMap((slug, i) =>
      mustExist(one, ['expected', 'options', i], slug, 'option', legal),
    ),
  ];
}

/** Where a case is expected to be told that there may be nothing to choose, one of its answers says so. */
function exit(content: Content, one: Case): Fault[] {
  if (one.data.expected.kind !== 'exit') return [];
  const given = Object.entries(one.data.answers);
  const leads = given.some(([question, answer]) =>
    content.questions
      .find(({ slug }) => slug === question)
      ?.data.answers.some(
        ({ slug, exit: told }) => told !== undefined && [answer].flat().includes(slug),
      ),
  );
  if (leads) return [];
  return [
    faultAt(one, ['expected', 'kind'], {
      problem: 'None of the answers leads out of the questionnaire.',
      found: given.map(([question]) => question).join(', '),
      fix: 'Give an answer that has an “exit”, or expect something else.',
    }),
  ];
}
