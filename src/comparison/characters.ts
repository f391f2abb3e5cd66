/** Characters that nobody sees, and that break feeds, links or the order of a text where they are published. */

import type { Fault } from './fault.ts';

interface Kind {
  readonly pattern: RegExp;
  readonly problem: string;
  readonly fix: string;
}

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
    // So do tags in flags, and signs that choose among forms behind Chinese characters.
    pattern:
      /[\u200B\u2060-\u2064\uFEFF\u180E\u115F\u1160\u3164\uFFA0]|(?<![\u{1F3F4}\u{E0020}-\u{E007E}])[\u{E0000}-\u{E007F}]|(?<!\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<![\p{L}\p{M}\p{Emoji}\uFE0F])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}])/u,
    problem: 'This is a character without width, which nobody can see.',
    fix: 'Remove it.',
  },
  {
    pattern: /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u,
    problem: 'This character means something in one font alone.',
    fix: 'Write the character that was meant, or its name.',
  },
  {
    pattern: /[\u202A-\u202E\u2066-\u2069]/u,
    problem: 'This character turns the direction of the text around it.',
    fix: 'Remove it.',
  },
  {
    pattern: /[\u2028\u2029]/u,
    problem: 'This is a line separator, which some programs take for the end of the line.',
    fix: 'Write a space or a new line.',
  },
  {
    pattern: /[\uFDD0-\uFDEF\uFFFE\uFFFF]|(?:[\uD800-\uDBFF](?![\uDC00-\uDFFF]))/u,
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

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
