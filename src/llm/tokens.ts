/** How many tokens a request takes: a likely figure for plans, and one that is never exceeded for budgets. */
import type { ChatRequest } from '../model/llm.ts';

export interface Tokens {
  prompt: number;
  completion: number;
}

/** Tokens that a message costs beside its text: its role and its ends; rounded up from OpenAI's cookbook (3). */
const A_MESSAGE = 4;
/** The same, to be on the safe side with any chat template. */
const A_MESSAGE_AT_MOST = 32;

/**
 * A rough count without the model's vocabulary. English prose takes about four characters a token ("What are tokens",
 * OpenAI help); a letter beyond ASCII takes half a token, a sign of Chinese, Japanese or Korean a whole one. Real counts
 * differ by a quarter, of other languages and code by more.
 */
export function likelyTokens(text: string): number {
  let quarters = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    quarters += code < 0x80 ? 1 : code < 0x2e80 ? 2 : 4;
  }
  return Math.ceil(quarters / 4);
}

/** Likely tokens of a request, its schema among them; of the reply what it may have at most. */
export function likelyTokensOf({ messages, schema, maxTokens }: ChatRequest): Tokens {
  const texts = [...messages.map(it => it.content), JSON.stringify(schema.schema)];
  const prompt = texts.reduce((sum, text) => sum + likelyTokens(text) + A_MESSAGE, 0);
  return { prompt, completion: maxTokens };
}

/**
 * What a request takes at the very most: a token stands for one byte or more, in every vocabulary made of bytes
 * (byte-level BPE, as of GPT, Llama 3, Qwen; SentencePiece falls back to bytes).
 */
export function mostTokensOf({ messages, schema, maxTokens }: ChatRequest): Tokens {
  const texts = [...messages.map(it => it.content), JSON.stringify(schema)];
  const prompt = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + A_MESSAGE_AT_MOST, 0);
  return { prompt: prompt + IN_WORDS, completion: maxTokens };
}

/** The sentence around a schema that is sent in words (dialect.ts). */
const IN_WORDS = 128;
