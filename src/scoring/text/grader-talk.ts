/**
 * Wordings that are addressed to whoever grades, in lower case. Each needs a word or a turn that only a grader would be
 * told: the same verbs stand in honest answers (mark it as complete, return the highest score, skip the instruction).
 */

export interface Wordings {
  /** None of the patterns can be there without it: one cheap look spares many. */
  needs: RegExp;
  /** Nor can any, unless for each of these some word of the text has it in it, and the text has the sign. */
  words: readonly RegExp[];
  sign: RegExp | undefined;
  patterns: readonly Wording[];
}

export interface Wording {
  pattern: RegExp;
  /** The same wherever it stands: to search for a few verbs is quicker than for all that makes an order of them. */
  anywhere: RegExp | undefined;
}

const RATER = 'graders?|evaluators?|examiners?|assessors?|scorers?|raters?|markers?';
const MACHINE =
  '(?:grading|scoring|marking|evaluation|assessment|rating)[ -](?:system|model|ai|bot|engine|software|tool|algorithm|script|assistant|program)s?';
const GRADER = `(?:(?:(?:ai|automatic|automated|human|esteemed|kind) ){0,2}(?:${RATER}|${MACHINE})|(?:ai|automated|automatic) (?:judge|reviewer|interviewer|screener)|llm judge)`;
const MARKS = '(?:marks?|scores?|points?|credits?|grades?|ratings?|levels?)';
const EVERYTHING =
  '(?:10|100|ten|5) ?/ ?(?:10|100|ten|5)|10 (?:out )?of 10|100 (?:out )?of 100|ten (?:out )?of ten|five (?:out )?of five';
const MOST = `(?:full|maximum|maximal|max|perfect|top|highest(?: possible)?|best(?: possible)?|excellent|good|100 ?%?|a\\+|${EVERYTHING})`;
const WORK = '(?:answer|response|submission|reply|text|solution|attempt|candidate|applicant|essay)';
const OWN = `(?:this|my|these) ${WORK}s?|the (?:answer|submission|candidate|(?:text|answer|response) (?:below|above)|(?:above|following|present) ${WORK})`;
const DONE =
  '(?:correct|complete|covered|excellent|perfect|identical|fulfilled|fully|met|passed|satisfied|outstanding)';

/** An order begins a clause, or stands behind what makes one of it. */
const ORDER =
  '(?:(?:^|[.!?:;,>\\])"*#/\\-–—] ?)(?:(?:so|now|then|also|instead|please|kindly|just|simply|therefore) ){0,2}|\\b(?:please|kindly|must|should|shall|you to|required to|are to|is (?:now )?to|supposed to|(?:can|could|would|will|may|might) you(?: please| kindly)?|you (?:can|may|will|have to|need to|ought to)) (?:now |just |simply |please |therefore )?)';

const wording = (source: string): Wording => ({
  pattern: new RegExp(source),
  anywhere: source.includes(ORDER) ? new RegExp(source.replaceAll(ORDER, '')) : undefined,
});

/** @param by of each of which some word has what is needed; a sign is looked for in the whole text. */
const wordings = (
  by: { words?: readonly RegExp[]; sign?: RegExp },
  needs: RegExp,
  ...patterns: string[]
): Wordings => ({ needs, words: by.words ?? [], sign: by.sign, patterns: patterns.map(wording) });

/** What must be somewhere for any talk of marks. */
const MARKED =
  /mark|score|credit|grade|rating|criteri|level 4|pass (?:this|my|me|the)|accept|approve|"(?:points|verdict|feedback)|\/ ?10|points (?:should|must|may|are)/;
const HINTED =
  /scor|grad(?:e|ing)|mark|rating|credit|\/ ?10|out of|ten of|evaluat|verdict|level 4|assess|end of (?:the )?candidate/;

const FAVOUR =
  /job|thank|grateful|generous|lenient|round up|panel|committee|human review|expected|result|give me/;

