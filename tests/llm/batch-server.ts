/** The Batch API on loopback, over the replies of a server of chat completions. */
import type { ServerResponse } from 'node:http';
import { type Behaviour, type Seen, send } from './server.ts';

/** A batch as the API reference of OpenAI describes it, as far as it matters here. */
export interface ServedBatch {
  id: string;
  status: string;
  input_file_id: string;
  output_file_id: string | null;
  error_file_id: string | null;
  metadata: Record<string, string> | null;
  request_counts: { total: number; completed: number; failed: number };
  errors: { data: { code: string; message: string }[] } | null;
}

/** A request of a file. */
export interface ServedRequest {
  custom_id: string;
  method: string;
  url: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it as they like
  body: any;
}

/** What a reply line holds beside its custom_id. */
export type Outcome =
  | { response: { status_code: number; body: unknown }; error: null }
  | { response: null; error: { code: string; message: string } };

export interface BatchWorld {
  behave: Behaviour;
  files: Map<string, string>;
  batches: ServedBatch[];
  /** All requests of all batches that were made, in their order. */
  handedIn(): ServedRequest[];
  /** Makes the batch that a call asks for, without a reply. */
  take(seen: Seen): void;
  /** Why it fails as a whole, where it does. */
  why: { code: string; message: string } | undefined;
  /** Looks at each batch before it ends; none by default. */
  looks: number;
  /** How it ends; `completed` by default. */
  status: string;
  /** Makes something else of a call than the server would; true when it has replied. */
  instead: (response: ServerResponse, seen: Seen) => boolean;
}

/** @param outcome what becomes of a request; undefined leaves it out of both files. */
export function batchWorld(outcome: (request: ServedRequest) => Outcome | undefined): BatchWorld {
  const files = new Map<string, string>();
  const batches: ServedBatch[] = [];
  const looks = new Map<string, number>();
  /** By batch; files may be thrown away. */
  const requests = new Map<string, ServedRequest[]>();

  const world: BatchWorld = {
    files,
    batches,
    handedIn: () => batches.flatMap(({ id }) => requests.get(id)!),
    take: ({ body }) => void made(body),
    why: undefined,
    looks: 0,
    status: 'completed',
    instead: () => false,
    behave(response, seen) {
      if (world.instead(response, seen)) return;
      const [, what, id, more] = /^\/v1\/(\w+)(?:\/([\w-]+))?(\/content)?/.exec(seen.path) ?? [];
      const batch = batches.find(it => it.id === id);
      if (what === 'files' && seen.method === 'POST') return send(response, 200, uploaded(seen.body));
      if (what === 'files' && seen.method === 'DELETE')
        return send(response, 200, { id, deleted: files.delete(id!) });
      if (what === 'files' && more && files.has(id!)) return send(response, 200, files.get(id!)!);
      if (what === 'batches' && seen.method === 'POST') return send(response, 200, made(seen.body));
      if (what === 'batches' && batch) return send(response, 200, lookedAt(batch));
      if (what === 'batches' && !id)
        return send(response, 200, { data: [...batches].reverse(), has_more: false });
      send(response, 404, { error: { message: 'No such thing' } });
    },
  };

  function uploaded(form: string): object {
    if (!form.includes('name="purpose"\r\n\r\nbatch\r\n')) throw new Error('no purpose');
    const [, text] = /name="file"; filename="[^"]+\.jsonl"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(form)!;
    const id = `file-${files.size}`;
    files.set(id, text!);
    return { id, object: 'file', bytes: text!.length, purpose: 'batch' };
  }

  function made(body: {
    input_file_id: string;
    endpoint: string;
    completion_window: string;
    metadata: never;
  }) {
    if (body.endpoint !== '/v1/chat/completions' || body.completion_window !== '24h')
      throw new Error('no batch');
    const batch: ServedBatch = {
      id: `batch_${batches.length}`,
      status: 'validating',
      input_file_id: body.input_file_id,
      output_file_id: null,
      error_file_id: null,
      metadata: body.metadata,
      request_counts: { total: 0, completed: 0, failed: 0 },
      errors: null,
    };
    batches.push(batch);
    const lines = files.get(body.input_file_id)!.trimEnd().split('\n');
    requests.set(
      batch.id,
      lines.map(it => JSON.parse(it)),
    );
    return batch;
  }

  function lookedAt(batch: ServedBatch): ServedBatch {
    const seen = looks.get(batch.id) ?? 0;
    looks.set(batch.id, seen + 1);
    if (batch.output_file_id !== null || batch.status === 'failed') return batch;
    if (seen < world.looks) batch.status = 'in_progress';
    else end(batch);
    return batch;
  }

  /** Out of order, as it may be. */
  function end(batch: ServedBatch): void {
    const asked = requests.get(batch.id)!;
    const lines = asked.toReversed().flatMap(request => {
      const its = outcome(request);
      return its ? [{ id: 'batch_req', custom_id: request.custom_id, ...its }] : [];
    });
    const isGood = (it: (typeof lines)[number]) => it.response?.status_code === 200;
    const keep = (name: string, among: typeof lines) => {
      files.set(name, among.map(it => `${JSON.stringify(it)}\n`).join(''));
      return name;
    };
    batch.status = world.status;
    batch.errors = world.why ? { data: [world.why] } : null;
    if (world.status === 'failed') return;
    batch.output_file_id = keep(`file-out-${batch.id}`, lines.filter(isGood));
    batch.error_file_id = keep(
      `file-err-${batch.id}`,
      lines.filter(it => !isGood(it)),
    );
    const completed = lines.filter(isGood).length;
    batch.request_counts = { total: asked.length, completed, failed: asked.length - completed };
  }

  return world;
}

/** The outcome that a server of chat completions would give. */
export function outcomeOf(behave: Behaviour): (request: ServedRequest) => Outcome {
  return ({ body }) => {
    let outcome: Outcome | undefined;
    let status = 0;
    const response = {
      writeHead: (code: number) => {
        status = code;
      },
      end: (text: string) => {
        outcome = { response: { status_code: status, body: JSON.parse(text) }, error: null };
      },
    } as unknown as ServerResponse;
    behave(response, { method: 'POST', path: '', headers: {}, body }, 0);
    return outcome!;
  };
}
