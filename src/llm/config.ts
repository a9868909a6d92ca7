/** Which server, with which key, and which model: from the environment and the command line. */
import { InputError } from '../model/errors.ts';

export interface LlmConfig {
  /** The key, or undefined for a server that needs none. A function, so that no JSON and no dump of this object holds it. */
  key(): string | undefined;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Host and port, for telling where answers go. */
  host: string;
  model: string;
  /** `openai`, or `openai-compatible` for any other server. */
  provider: string;
  /** What the user should know before anything is sent; whole sentences. */
  warnings: string[];
  /** OPENAI_ORG_ID and OPENAI_PROJECT_ID, for OpenAI itself only. */
  organization: string | undefined;
  project: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const OPENAI = 'https://api.openai.com/v1';

/**
 * Reads OPENAI_API_KEY, OPENAI_BASE_URL and MOCKLOOP_MODEL; what the command line gives goes before. Throws InputError
 * that names the variable for what is missing or cannot be used, never with the key.
 */
export function llmConfig(env: Env, options: { model?: string; baseUrl?: string } = {}): LlmConfig {
  const url = baseUrlOf(options.baseUrl ?? (env.OPENAI_BASE_URL || OPENAI));
  const isOpenAi = url.host === new URL(OPENAI).host;
  const key = keyOf(env.OPENAI_API_KEY);
  if (isOpenAi && key === undefined)
    throw new InputError(
      'The llm judge needs a key: OPENAI_API_KEY is not set.',
      'Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own (http://localhost:11434/v1 is Ollama).',
    );
  return {
    key: () => key,
    baseUrl: url.href.replace(/\/+$/, ''),
    host: url.host,
    model: modelOf(options.model ?? env.MOCKLOOP_MODEL),
    provider: isOpenAi ? 'openai' : 'openai-compatible',
    warnings: key === undefined ? [] : warningsFor(url),
    organization: (isOpenAi && env.OPENAI_ORG_ID) || undefined,
    project: (isOpenAi && env.OPENAI_PROJECT_ID) || undefined,
  };
}

function baseUrlOf(text: string): URL {
  const problem = (why: string) =>
    new InputError(
      `OPENAI_BASE_URL ${why}.`,
      'It is the address of the API up to /v1, like https://api.openai.com/v1 or http://localhost:11434/v1.',
    );
  if (!URL.canParse(text.trim())) throw problem('is no address');
  const url = new URL(text.trim());
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw problem('begins with neither https:// nor http://');
  if (url.username !== '' || url.password !== '')
    throw problem('holds a password; a key goes into OPENAI_API_KEY');
  if (url.search !== '' || url.hash !== '') throw problem('holds a ? or a #');
  return url;
}

/** Undefined for none. A header takes visible ASCII alone, and fetch would show the key in its error. */
function keyOf(text = ''): string | undefined {
  const key = text.trim();
  if (/^[\x21-\x7e]*$/.test(key)) return key || undefined;
  throw new InputError(
    'OPENAI_API_KEY holds characters that no key has: a space, a line break or a letter beyond ASCII.',
    'Copy the key again, alone and whole.',
  );
}

/** Longer is no name of a model. */
const LONGEST_MODEL = 200;

function modelOf(text = ''): string {
  const model = text.trim();
  if (model === '')
    throw new InputError(
      'No model is named.',
      'Set MOCKLOOP_MODEL to a model that your server has, as in MOCKLOOP_MODEL=llama3.1.',
    );
  if (model.length > LONGEST_MODEL || /\p{C}/u.test(model))
    throw new InputError(
      'MOCKLOOP_MODEL is no name of a model.',
      'Ask your server which it has: GET /v1/models.',
    );
  return model;
}

/** Hosts that are this machine: what is sent there passes no wire. */
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

function warningsFor({ protocol, hostname, host }: URL): string[] {
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return [];
  return [`OPENAI_API_KEY and the answers go to ${host} unencrypted: OPENAI_BASE_URL begins with http://.`];
}
