import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redacting } from '../../src/llm/redacting.ts';
import type { ChatClient, ChatRequest } from '../../src/model/llm.ts';

const LISTS = { names: ['Anna de Groot'], companies: ['Globex'] };

/** A client that keeps what it was asked and replies with it. */
function echo() {
  const asked: ChatRequest[] = [];
  const client: ChatClient = {
    model: 'judge-1',
    identity: { model: 'judge-1', provider: 'openai' },
    usage: () => ({ calls: asked.length, prompt: 0, completion: 0, cached: 0, cost: null }),
    async chat(request) {
      asked.push(request);
      const value = {
        said: request.messages.map(it => it.content),
        list: [1, null, request.messages[0]!.content],
      };
      const usage = { prompt: 1, completion: 1 };
      return { value, usage, model: 'judge-1', temperature: 0, strict: true, cached: false };
    },
  };
  return { client, asked };
}

const request = (...contents: string[]): ChatRequest => ({
  messages: contents.map(content => ({ role: 'user', content })),
  schema: { name: 'x', schema: {} },
  maxTokens: 9,
  temperature: 0,
});

test('the model reads placeholders, the same in all messages, and the reply is put right', async () => {
  const { client, asked } = echo();
  const reply = await redacting(client, LISTS).chat(
    request('Anna de Groot of Globex', 'Globex, a@b.example'),
  );
  expect(asked[0]!.messages.map(it => it.content)).toEqual([
    '[NAME-1] of [COMPANY-2]',
    '[COMPANY-2], [EMAIL-3]',
  ]);
  expect(reply.value).toEqual({
    said: ['Anna de Groot of Globex', 'Globex, a@b.example'],
    list: [1, null, 'Anna de Groot of Globex'],
  });
});

test('a message that is JSON stays JSON, its keys as they are', async () => {
  const { client, asked } = echo();
  const content = JSON.stringify({ Globex: 'Anna\nde Groot said "Globex"', n: [1, true, null] });
  await redacting(client, { ...LISTS, names: ['Anna de Groot'] }).chat(request(content));
  expect(JSON.parse(asked[0]!.messages[0]!.content)).toEqual({
    Globex: '[NAME-1] said "[COMPANY-2]"',
    n: [1, true, null],
  });
});

test('the same question is hidden in the same way, whatever was asked before', async () => {
  const { client, asked } = echo();
  const hiding = redacting(client, LISTS);
  await hiding.chat(request('At Globex.'));
  await hiding.chat(request('Anna de Groot'));
  await hiding.chat(request('At Globex.'));
  expect(asked[2]).toEqual(asked[0]);
});

test('any JSON comes back as it was', () =>
  fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async data => {
      const content = JSON.stringify(data);
      const { value } = await redacting(echo().client, LISTS).chat(request(content));
      const [said] = (value as { said: string[] }).said;
      expect(JSON.parse(said!)).toEqual(JSON.parse(content));
    }),
  ));