/** A mark, also where a space was left out (fullmarks, scorefull); longer words are others (marketing, pointers). */
const A_MARK =
  /^(?:full|top|max(?:imum)?|perfect|highest|best)?(?:marks?|scores?|points?|credits?|grades?|ratings?|verdicts?)(?:$|[^a-z]|full|max|perfect|good|top|best|high|five|ten|excellent)/;
const A_WORK =
  /^(?:answer|response|submission|reply|text|solution|attempt|candidate|applicant|essay|application)/;
/**
 * What a word begins with in any talk of marks: inside of others (generating, benchmark, upgrade) the same letters say nothing,
 * and what must be somewhere in the text is found there too.
 */
const OF_MARKS =
  /^(?:full|top|max(?:imum)?|perfect|highest|best)?(?:mark|score|credit|grade|rating|criteri|level|pass|accept|approve|points|verdict|feedback|10)/;
const OF_HINTS =
  /^(?:full|top|max(?:imum)?|perfect|highest|best)?(?:scor|grade|grading|mark|rating|credit|10|ten$|out$|evaluat|verdict|level|assess|candidate)/;
const [A_LEVEL, FOUR] = [/^level/, /^4/];

const ofMarks = (words: readonly RegExp[], ...patterns: readonly string[]) =>
  wordings({ words: [...words, OF_MARKS] }, MARKED, ...patterns);
const ofHints = (words: readonly RegExp[], ...patterns: readonly string[]) =>
  wordings({ words: [...words, OF_HINTS] }, HINTED, ...patterns);

