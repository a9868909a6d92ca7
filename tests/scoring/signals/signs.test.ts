/** What each sign looks like, and what comes near it without being it. */
import { describe, expect, test } from 'vitest';
import { signsOf } from '../../../src/scoring/signals/clause-signs.ts';
import { SIGNS, type Sign } from '../../../src/scoring/signals/signs.ts';
import { parse } from '../../../src/scoring/text/answer.ts';
import { clausesOf } from '../../../src/scoring/text/clauses.ts';

function signs(text: string): Set<string> {
  const answer = parse(text);
  const found = answer.sentences.flatMap(it => signsOf(answer, it, clausesOf(text, it)));
  return new Set(found.flatMap(it => [...it.signs]));
}

const shown: Record<Sign, [there: string, not: string]> = {
  'own deed': ['I rang her.', 'We rang her.'],
  'our deed': ['We rang her.', 'I rang her.'],
  'deed of others': ['The client rang her.', 'I rang her.'],
  'deed of nobody': ['The slips were merged.', 'They merged the slips.'],
  state: ['The ward was full.', 'The ward fills.'],
  wish: ['She wanted it quickly.', 'I wanted it quickly.'],
  post: ['I was sous chef.', 'I was sorry.'],
  keeping: ['I look after the files.', 'I looked at the files.'],
  things: ['A landlord with oak floors.', 'Somebody with a thing.'],
  place: ['It broke at a furniture store.', 'It broke at the moment.'],
  time: ['It broke last spring.', 'It broke by Friday.'],
  later: ['By June they were back.', 'They were there in June.'],
  deadline: ['It was for Friday, due then.', 'It broke on Friday.'],
  duty: ['I had to choose.', 'She had to choose.'],
  charge: ['She asked me to choose.', 'She asked me about it.'],
  figure: ['Twelve guests came: 12 people.', 'Many guests came.'],
  change: ['It fell from 40 to 6.', 'There were 40.'],
  none: ['No plates came back.', 'Plates came back.'],
  lasting: ['It runs before every send now.', 'It ran now and then.'],
  habit: ['I always count them.', 'I counted them.'],
  hindsight: ['I should have asked.', 'She should have asked.'],
  hypothetical: ['I would ask.', 'I asked.'],
  praise: ['It went really well and was a nice evening.', 'It went well with 12 guests.'],
  denied: ["I didn't ask.", 'I asked.'],
};

describe.each(Object.keys(SIGNS) as Sign[])('%s', sign => {
  const [there, not] = shown[sign];
  test(`is in: ${there}`, () => expect(signs(there)).toContain(sign));
  test(`is not in: ${not}`, () => expect(signs(not)).not.toContain(sign));
});

describe('who is meant and how long it took', () => {
  test.each(['Both were sold out.', 'Were sold out by May.'])('nobody says of themselves: %s', said =>
    expect(signs(said)).toContain('deed of nobody'),
  );
  test('a dropped subject is still the speaker where the verb agrees', () =>
    expect(signs('Was sent home early.')).not.toContain('deed of nobody'));
  test('what others have to do is no duty of the speaker', () =>
    expect(signs('It is always the last one in the chain who has to pay.')).not.toContain('duty'));
  test('a need is none either', () => expect(signs('I saw any need outside my job.')).not.toContain('duty'));
  test('what was not needed any more is no duty, but something that did not happen', () => {
    expect(signs('We never had to ask again.')).toContain('none');
    expect(signs('We never had to ask again.')).not.toContain('duty');
  });
  test.each(['It took 3 weeks.', 'I stayed three days with them.', 'It was 40 seconds a letter.'])(
    'how long it lasted is no figure of what came of it: %s',
    said => expect(signs(said)).not.toContain('figure'),
  );
  test.each(['It took 40 plates.', 'We saved 40 hours.', 'Trucks left 20 minutes earlier.'])(
    'but other amounts are: %s',
    said => expect(signs(said)).toContain('figure'),
  );
});
