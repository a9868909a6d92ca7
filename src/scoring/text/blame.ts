/** Where a text puts the fault on other people, and where the speaker takes it. */

export interface Stretch {
  start: number;
  end: number;
}

const ROLE = `(?:teams?|people|guys?|folks?|managers?|boss(?:es)?|leads?|colleagues?|co-?workers?|developers?|devs?|engineers?|designers?|testers?|admins?|ops|management|departments?|vendors?|suppliers?|contractors?|clients?|customers?|interns?|juniors?|seniors?|predecessors?|owners?|others|partners?|agency|qa)`;
const PERSON = String.raw`(?:he|she|they|(?:every(?:one|body)|nobody|no one) else|(?:the|my|our|that|this|those|these|some|other|all) (?:[\p{L}-]+ ){0,2}?${ROLE}(?: (?:in|from|at) [\p{L}-]+)?|ops|management|marketing|sales|legal|qa|(?<named>\p{L}+))`;
const THEIR = String.raw`(?:their|his|her|(?:someone|somebody|every(?:one|body)) else['’]s|(?:the|my|our|that) (?:[\p{L}-]+ )?${ROLE}['’]s?|(?:ops|marketing|sales|legal|(?<owner>\p{L}+))['’]s?)`;
const VERY = `(?:(?:so|just|simply|completely|totally|too|really|all|quite|always|very|plain|utterly|clearly|entirely|only|mostly|purely) )*`;
const INSULT = `(?:lazy|incompetent|useless|clueless|stupid|careless|unprofessional|hopeless|unreliable|arrogant|sloppy|dumb|ignorant)`;
const FAILING = `(?:incompetence|laziness|ignorance|carelessness|stupidity|sloppiness|negligence|mistakes?|failures?|slowness|chaos|bad (?:work|code|planning))`;

/** Somebody's name, or a department's. */
const NAME = /^\p{Lu}(?:\p{Ll}+|\p{Lu}{1,2})$/u;
const NO_NAME: ReadonlySet<string> = new Set(
  'it its this that there what which who whose we you i my our your nobody nothing everything something the a'.split(
    ' ',
  ),
);

const WORK = '(?:job|work|part|share|homework)';

const BLAMES = [
  // Fault, said outright.
  String.raw`\b${THEIR} (?:(?:own )?fault|own (?:mistake|doing))\b`,
  String.raw`\bfault of ${PERSON}\b`,
  String.raw`\b${PERSON} (?:was|were|is|are) ${VERY}(?:to blame|at fault)\b`,
  String.raw`\bi (?:still )?blamed? ${PERSON}\b`,
  String.raw`\b(?:because of|thanks to|due to) ${THEIR} (?:[\p{L}-]+ )?${FAILING}\b`,
  // Names for them.
  String.raw`\b(?:idiots?|morons?|fools|clowns?|imbeciles?|amateurs|dimwits?)\b`,
  String.raw`\b${PERSON} (?:was|were|is|are|being) ${VERY}${INSULT}\b`,
  String.raw`\b${INSULT} (?:[\p{L}-]+ )?${ROLE}\b`,
  String.raw`\b${PERSON} (?:had|have|has) (?:absolutely |simply |really )?no (?:clue|idea what)\b`,
  String.raw`\b(?:people like (?:that|them|him|her)|(?:late|wrong|useless|nothing|slow|broken|chaos) as (?:per )?(?:always|usual))\b`,
  // What they never do.
  String.raw`\b${PERSON} (?:never|did not|didn['’]t|do not|don['’]t|does not|doesn['’]t) (?:even |really |ever )?(?:did|done|do|does) (?:their|his|her) ${WORK}\b`,
  String.raw`\bif ${PERSON} (?:had )?(?:did|done|do) (?:their|his|her) ${WORK}\b`,
  String.raw`\b${PERSON} (?:just |simply )?(?:could not|couldn['’]t|can['’]t) (?:even )?be bothered\b`,
  String.raw`\b${PERSON} (?:just |simply |really |obviously )?(?:did not|didn['’]t|don['’]t|do not|doesn['’]t|never) (?:even |really |ever )?(?:care[sd]?|bother(?:ed|s)?|listen(?:ed|s)?|learn(?:ed|t|s)?|think|thought|pull(?:ed)? (?:their|his|her) weight)\b`,
  String.raw`\b${PERSON} (?:just |simply |always |again )?(?:let (?:me|us) down|dropped the ball|(?:messed|screwed) (?:it |this |everything |things )?up|ruined|botched|lied|did nothing|failed (?:me|us)|made (?:it|everything|things) worse)\b`,
  // Not I.
  String.raw`\b(?:(?:was|is) not|(?:wasn|isn)['’]t) (?:my|our) (?:fault|problem|doing)\b|\b(?:was not|wasn['’]t) because of (?:me|us)\b`,
  String.raw`\bnothing to do with me\b|\bi (?:personally )?(?:did nothing wrong|did everything (?:right|correctly))\b`,
  String.raw`\bthe only one (?:there |here )?(?:with|who) (?:any |had |has )*(?:common sense|brains?|clue|cared|worked|knew)\b`,
  String.raw`\bi(?: had|['’]d|['’]ve)? (?:said|told them|warned them)(?: so| it| that)? (?:from the (?:beginning|start)|so often|(?:many|a hundred|a thousand) times)\b`,
  String.raw`\bwith a (?:decent|better|proper|competent) (?:team|manager|boss)\b`,
].map(it => new RegExp(it, 'giu'));

