import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import { among } from './choice-options.ts';
import type { Command } from './command.ts';
import type { StoryOptions } from './story-actions.ts';

const ACTIONS = ['list', 'add', 'ask', 'remove'] as const;

export const stories: Command = {
  examples: [
    'mockloop stories',
    'mockloop stories add --title "An index" --principle ownership --part told=...',
    'mockloop stories add --title "The index" --from leadership/mistake-of-yours',
    'mockloop stories ask lunch/lunch --question "Why?" --question "And then?"',
    'mockloop stories remove the-index',
  ],
  describe(command) {
    const collect = (value: string, before: string[] | undefined) => [...(before ?? []), value];
    command
      .addArgument(
        among(command.createArgument('[action]', `${ACTIONS.join(', ')} (default: list)`), ACTIONS),
      )
      .argument('[name]', 'of remove: a story, or a round as loop/round; of ask: a round')
      .option('--title <title>', 'of add: what you call it')
      .option('--principle <id>', 'of add: a principle that it shows (repeatable)', collect)
      .option(
        '--part <name=text>',
        'of add: a part of it, as situation=... or symptom=... (repeatable)',
        collect,
      )
      .option(
        '--from <question>',
        'of add: the question that you told it for; principles, words and figures are taken over',
      )
      .option(
        '--question <text>',
        'of ask: what you will ask at its end, two or three (repeatable)',
        collect,
      );
  },
  async run(io, options, [action = 'list', name]) {
    const known = ACTIONS.find(it => it === action);
    if (!known) throw new InputError(`Stories have no "${action}".`, `There are: ${ACTIONS.join(', ')}.`);
    const { refuseIdle } = await import('./idle.ts');
    const given = options as StoryOptions;
    if (known !== 'add')
      refuseIdle(
        given,
        ['title', 'principle', 'part', 'from'],
        'add',
        'Like this: mockloop stories add --title "What you call it".',
      );
    if (known !== 'ask')
      refuseIdle(
        given,
        ['question'],
        'ask',
        'Like this: mockloop stories ask lunch/lunch --question "Why?" --question "And then?".',
      );
    if (name !== undefined && (known === 'list' || known === 'add'))
      throw new InputError(`stories ${known} takes no name, and here is ${quoted(name)}.`, 'Leave it out.');
    const { doWithStories } = await import('./story-actions.ts');
    return doWithStories(io, given, known, name);
  },
};
