/** Questions: answers that can be read, and that ask for something that some option could have. */

import { NEUTRAL_ANSWERS } from '../../decision/questionnaire.ts';
import { RESERVED_SLUGS } from '../../links/reserved-slugs.ts';
import { canBeEnough, levelsWorstFirst, type Scale } from '../../decision/scale.ts';
import { formatExactly } from '../../words/label.ts';
import { canBeWeighed } from '../../decision/value-table.ts';
import { faultAt, type Check, type Content } from '../content.ts';
import type { FieldPath } from '../document.ts';
import { listNames, quote, type Fault } from '../fault.ts';
import type { QuestionData } from '../schemas/question.ts';
import { mustExist } from './references.ts';
import { requirementFaults } from './requirements.ts';

type Question = Content['questions'][number];
type Answer = QuestionData['answers'][number];

export const checkQuestions: Check = (content) =>
  content.questions.flatMap((question) => [
    ...reserved(question),
    ...sameAnswers(question),
    ...question.data.answers.flatMap((answer, a) => {
      const at = ['answers', a] as const;
      return [
        ...answerSlug(question, at, answer, a),
        ...requires(content, question, at, answer),
        ...weighs(content, question, at, answer),
        ...wants(content, question, at, answer),
        ...enough(content, question, at, answer),
        ...exit(content, question, at, answer),
      ];
    }),
    ...formerAnswers(content, question),
  ]);

function reserved(question: Question): Fault[] {
  if (!RESERVED_SLUGS.some((word) => word === question.slug)) return [];
  return [
    faultAt(question, [], {
      problem: 'This file name is a word that links use for themselves.',
      found: question.slug,
      allowed: `any slug but ${listNames(RESERVED_SLUGS)}`,
      fix: 'Rename the file.',
    }),
  ];
}

function answerSlug(question: Question, at: FieldPath, answer: Answer, index: number): Fault[] {
  const taken =
    NEUTRAL_ANSWERS.some((word) => word === answer.slug) ||
    question.data.answers.findIndex((other) => other.slug === answer.slug) < index;
  if (!taken) return [];
  return [
    faultAt(question, [...at, 'slug'], {
      problem: 'This answer is there already.',
      found: answer.slug,
      fix: `Choose another slug; every question has ${listNames(NEUTRAL_ANSWERS)} of its own.`,
    }),
  ];
}

/** Answers that readers could not tell apart. */
function sameAnswers(question: Question): Fault[] {
  const texts = question.data.answers.map(({ text }) => text.toLowerCase());
  return question.data.answers.flatMap(({ text }, a) =>
    texts.indexOf(text.toLowerCase()) === a
      ? []
      : [
          faultAt(question, ['answers', a, 'text'], {
            problem: 'Another answer to this question reads the same.',
            found: quote(text),
            fix: 'Reword one of them.',
          }),
        ],
  );
}

/** An exit leads to a guide that there is, and only an exit does. */
function exit(content: Content, question: Question, at: FieldPath, answer: Answer): Fault[] {
  const { exit: told, exitGuide: guide } = answer;
  if (told === undefined && guide === undefined) return [];
  if (told === undefined || guide === undefined) {
    const [there, missing] = told === undefined ? ['exitGuide', 'exit'] : ['exit', 'exitGuide'];
    return [
      faultAt(question, [...at, there], {
        problem: `There is an “${there}” and no “${missing}”.`,
        fix: 'Give both: what there is instead, and the guide that says more of it.',
      }),
    ];
  }
  const path = [...at, 'exitGuide'];
  return mustExist(question, path, guide, 'guide', content.slugs('guides'));
}

function requires(content: Content, question: Question, at: FieldPath, answer: Answer): Fault[] {
  return Object.entries(answer.requires).flatMap(([slug, text]) => {
    const faults = requirementFaults(content, question, [...at, 'requires', slug], slug, text);
    const kind = content.criteria.find((c) => c.slug === slug)?.data.scale.kind;
    const both = answer.weighs[slug] !== undefined;
    if (both && (kind === 'flag' || kind === 'choice')) {
      faults.push(
        faultAt(question, [...at, 'weighs', slug], {
          problem: 'The answer both requires and weighs this, which would count it twice.',
          fix: 'Keep one of the two.',
        }),
      );
    }
    return faults;
  });
}

