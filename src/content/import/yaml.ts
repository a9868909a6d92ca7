/** A bank as YAML to go on writing: block scalars for answers, comments that say what to add. */
import { Document, visit } from 'yaml';
import { shown } from '../showing.ts';
import type { Draft, DraftBank } from './bank.ts';

export interface Layout {
  /** The file it came from. */
  from: string;
  /** The heading each question stood under. */
  topics: readonly (string | undefined)[];
  /** Path to the schema, from where the bank will stand. */
  schema?: string;
}

const ADVICE = `\
# It works as it is, and judges better the more you add. Below a question, for instance:
#
#   points:                    # what a full answer contains, as sentences that a candidate would say
#     - { id: lock, text: "Every send and receive takes the lock of the channel.", weight: 2 }
#   pitfalls:                  # what a wrong answer claims
#     - { id: lock-free, text: "Channels work without any lock." }
#   followUps:                 # two or more: what is underneath, and what if it fails?
#     - { id: full, prompt: "What happens when the buffer is full?" }
#
# \`mockloop validate --strict\` says what could be better.
`;

const NO_ANSWER =
  '    # answer: |               # none was found; without it, or points, what is said cannot be checked\n';

/** The text of the file. */
export function bankYaml(
  { kind, id, title, questions }: DraftBank,
  { from, topics, schema }: Layout,
): string {
  const head = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  const made = `# Made from ${shown(from)} by \`mockloop import\`.\n`;
  const body = questions.map((it, at) => `${headingOf(topics, at)}${questionYaml(it)}`).join('\n');
  return `${head}${made}${ADVICE}${yaml({ kind, id, title })}questions:\n${body}`;
}

function headingOf(topics: readonly (string | undefined)[], at: number): string {
  const topic = topics[at];
  return topic === undefined || topic === topics[at - 1] ? '' : `  # ${shown(topic)}\n\n`;
}

function questionYaml(question: Draft): string {
  const lines = yaml(question)
    .trimEnd()
    .split('\n')
    .map(it => (it === '' ? it : `    ${it}`));
  const text = `  - ${lines.join('\n').slice(4)}\n`;
  return question.answer === undefined ? `${text}${NO_ANSWER}` : text;
}

/** Lists of names stand in one line. */
function yaml(value: object): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_, list) => {
      list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: 'literal', flowCollectionPadding: false });
}
