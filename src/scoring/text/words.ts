/** How much a word says by itself: nothing (function words), little (words common in any talk about work), or much. */
import { stem } from './stem.ts';

const split = (text: string): string[] => text.trim().split(/\s+/);

/** Words that hold sentences together, negations apart. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  split(`
    a about above after again against all also although am among an and another any anything are around as at away
    be became because been before being below between both but by came can come comes could
    did do does doing done down during each either else etc even ever every everything few for from further
    get gets getting go goes going got had has have having he hence her here hers herself him himself his how however
    i i'd i'll i'm i've if in instead into is it it's its itself just let let's like lot
    made make makes many may maybe me might mine more most much must my myself nearly of off often on once one only onto or
    other others otherwise our ours ourselves out over own per perhaps quite rather really right
    same say says she should since so some somebody someone something soon still such
    than that that's the their theirs them themselves then there there's therefore these they they're this those though
    through thus to together too toward towards under until up upon us used using usually
    very via was way we we'd we'll we're we've well were what when where whereas wherever whether which while who whom
    whose why will with within would yes yet you you're your yours yourself yourselves
    cannot can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't never no nobody none nor not
    nothing nowhere shouldn't wasn't weren't without won't wouldn't aren't neither
    e.g i.e vs eg ie okay ok um uh hmm actually basically simply already almost always sometimes
  `),
);

/** Words that turn a statement round. `without` and `no` deny what comes next; see polarity.ts. */
export const NEGATORS: ReadonlySet<string> = new Set(
  split(`
    not no never none nobody nothing neither nor without cannot can't couldn't didn't doesn't don't hadn't hasn't
    haven't isn't mustn't needn't shouldn't wasn't weren't won't wouldn't aren't hardly dont doesnt didnt isnt cant wont
  `),
);

/** Stems that any technical or work answer is full of; half a word's weight. Our own list. */
const COMMON: ReadonlySet<string> = new Set(
  split(`
    able access act action actual add allow amount answer approach area ask available avoid back bad base basic become
    begin best better big bit bring build business call care carry case cause certain chance change check choose clear
    close code common company compare complete consider contain continue control cost count couple create current
    data day deal decide decision depend design detail develop different difficult direct double easy effect effort
    end engineer enough entire error example exist expect explain extra fact fail fair fast feature feel field figure
    file final find fine first fix follow force form found free full function future general give good great group
    grow half hand handle happen hard help high hold hour idea identify immediate implement important improve include
    increase independent individual information input instance interest involve issue item job keep kind know known
    language large last late later lead learn least leave left less level life limit line list little live load local
    long look lose low main maintain manage mark matter mean meet method minute moment month move name natural near
    necessary need new next normal note number object offer old open operate option order original output part
    particular pass path pay people perform period person pick piece place plan plus point possible practice prefer
    present prevent previous problem process produce product program project prove provide pull purpose push put
    question quick raise rate reach read ready real reason receive recent reduce refer relate release remain remember
    remove report represent request require resource rest result return room rule run safe save second see seem send
    separate serve service set several share short show side similar simple single situation size slow small solution
    solve sort source space special specific spend stage stand start state stay step stop store story support sure
    system take talk task team tell term test thing think third three time today total track true try turn two type
    understand unit update use useful user value various version view wait want watch week whole wide wish word work
    world write wrong year
    app application client company computer database network software server
    four five six seven eight nine ten zero hundred thousand million
  `).map(stem),
);

/** Weight of a word in a text, in halves, 0 to 2. Single letters and figures count in full: G, M and P are terms. */
export function halvesOf(text: string, stemmed: string): number {
  if (FUNCTION_WORDS.has(text)) return 0;
  return COMMON.has(stemmed) ? 1 : 2;
}
