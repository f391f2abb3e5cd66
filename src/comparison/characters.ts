/** Characters that nobody sees, and that break feeds, links or the order of a text where they are published. */

import type { Fault } from './fault.ts';

interface Kind {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly fix: string;
}

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'u');

const KINDS: readonly Kind[] = [
  {
    pattern: /\r/u,
    problem:
      'This is a carriage return without a line feed, which few programs take for the end of a line.',
    fix: 'Save the file with the line ends of Unix or Windows.',
  },
  {
    // All other control characters but tab and line feed; among them what "\b" is in double quotes.
    pattern: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u,
    problem: 'This is a control character, which nobody can read.',
    fix: 'Remove it; in double quotes a backslash begins an escape, so write such a text in single quotes.',
  },
  {
    pattern: /\uFFFD/u,
    problem: 'This is the sign for a character that was lost.',
    fix: 'Write the character that was meant.',
  },
  {
    // Joiners belong between letters of some scripts and within emoji, and nowhere else.
    // So do tags in flags, and signs that choose among forms behind some characters, and the blank of braille.
    pattern: anyOf(
      /[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB]/u,
      /[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0080}-\u{E00FF}\u{E01F0}-\u{E0FFF}]/u,
      /(?<![\u{1F3F4}\u{E0020}-\u{E007E}])[\u{E0000}-\u{E007F}]/u,
      /(?<!\p{Script=Han})[\u{E0100}-\u{E01EF}]/u,
      /(?<!\p{Script=Mongolian})[\u180B-\u180D\u180F]/u,
      /(?<=^|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\uFE00-\uFE0F]/u,
      /(?<![\p{L}\p{M}\p{Emoji}\uFE0F])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}])/u,
      /(?<![\u2800-\u28FF])\u2800(?![\u2801-\u28FF])/u,
    ),
    problem: 'This is a character without width, which nobody can see.',
    fix: 'Remove it.',
  },
  {
    pattern: /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u,
    problem: 'This character means something in one font alone.',
    fix: 'Write the character that was meant, or its name.',
  },
  {
    // Marks of direction belong beside text that runs from right to left.
    pattern: anyOf(
      /[\u202A-\u202E\u2066-\u2069]/u,
      /[\u061C\u200E\u200F](?<![\u0590-\u08FF]\P{L}{1,20})(?!\P{L}{0,20}[\u0590-\u08FF])/u,
    ),
    problem: 'This character turns the direction of the text around it.',
    fix: 'Remove it.',
  },
  {
    pattern: /[\u2028\u2029]/u,
    problem: 'This is a line separator, which some programs take for the end of the line.',
    fix: 'Write a space or a new line.',
  },
  {
    // Half of a pair that makes one, or a number that is kept free.
    pattern: /[\p{Surrogate}\p{Noncharacter_Code_Point}]/u,
    problem: 'This is no character.',
    fix: 'Remove it.',
  },
];

/** What is wrong with the first character of a text that should not be in it. */
export type CharacterFault = Pick<Fault, 'problem' | 'found' | 'fix'> & {
  /** Where it is, in UTF-16 units from the start of the text. */
  readonly offset: number;
};

/**
 * The first character of each unwanted kind in a text, and the first that is not composed (Unicode's form
 * NFC), in which names that look alike would not be equal.
 */
export function unwantedCharacters(text: string): readonly CharacterFault[] {
  // Most texts hold nothing else, and are asked about in thousands.
  if (/^[\t\n\u0020-\u007E]*$/.test(text)) return [];
  const unseen = KINDS.flatMap(({ pattern, problem, fix }) => {
    const match = pattern.exec(text);
    return match === null
      ? []
      : [{ offset: match.index, problem, found: codePoint(match[0]), fix }];
  });
  const composed = text.normalize('NFC');
  if (composed === text) return unseen;
  let offset = 0;
  while (text[offset] === composed[offset]) offset += 1;
  // The letter before is the one that the mark belongs to.
  const end = /^.\p{M}*/su.exec(text.slice(offset));
  return [
    ...unseen,
    {
      offset,
      problem:
        'This letter is written as a letter and a mark, so it differs from the same letter elsewhere.',
      found: Array.from(end?.[0] ?? '', codePoint).join(' '),
      fix: `Write it as one character: ${composed.slice(offset, offset + 1)}.`,
    },
  ];
}

/** A text of others, in which nothing is left that content may not hold. */
export function withoutUnwanted(text: string): string {
  let rest = text.normalize('NFC');
  for (
    let [first] = unwantedCharacters(rest);
    first !== undefined;
    [first] = unwantedCharacters(rest)
  ) {
    const length = String.fromCodePoint(rest.codePointAt(first.offset) ?? 0).length;
    rest = rest.slice(0, first.offset) + rest.slice(first.offset + length);
  }
  return rest;
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