function weighs(content: Content, question: Question, at: FieldPath, answer: Answer): Fault[] {
  const families = content.site.data.families.map((family) => family.slug);
  const legal = [...content.slugs('criteria'), ...families];
  return Object.entries(answer.weighs).flatMap(([slug, steps]) => {
    const path = [...at, 'weighs', slug];
    const missing = mustExist(question, path, slug, 'criterion or family', legal, 'key');
    if (missing.length > 0) return missing;
    if (steps === 0) {
      return [
        faultAt(question, path, {
          problem: 'Nought steps change nothing.',
          fix: 'Give a number of steps, or remove the line.',
        }),
      ];
    }
    const criterion = content.criteria.find((c) => c.slug === slug);
    const family = criterion?.data.family;
    if (family !== undefined) {
      return [
        faultAt(question, path, {
          problem: 'This criterion is weighed with its family, so that it is counted once.',
          found: slug,
          allowed: family,
          fix: `Weigh “${family}” instead.`,
        }),
      ];
    }
    const wanted = answer.wants[slug] ?? [];
    const scale = criterion?.data.scale;
    if (scale === undefined || canBeWeighed(scale, wanted)) return [];
    return [
      faultAt(question, path, {
        problem: 'This criterion cannot be weighed, since its scale has no better and worse.',
        found: slug,
        fix:
          scale.kind === 'set'
            ? 'Say under “wants” which members are wanted.'
            : 'Require something of it, or give its scale an order.',
      }),
    ];
  });
}

function wants(content: Content, question: Question, at: FieldPath, answer: Answer): Fault[] {
  return Object.entries(answer.wants).flatMap(([slug, members]) => {
    const path = [...at, 'wants', slug];
    // A criterion with faults of its own may be one.
    const others = content.criteria.filter((c) => c.data.scale.kind !== 'set').map((c) => c.slug);
    const sets = content.slugs('criteria').filter((c) => !others.includes(c));
    const missing = mustExist(question, path, slug, 'set criterion', sets, 'key');
    const scale = content.criteria.find((c) => c.slug === slug)?.data.scale;
    if (missing.length > 0 || scale?.kind !== 'set') return missing;
    const legal = scale.members.map((member) => member.slug);
    return members.flatMap((member, m) =>
      mustExist(question, [...path, m], member, 'member', legal),
    );
  });
}

function enough(content: Content, question: Question, at: FieldPath, answer: Answer): Fault[] {
  return Object.entries(answer.enough).flatMap(([slug, value]) => {
    const path = [...at, 'enough', slug];
    const missing = mustExist(question, path, slug, 'criterion', content.slugs('criteria'), 'key');
    const criterion = content.criteria.find((c) => c.slug === slug);
    if (missing.length > 0 || criterion === undefined) return missing;
    const { scale, name } = criterion.data;
    // Between anchors that are one figure nothing could be enough; that is told of the scale.
    if (scale.kind === 'quantity' && scale.worst === scale.best) return [];
    if (canBeEnough(scale, value)) return [];
    return [
      faultAt(question, path, {
        problem:
          'This cannot be enough: it must be better than the worst, and no better than the best.',
        found: quote(value),
        allowed: allowedEnough(scale, name),
        fix: `The scale is in ${criterion.document.file}.`,
      }),
    ];
  });
}

function allowedEnough(scale: Scale, name: string): string {
  switch (scale.kind) {
    case 'ordinal':
    case 'choice': {
      const levels = levelsWorstFirst(scale)?.slice(1) ?? [];
      return levels.length === 0
        ? `nothing, since the values of “${name}” have no order`
        : listNames(levels.map((level) => level.slug));
    }
    case 'quantity':
      return `a figure beyond ${formatExactly(scale, scale.worst)}, up to ${formatExactly(scale, scale.best)}`;
    case 'flag':
    case 'set':
    case 'text':
      return `nothing, since “${name}” is neither a figure nor in order`;
  }
}

/** Answers that are gone: they must be gone, and what they are now must be there. */
function formerAnswers(content: Content, question: Question): Fault[] {
  const present = question.data.answers.map((answer) => answer.slug);
  return Object.entries(question.data.formerAnswers).flatMap(([former, answers]) => {
    const path = ['formerAnswers', former];
    if (present.includes(former)) {
      return [
        faultAt(
          question,
          path,
          {
            problem: 'This answer is not gone.',
            found: former,
            fix: 'Remove the line, or rename the answer.',
          },
          'key',
        ),
      ];
    }
    return Object.entries(answers).flatMap(([slug, answer]) => {
      const at = [...path, slug];
      const missing = mustExist(question, at, slug, 'question', content.slugs('questions'), 'key');
      const target = content.questions.find((q) => q.slug === slug);
      if (missing.length > 0 || target === undefined) return missing;
      const legal = target.data.answers.map((a) => a.slug);
      return mustExist(question, at, answer, `answer to “${slug}”`, legal);
    });
  });
}
