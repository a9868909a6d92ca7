/** The same models as a server on loopback speaks them, for tests of whole commands. */
import { type Behaviour, completion, send } from '../../../llm/server.ts';
import { type Seen, takenApart } from './fake.ts';

/** Replies to each request as `reply` says; JSON of whatever it returns. */
export const answering =
  (reply: (seen: Seen) => unknown): Behaviour =>
  (response, { body }) => {
    const schema = body.response_format.json_schema;
    const request = { messages: body.messages, schema, maxTokens: 0, temperature: 0 };
    send(response, 200, completion(JSON.stringify(reply(takenApart(request)))));
  };

/** A model without favour: the answer's beginning shows everything, at one level; points by their order, half of them. */
export const steady =
  (level: number) =>
  ({ kind, answer, points, claims }: Seen): object => {
    const quotes = [answer.slice(0, 60)];
    if (kind === 'level') return { quotes, reason: 'It says so.', level, check: 'no' };
    const found = (at: number) =>
      at === 0 ? { quotes, status: 'covered' } : { quotes: [], status: 'missing' };
    return {
      points: Object.fromEntries(points.map((id, at) => [id, found(at)])),
      wrongClaims: Object.fromEntries(claims.map(id => [id, { quotes: [], made: 'no' }])),
      check: 'no',
    };
  };