/** Without one of these words a sentence blames nobody, and most answers are read no further. */
const TRIGGER =
  /fault|blam|own (?:mistake|doing)|idiot|moron|fools|clown|imbecile|amateur|dimwit|lazy|incompeten|useless|clueless|stupid|careless|unprofessional|hopeless|unreliable|arrogant|sloppy|dumb|ignoran|no clue|no idea|people like|as (?:per )?(?:usual|always)|(?:their|his|her) (?:job|work|part|share|homework|weight)|bothered|never (?:even |really |ever )?(?:care|listen|learn|think|thought)|(?:n['’]t|not) (?:even |really |ever )?(?:care|bother|listen|learn|think)|let (?:me|us) down|the ball|messed|screwed|ruined|botched|lied\b|did nothing|failed (?:me|us)|worse|thanks to|because of|due to|my (?:problem|doing)|our (?:problem|doing)|with me|did everything|only one|beginning|from the start|so often|(?:many|hundred|thousand) times|(?:decent|better|proper|competent) (?:team|manager|boss)/gi;

const TAKES =
  /\b(?:my (?:own )?(?:fault|mistake|error|oversight)|fault was (?:mine|my own)|(?:was|is) (?:partly |also |entirely |all )?(?:mine|on me)\b|i (?:should have|was wrong|made (?:a|the|that) mistake|messed|screwed|caused|forgot|overlooked|take (?:full )?(?:the )?(?:blame|responsibility)|took (?:full )?(?:the )?(?:blame|responsibility)|was (?:partly )?to blame))\b/giu;

/** Said to be not so, or of oneself. */
const DENIED =
  /(?:\bnot|n['’]t|\bnever|\bwithout|\binstead of|\brather than|\bnor)\s+(?:[\p{L}'’]+\s+){0,2}$/iu;
const SUPPOSED = /\bif\s+(?:[\p{L}'’]+\s+){0,3}$/iu;
const OF_ONESELF = /\b(?:i|we|me|myself)\b(?:\s+[\p{L}'’]+){0,3}\s+$/iu;

/** What somebody else said is told, not meant: all that stands behind it in a sentence. */
const REPORTED =
  /\b(?!i\b)[\p{L}'’]+ (?:said|says|claimed|complained|shouted|thought|believed|argued|felt|wrote|told (?:me|us|him|her|them|every\p{L}+))\b/iu;

/** Letters before a word of blame in which a denial of it must stand. */
const NEAR = 160;

export function blamesIn(text: string): Stretch[] {
  const found: Stretch[] = [];
  let read = 0;
  for (const { index } of text.matchAll(TRIGGER)) {
    if (index < read) continue;
    const start = Math.max(read, lastEnd(text, index));
    const end = nextEnd(text, index);
    found.push(...blamesInSentence(text.slice(start, end)).map(it => moved(it, start)));
    read = end;
  }
  return found;
}

const END = /[.!?]/;

function lastEnd(text: string, before: number): number {
  let at = before;
  while (at > 0 && !END.test(text[at - 1]!)) at--;
  return at;
}

function nextEnd(text: string, after: number): number {
  const length = text.slice(after).search(END);
  return length < 0 ? text.length : after + length + 1;
}

const moved = ({ start, end }: Stretch, by: number): Stretch => ({ start: start + by, end: end + by });

function blamesInSentence(text: string): Stretch[] {
  const reported = REPORTED.exec(text);
  const told = reported ? reported.index + reported[0].length : text.length;
  return apart(
    BLAMES.flatMap(pattern => [...text.matchAll(pattern)])
      .filter(it => it.index < told && isMeant(text, it))
      .map(it => ({ start: it.index, end: it.index + it[0].length })),
  );
}

function isMeant(text: string, { 0: said, index, groups }: RegExpMatchArray & { index: number }): boolean {
  const name = groups?.named ?? groups?.owner;
  if (name !== undefined && (!NAME.test(name) || NO_NAME.has(name.toLowerCase()))) return false;
  const before = text.slice(Math.max(0, index - NEAR), index);
  if (SUPPOSED.test(before)) return false;
  // `not my fault` is its own denial.
  if (/\b(?:my|our|me|i)\b/i.test(said)) return true;
  return !DENIED.test(before) && !(/^(?:idiot|moron|clown)/i.test(said) && OF_ONESELF.test(before));
}

export function admissionsIn(text: string): Stretch[] {
  return stretches(text, TAKES).filter(
    ({ start }) => !DENIED.test(text.slice(Math.max(0, start - 24), start)),
  );
}

const stretches = (text: string, pattern: RegExp): Stretch[] =>
  [...text.matchAll(pattern)].map(it => ({ start: it.index, end: it.index + it[0].length }));

/** Of stretches that overlap the first. */
function apart(found: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const it of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (it.start >= (kept.at(-1)?.end ?? 0)) kept.push(it);
  return kept;
}
