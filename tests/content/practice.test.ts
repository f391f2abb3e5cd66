/** Public accounts of what people chose, replayed: the site must agree, or say why it does not. */

import { describe, expect, it } from "vitest";
import { asked, comparison } from "./content.ts";
import { namedFirst } from "../../src/decision/conclusion.ts";
import { answerTo } from "./verdict.ts";

const cases = comparison.practice;

/** Whether an answer that is given tells that something other than this may be wanted. */
const exits = (answers: ReturnType<typeof asked>["answers"]): boolean =>
  comparison.questions.some((question) =>
    question.data.answers.some(
      (answer) =>
        answer.exit !== undefined &&
        answers[question.slug]?.includes(answer.slug) === true,
    ),
  );

describe.each(cases)("$slug", ({ data }) => {
  const state = asked(data.answers);
  const { conclusion } = answerTo(state);
  const first = namedFirst(conclusion).map(({ option }) => option);

  it("is answered as expected, or says why not", () => {
    const { expected } = data;
    const agrees =
      expected.kind === "exit"
        ? exits(state.answers)
        : expected.kind === "none-of"
          ? first.every((option) => !expected.options.includes(option))
          : first.length <= 5 &&
            first.some((option) => expected.options.includes(option));
    // A difference that is no longer one is as wrong as one that is not explained.
    expect(data.differs !== undefined, `first: ${first.join(", ")}`).toBe(
      !agrees,
    );
  });
});

it("differs seldom, and only where there is a choice", () => {
  const differing = cases.filter(({ data }) => data.differs !== undefined);
  expect(differing.length).toBeLessThanOrEqual(3);
  for (const { data } of differing) expect(data.expected.kind).toBe("any-of");
});

it("has the sixteen cases, and tells who told each", () => {
  expect(cases.length).toBeGreaterThanOrEqual(16);
  expect(new Set(cases.map(({ data }) => data.told)).size).toBe(3);
});
