/** Signs that an answer is not one: each is a reason why its total is capped. None may fire on honest terse work. */
import type { Flag } from '../../../model/score.ts';
import type { Context } from '../context.ts';
import { conduct } from './conduct.ts';
import { contradiction } from './contradiction.ts';
import { disorder } from './disorder.ts';
import { echo } from './echo.ts';
import { farFromTopic } from './far-from-topic.ts';
import { gibberish } from './gibberish.ts';
import { instructions } from './instructions.ts';
import { keywordList } from './keyword-list.ts';
import { littleOfWork } from './little-of-work.ts';
import { ofOthers } from './of-others.ts';
import { offTheme } from './off-theme.ts';
import { offTopic } from './off-topic.ts';
import { onlyAsks } from './only-asks.ts';
import { otherLanguage } from './other-language.ts';
import { repetition } from './repetition.ts';

/** What is one of these is nothing else either. */
const ALONE = [gibberish, otherLanguage];

/** Ways of filling an answer: the first that is found says enough. */
const FILLERS = [repetition, echo, onlyAsks, keywordList, disorder];

/** Every flag of an answer, what it is first. */
export function flagsOf(context: Context): Flag[] {
  const alone = first(ALONE, context);
  if (alone) return [alone];
  const found = [
    instructions(context),
    first(FILLERS, context),
    first([offTopic, farFromTopic, littleOfWork, ofOthers], context),
    offTheme(context),
    conduct(context),
    contradiction(context),
  ];
  return found.filter(it => it !== undefined);
}

function first(flags: readonly ((context: Context) => Flag | undefined)[], context: Context) {
  for (const flag of flags) {
    const found = flag(context);
    if (found) return found;
  }
  return undefined;
}