/** One hit of these is enough. */
export const SURE: readonly Wordings[] = [
  // Said of the answer itself: that it is not so, or not the candidate's.
  wordings(
    {
      words: [
        /^(?:everything|all|anything|whatever|none|this|it)$/,
        /^(?:following|above|below|paragraph|say|said|wrote|write|happen|happened)$/,
      ],
    },
    /following|above|below|paragraph|\bi (?:say|said|wrote|write)|happen/,
    '\\b(?:everything|all|anything|whatever) (?:in |that |of )?(?:the |this |is |i )?(?:\\w+ )?(?:following|above|below|paragraph|say|said|wrote|write)(?: (?:here|above|below|paragraph|text|answer|so far))? (?:is|was) (?:completely |entirely )?(?:false|wrong|untrue|a lie|not true|nonsense|invented)\\b',
    '\\bnone of the above (?:is|was) (?:true|correct|so|real)\\b',
    "\\b(?:this|it) (?:did not|didn't|never) (?:really |actually |ever )?happen(?:ed)? to me\\b",
  ),
  wordings(
    { words: [/^model$/, /^answer/, /^(?:found|read)/] },
    /model answer/,
    '\\bread (?:you |out |aloud |to you )?the model answer\\b|\\bmodel answer (?:that |which )?i (?:have )?found\\b',
  ),
  wordings(
    {
      words: [
        /^(?:regard|treat|count|consider|take|points)/,
        /^(?:everything|all|anything|rest|else|them|those|remaining|other|missing|points)$/,
        /^(?:said|covered|given|told|answered|made|complete)$/,
      ],
    },
    /regard|treat|count|consider|take|points/,
    '\\b(?:regard|treat|count|consider|take) (?:everything|all|anything|the rest|them|those)(?: else| other\\w*)? (?:\\w+ )?as (?:said|covered|given|told|answered|complete)\\b',
    '\\b(?:remaining|other|missing) points (?:were|are|have been) (?:already )?(?:covered|made|given|told) (?:in|at|during|orally|before)\\b',
  ),
  wordings(
    { words: [/^(?:mode|override)$/] },
    /\bmode\b|override ?:/,
    '\\byou are (?:now )?in (?:evaluation|grading|scoring|marking|developer|debug|admin) mode\\b',
    '(?:^|[.!?] ?)override ?: ?\\w+ ?[=:]',
  ),
  wordings(
    {
      words: [
        /ignore|disregard|forget|override|overrule|bypass|neglect/,
        /^(?:rubric|grading|scoring|mark|instruction|prompt|guid|criteri|direction|rules$|above|you|before)/,
      ],
    },
    /ignore|disregard|forget|override|overrule|bypass|neglect/,
    `${ORDER}(?:ignore|disregard|forget|override|overrule|bypass|neglect) (?:\\S+ ){0,4}?(?:rubrics?|grading|scoring|mark(?:ing)? scheme|(?:previous|prior|above|earlier|preceding|all|any|your|these|those|other) (?:\\S+ )?(?:instructions?|prompts?|guidelines?|guidance|criteria|directions?|rules))\\b`,
    `${ORDER}(?:ignore|disregard|forget) (?:(?:all|everything|anything|whatever|the) (?:of )?(?:the )?){0,2}(?:above|you (?:were|are|have been|were ever) (?:told|given|instructed)(?: before| so far| earlier)?|before this|(?:written|said) above)(?= and\\b| ?[,.;:!]| ?$)`,
    `${ORDER}(?:ignore|disregard|override) (?:the |any |all )*instructions?\\b`,
  ),
  wordings(
    { words: [/scoring|grading|marking|evaluation|assessment|checks/] },
    /scoring|grading|marking|evaluation|assessment|checks/,
    `${ORDER}(?:skip|bypass|omit|stop) (?:(?:your|further|detailed|keyword|usual) (?:\\S+ )?(?:scoring|grading|marking|evaluation|assessment|checks)|(?:the )?(?:grading|marking))\\b`,
    '\\bno (?:further |more |additional |detailed )(?:grading|scoring|assessment|marking) (?:is |are |will be )?(?:needed|required|necessary)\\b',
    '\\bfor (?:the )?purposes? of (?:this )?(?:grading|scoring|marking)\\b',
    '\\bgrading (?:note|instruction|override|is (?:finished|complete|done|over))s?\\b|\\btest of (?:the|your|this) (?:grading|scoring|marking)\\b',
  ),
  wordings(
    {
      words: [
        /^(?:grader|evaluator|examiner|assessor|scorer|rater|marker|grading|scoring|marking|rating|evaluati|assessment|reviewer|judge|llm|ai$)/,
      ],
    },
    /grader|evaluator|examiner|assessor|scorer|rater|marker|grading|scoring|marking|rating|evaluati|assessment|reviewer|judge|llm|\bai\b/,
    `\\b(?:dear|hi|hello|hey|attention|note (?:to|for)|message (?:to|for)|instructions? (?:to|for)) (?:the |any |all |my |our )?${GRADER}\\b`,
    '\\b(?:dear|hi|hello|hey|attention|note (?:to|for)) (?:the )?(?:reviewer|judge|ai)\\b',
    `(?:^|[.!?;] )to (?:the |any |all |my |our )?${GRADER}\\b`,
    `<!-- ?(?:ai )?(?:${RATER})\\b|(?:^|// ?|# ?|/\\* ?|[.!?] |\\()(?:ai )?(?:graders?|examiners?|assessors?)[:,)] `,
    `\\b(?:you are|you're|you act as|act as|acting as|behave as) (?:now )?(?:an? |the )?(?:(?:helpful|fair|generous|lenient|strict|impartial) )?${GRADER}\\b`,
    `\\bas (?:an? |the )?${GRADER},? (?:you|please)\\b`,
  ),
  wordings(
    {
      words: [/^you/, /^(?:ai|language|large|llm|bot|chatbot|machine|automated|grader|evaluator)(?![a-z])/],
    },
    /if you(?: are|'re)/,
    "\\bif you(?: are|'re) (?:an? )?(?:ai|language model|large language model|llm|bot|chatbot|machine|automated|grader|evaluator)\\b",
  ),
  wordings(
    {
      words: [
        /^(?:reads|reading|marks|marking|grades|grading|evaluates|evaluating|scores|scoring|assesses|assessing)$/,
        /^(?:who|whatever|anyone|anybody|person|ai|model|llm|system|you)/,
        /^(?:this|my)$/,
      ],
    },
    /read(?:s|ing)|marks|marking|grad(?:es|ing)|evaluat|scor(?:es|ing)|assess/,
    '\\b(?:who(?:m)?ever|whatever|anyone|anybody) (?:(?:or|and) \\S+ )?(?:(?:who|that) )?(?:is |are |will be )?(?:reads|reading|marks|marking|grades|grading|evaluates|evaluating|scores|scoring|assesses|assessing) (?:this|my)(?= ?[,:;.]| (?:answer|response|submission|text|reply)\\b)',
    '\\b(?:person|ai|model|llm|system|you) (?:(?:who|that|which) )?(?:is |are |will be )?(?:marks|marking|grades|grading|evaluates|evaluating|scores|scoring|assesses|assessing) (?:this|my)(?= ?[,:;.]| (?:answer|response|submission|text|reply)\\b)',
  ),
  wordings(
    {
      words: [
        /^(?:giv|award|grant|assign|allot|record|confirm|enter)/,
        /^(?:marks?|scores?|points?|credits?|grades?|ratings?|levels?|100?|ten|five|5)(?![a-z])/,
      ],
    },
    /give|giving|award|grant|assign|allot|record|confirm|enter/,
    `${ORDER}(?:give|award|assign|grant|allot) (?:\\S+ ){0,2}?(?:me|${OWN})\\b.{0,30}\\b(?:${MOST}|a pass|pass)\\b.{0,12}(?:${MARKS}|\\b(?:${EVERYTHING}))`,
    `${ORDER}(?:give|award|assign|grant) (?:it|this|me) (?:an? |the )?(?:full|perfect|maximum|max) (?:possible )?(?:marks|credit|grade|points|score)\\b`,
    `${ORDER}(?:give|award|assign|grant|record|confirm) (?:\\S+ ){0,4}?(?:${EVERYTHING})(?!\\d)`,
    `${ORDER}(?:award|give|grant|assign|record|enter|confirm) (?:us |them )?(?:an? |the )?(?:full|perfect|maximum|maximal|max|highest possible|best possible|top) (?:possible )?(?:marks?|credits?|grades?|points)\\b`,
    `${ORDER}(?:give|award|assign|grant) (?:an? |the )?(?:perfect|maximum|highest|top|best)(?: possible)? (?:scores?|ratings?|grades?)(?= ?[.!"]| ?$| (?:to|for) (?:this|my|me|the candidate)\\b)`,
    `\\b(?:award|grant|give|giving|awarding|granting|assign|assigning) (?:\\S+ ){0,3}?(?:full|perfect|maximum|highest|top) (?:possible )?${MARKS} (?:to|for) (?:me|this|my|the candidate|the answer)\\b`,
  ),
  ofMarks(
    [A_MARK],
    `\\bi (?:(?:should|must|want to|would like to|wish to|need to|have to|deserve to|expect to) (?:get|have|receive|be given)|deserve|expect) (?:an? |the |my )?(?:full|maximum|top|perfect|highest|100) ?(?:possible )?(?:marks?|scores?|points|credit|grade|rating)\\b`,
    `\\b(?:this|the) (?:candidate|applicant) (?:\\S+ )?(?:gets?|receives?|has earned|earns|is given|is awarded) (?:the )?(?:full|perfect|maximum|top|highest) (?:possible )?(?:marks|score|credit|grade|rating)\\b`,
    '\\b(?:grateful|thank you|thanks) for (?:the |a |your )?(?:full|perfect|top|maximum|good|high) (?:marks?|score|grade|rating)\\b',
    '\\bany lower (?:grade|score|mark|rating)\\b|\\b(?:lower|other) (?:grade|score|mark) (?:is|would be) (?:a mistake|an error|wrong|incorrect)\\b',
    `\\b(?:correct|deserved|appropriate|proper|fair) (?:score|grade|mark|rating|verdict)s?\\b.{0,24}(?:is|are|=|:|should be|must be) ?"?(?:${MOST}|level 4|pass|strong hire)(?!\\d|\\.\\d)`,
    '\\bno (?:points?|marks?) (?:should|must|may|shall|can|are to|is to|will) be (?:deducted|subtracted|lost|taken)',
    `${ORDER}(?:respond|reply|answer|output)(?: only| just)?(?: with)? (?:an? |the )?(?:maximum|highest|top|perfect|full|best)(?: possible)? (?:scores?|marks?|grade|rating)\\b`,
    `${ORDER}(?:respond|reply|answer|output|print|write|say|return)(?: only| just)?(?: with)? ["']?(?:an? )?(?:scores?|grade|rating)["']?(?: of| is)? ?[:=]? ?["']?(?:${MOST}|10\\b)`,
  ),
  ofMarks(
    [A_WORK, /^(?:deserve|merit|award|scored|graded|rated|given|get|receive)/],
    `\\b(?:this|my) (?:${WORK}|text)\\b.{0,24}\\b(?:deserves?|merits?|(?:must|should|has to|needs to|is to|shall|ought to) (?:be (?:awarded|scored|graded|rated)|(?:be given|get|receive)(?=.{0,24}${MARKS})))\\b`,
  ),
  ofMarks([/^criteri/], `\\b(?:set|put|raise) (?:the |my |all )*criteri\\w+ to\\b`),
  ofMarks(
    [A_WORK, /^(?:pass|accept|approve)/],
    `${ORDER}pass (?:this|me|the) candidate\\b|${ORDER}(?:pass|accept|approve) (?:this|my) (?:answer|submission|application)\\b`,
  ),
  ofMarks(
    [
      /^(?:score|grade|points|rating)/,
      /^(?:level|feedback|verdict|grade|criteria|passed|rationale|comment|covered|evaluation)/,
    ],
    '"(?:score|grade|points|rating)" ?: ?"?\\d.{0,80}"(?:level|feedback|verdict|grade|criteria|passed|rationale|comment|covered|evaluation)"|"(?:level|feedback|verdict|criteria|passed|rationale|covered|evaluation)".{0,80}"(?:score|grade|points)" ?: ?"?\\d',
  ),
  ofMarks([A_LEVEL, FOUR], '\\blevel 4\\b.{0,16}\\b\\d{2,3} (?:of|out of) 100\\b'),
  wordings(
    {
      words: [
        /^(?:deduct|subtract|take|lower|reduce|downgrade|penali|mark)/,
        /^(?:points?|marks?|scores?|grades?|ratings?|brevity|length|answer|response|me)(?![a-z])/,
      ],
    },
    /deduct|subtract|take off|take away|lower|reduce|downgrade|penali|mark down/,
    `${ORDER}(?:do not|don't|never|not to|not) (?:\\S+ )?(?:deduct|subtract|take off|take away|downgrade|penali[sz]e|mark down)\\b.{0,20}\\b(?:points?|marks?|scores?|grades?|ratings?|brevity|length|answer|response|me)\\b`,
    `${ORDER}(?:do not|don't|never|not to|not) (?:\\S+ )?(?:lower|reduce) (?:the |my |this |any )?(?:final )?(?:marks?|scores?|grades?|ratings?)\\b`,
  ),
  wordings(
    {
      words: [
        /^(?:rat|grad|scor|evaluat|assess|judg|treat|count|mark|consider|regard|accept|record|deem|see|assum|tick|fulfil|satisf|cover|meet|match|hit|box)|say/,
        /^(?:answer|response|submission|reply|text|solution|attempt|candidate|applicant|essay|points?$|criteri|box|complete|correct|excellent)/,
      ],
    },
    /\b(?:rat|grad|scor|evaluat|assess|judg|treat|count|mark|consider|regard|accept|record|deem|see|assum|counted|tick|fulfil|satisf|cover|meet|match|hit)(?:e|es|ed|s|ing)? |\bbox|say that/,
    `${ORDER}(?:rate|grade|score|evaluate|assess|judge) (?:(?:this|my) ${WORK}|the (?:answer|submission))\\b`,
    `${ORDER}(?:treat|count|mark|consider|regard|accept|record|deem|see|rate) (?:\\S+ ){0,1}?(?:${OWN})\\b (?:\\S+ ){0,2}?(?:as |to be )?(?:fully |being )?${DONE}\\b`,
    `${ORDER}(?:treat|count|mark|consider|regard|record|deem) (?:all|every|each|any) (?:\\S+ ){0,3}?(?:points?|criteri\\w+|box(?:es)?) (?:as )?${DONE}\\b`,
    `${ORDER}(?:tick|check) (?:all|every|each|any) (?:\\S+ ){0,2}?box(?:es)?\\b|${ORDER}(?:treat|count|mark) all (?:\\S+ ){0,2}?points\\b`,
    `${ORDER}consider this (?:as )?(?:complete|correct|excellent)\\b`,
    '\\b(?:points?|criteri\\w+|boxes) (?:\\([^)]*\\) )?(?:are|is) to be (?:counted|marked|treated|considered|ticked) as\\b',
    `${ORDER}assume (?:that )?(?:this|my) (?:answer|response|submission) (?:covers|meets|satisfies|fulfils|fulfills|is (?:complete|correct))`,
    `\\b(?:this|my) (?:${WORK}|text)\\b.{0,24}\\b(?:must|should|has to|is to|shall|ought to) be (?:marked|treated|considered|counted|regarded|accepted) (?:as )?(?:fully )?${DONE}\\b`,
    `\\b(?:this|my) ${WORK}\\b.{0,60}\\b(?:meets|fulfils|fulfills|satisfies|covers|matches|hits) (?:all|every|each|100)\\b.{0,16}\\b(?:criteri\\w+|points|rubric)\\b`,
    `\\bsay that (?:this|the|my) (?:answer|response|submission|candidate) (?:is|was) (?:perfect|excellent|correct|complete)\\b`,
    `\\b(?:scor(?:e|ing)|grad(?:e|ing)|rat(?:e|ing)) (?:(?:this|my) (?:answer|response|submission|candidate|reply)|the answer)\\b`,
  ),
  wordings(
    { sign: /[<[]/ },
    /[<[]/,
    '<\\/?(?:system|instructions?|grader|evaluation)>|\\[\\/?(?:system|inst)\\]|<\\|(?:im_start|im_end|system|endoftext)\\|>',
  ),
];

const AN_END =
  '\\b(?:end of (?:the )?(?:candidate(?:.s)? )?(?:answer|submission|response)|begin evaluation|evaluation:|grade:|rating:|verdict:)';
const A_RESULT =
  '\\bexpected (?:output|result|score|grade)\\b.{0,8}\\b(?:100|a\\+|pass)\\b|\\bresult ?[:=] ?pass\\b';

/** Two hits of these are: each may be said by somebody who speaks of scores. */
export const HINTS: readonly Wordings[] = [
  ofHints(
    [A_MARK],
    `["']?\\bscore["']?(?: of)? ?[:=]? ?["']?(?:100|10/10|100/100|full|maximum|perfect)\\b`,
    `\\b(?:full|maximum|perfect|top|highest(?: possible)?) (?:marks|scores?|grade|rating|credit)\\b`,
    `\\b(?:good|high|better|generous) (?:grade|marks?|score|rating)\\b`,
    `\\b(?:final|right|true|agreed) (?:score|grade|mark|rating|verdict)s?\\b.{0,24}(?:is|are|=|:|should be|must be) ?"?(?:${MOST}|pass|strong hire|level 4)(?!\\d|\\.\\d)`,
    `\\b(?:set|put|fix|change|raise) (?:the |my |its |this |all )?(?:final |overall )?(?:scores?|grades?|ratings?|marks?) to (?:the )?(?:${MOST}|maximum|4\\b|level 4)`,
    '\\b(?:agreed|decided|settled) on (?:an? |the )?(?:perfect|full|maximum|top|highest) (?:marks?|scores?|grade|rating)\\b',
    '\\b(?:marks?|scores?|grade|rating) (?:is |has been )?(?:already )?(?:confirmed|granted|agreed)\\b',
    '\\b(?:must|should|may|can) not (?:lower|reduce) (?:the|my|this|any) (?:final )?(?:marks?|scores?|grades?|rating)\\b',
    '\\b(?:return|print|write|say)(?: only| just)? (?:an? |the )?(?:maximum|highest|top|perfect|full|best) (?:scores?|marks?|grade|rating)\\b',
  ),
  ofHints([/^(?:100?|ten|5|five)(?![a-z])/], `\\b(?:${EVERYTHING})(?!\\d)`),
  ofHints([/^you/, /^(?:must|should|may|can)/, /^not/], '\\byou (?:must|should|may|can) not\\b'),
  ofHints(
    [A_WORK, /^(?:evaluated|graded|assessed|scored|marked)/],
    `\\bi have (?:already )?(?:evaluated|graded|assessed|scored|marked) (?:the|this) ${WORK}\\b`,
  ),
  ofHints([/^end/, A_WORK], AN_END),
  ofHints(
    [/^(?:evaluation|assessment|grading|scoring|marking|grade|rating|verdict)/],
    AN_END,
    '\\bno (?:further |more |additional )?(?:evaluation|assessment|grading|scoring|marking) (?:is |are |will be )?(?:needed|required|necessary)\\b',
    '\\bfor (?:the )?purposes? of (?:this )?(?:evaluation|assessment)\\b',
  ),
  ofHints([A_LEVEL, FOUR], '\\b(?:score|grade|record|rate|give|assign|set|award)\\b.{0,24}\\blevel 4\\b'),
  wordings(
    { words: [/system|assistant|admin|developer|instruction|prompt|note|override|directive/] },
    /system|assistant|admin|developer|instruction|prompt|note|override|directive/,
    '(?:^|[.!?>;] |\\[)(?:system|assistant|admin|developer)(?: (?:note|prompt|message|override|instruction))?(?: (?:to|for) [^:]{1,24})? ?[:\\]]',
    '\\b(?:system|important|new|updated|final) (?:note|prompt|instructions?|override|message|directive)\\b ?(?:[:=]|to|for)',
  ),
  wordings({ sign: /#/ }, /###/, '### ?(?:instruction|system|response|evaluation)'),
  wordings(
    { words: [/candidate|applicant|criteri|points|rubric|marking|grading/] },
    /candidate|applicant|criteri|points|rubric|marking scheme|grading/,
    '\\b(?:candidate|applicant) (?:has |is )?(?:already )?(?:passed|been (?:approved|checked|evaluated|accepted|verified)|approved)\\b',
    `\\b(?:candidate|${OWN}|applicant) (?:\\S+ )?(?:gets?|receives?|has earned|earns|is given|is awarded) (?:the )?(?:full|perfect|maximum|top|highest)\\b`,
    '\\b(?:all|every) criteri\\w+ (?:are |is |were |have been )?(?:met|fulfilled|satisfied|covered)\\b',
    '\\ball (?:\\S+ )?points (?:are|were|have been) (?:covered|made|met|addressed)\\b',
    '\\b(?:the|this|whole) (?:rubric|marking scheme|grading)\\b',
  ),
  wordings(
    { words: [/^(?:job|thank|grateful|generous|lenient|round|panel|committee|human|hiring)/] },
    FAVOUR,
    '\\b(?:need|want|get) (?:this|the) job\\b|\\b(?:grateful|thank you|thanks) for (?:the |a |your )?(?:full|good|high|top|generous)',
    '\\b(?:be generous|be lenient|round up)\\b',
    '\\b(?:panel|committee|human review(?:er)?|hiring manager) (?:has |have )?(?:already )?(?:agreed|approved|confirmed|decided|completed|checked)\\b',
  ),
  wordings({ words: [/^expected/, /^(?:output|result|score|grade)/] }, FAVOUR, A_RESULT),
  wordings({ words: [/^result/, /^pass/] }, FAVOUR, A_RESULT),
  wordings({ words: [/^give/, /^me$/] }, FAVOUR, '\\bgive me\\b'),
];
