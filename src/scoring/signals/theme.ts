import type { ThemeFit } from '../lexicon/themes/fit.ts';
import { ramp } from '../ramp.ts';
import { isOwnDeed } from '../text/acts.ts';
import { clausesOf } from '../text/clauses.ts';
import { type Context, quotes } from './context.ts';
import { short } from './flags/wording.ts';
import { signal } from './shape.ts';
import { conductOf, FIT } from './story.ts';
import { tellingOf } from './telling.ts';

const MIDDLE = (FIT.from + FIT.to) / 2;

/** What talk of the theme is worth in which nothing is told, and the parts with which it is a story. */
const TALK = 0.3;
const PARTS = 3;

/** How much of a story it is, 0.3 to 1; 1 where points tell that, or where the rubric knows no parts of one. */
function toldOf(context: Context): number {
  if (context.coverage.value !== null || context.roles.size === 0) return 1;
  const parts = [...context.roles.keys()].filter(it => tellingOf(context, it).length > 0).length;
  return TALK + (1 - TALK) * Math.min(1, parts / Math.min(PARTS, context.roles.size));
}

/** Share that is left of a story from which down its teller's conduct is spoken of. */
const DOUBTFUL = 0.6;

const soundsLike = ({ fit, best, asked }: ThemeFit): string =>
  fit < MIDDLE
    ? `It sounds more like a story about ${best} than about ${asked}.`
    : `It sounds like a story about ${asked}.`;

/** The worst of the sentences that tell a deed of the teller's own is quoted; a setting or what others did is no conduct. */
function wince({ answer, manner }: Context): string {
  if (manner && manner.vague > 0) return ' Nothing is told that could be checked.';
  const deed = manner?.worst.find(it =>
    clausesOf(answer.text, it).some(clause => clause.acts.some(isOwnDeed)),
  );
  const said = deed ? `: "${short(answer.text.slice(deed.start, deed.end))}"` : '';
  return ` What you tell of yourself speaks against you${said}.`;
}

export const theme = signal({
  kind: 'theme',
  about:
    'Whether a story tells of what the question asks for, such as a conflict or a mistake, and speaks for its teller.',
  params: {},
  measure(context) {
    const { theme: found, answer } = context;
    if (!found)
      return {
        value: null,
        evidence: [],
        missing: [],
        reason: 'The question asks for no theme that is known.',
      };
    const conduct = conductOf(context);
    const value = ramp(found.fit, FIT.from, FIT.to) * toldOf(context) * conduct;
    return {
      value,
      evidence: quotes(
        answer,
        found.evidence.map(it => it.sentence),
      ),
      missing:
        value < 0.5
          ? [conduct < DOUBTFUL ? 'conduct that speaks for you' : `a story about ${found.asked}`]
          : [],
      reason: `${soundsLike(found)}${conduct < DOUBTFUL ? wince(context) : ''}`,
    };
  },
});
