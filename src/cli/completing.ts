/** Which words can stand where somebody presses the tab key. */
import type { Argument, Command as Commander, Option } from 'commander';
import { shown } from '../content/showing.ts';
import { choicesOf } from './choice-options.ts';
import type { CommonOptions } from './command.ts';
import { type Given, namesOf, type Word } from './completion-names.ts';
import type { Io } from './io.ts';

/**
 * The words that fit, with what they mean. Nothing where anything may stand, such as a file: the shell knows those.
 * @param typed all words after `mockloop` up to the cursor; the last one, perhaps empty, is being typed.
 */
export async function wordsFor(io: Io, program: Commander, typed: readonly string[]): Promise<Word[]> {
  const words = rejoined(typed);
  const current = words.pop() ?? '';
  const at = placeAfter(program, words);
  const [flag, value] = /^(--[^=]+)=(.*)$/s.exec(current)?.slice(1) ?? [];
  if (flag !== undefined) {
    const values = await valuesOf(io, optionOf(at.command, flag), at, value!);
    return values.map(it => ({ ...it, word: `${flag}=${it.word}` }));
  }
  if (at.option) return valuesOf(io, at.option, at, current);
  if (current.startsWith('-') && !at.isLiteral) return startingWith(current, flagsOf(at.command));
  if (at.command === program) return startingWith(current, commandsOf(program));
  if (at.command.name() === 'help') return startingWith(current, commandsOf(program));
  const argument =
    at.command.registeredArguments[at.operands.length] ?? at.command.registeredArguments.at(-1);
  const isThere = at.operands.length < at.command.registeredArguments.length || argument?.variadic;
  return isThere && argument ? valuesOf(io, argument, at, current) : [];
}

/** Bash makes three words of `--name=value`. */
function rejoined(typed: readonly string[]): string[] {
  const words: string[] = [];
  for (const [at, word] of typed.entries()) {
    const before = words.at(-1);
    if (word === '=' && before?.startsWith('--') && at < typed.length - 1) continue;
    words.push(word);
  }
  return words.at(-1) === '=' ? [...words.slice(0, -1), ''] : words;
}

interface Place {
  /** The program, while no command is named. */
  command: Commander;
  /** The option whose value comes next. */
  option?: Option;
  operands: string[];
  /** Values of options, by their names. */
  given: Given;
  /** After `--` nothing is an option. */
  isLiteral: boolean;
}

/** What the words before the cursor come to. */
function placeAfter(program: Commander, words: readonly string[]): Place {
  let command = program;
  let option: Option | undefined;
  let isLiteral = false;
  const operands: string[] = [];
  const given: Given = new Map();
  for (const word of words) {
    if (option) {
      given.set(option.attributeName(), [...(given.get(option.attributeName()) ?? []), word]);
      option = undefined;
    } else if (word === '--') isLiteral = true;
    else if (word.startsWith('-') && word !== '-' && !isLiteral) {
      const found = optionOf(command, word);
      if (found?.required) option = found;
    } else if (command === program)
      command = program.commands.find(it => it.name() === word) ?? helpOr(program, word);
    else operands.push(word);
  }
  return { command, ...(option && { option }), operands, given, isLiteral };
}

/** Of a command that does not exist nothing is known; `help` is commander's own. */
function helpOr(program: Commander, word: string): Commander {
  return program.createCommand(word);
}

/** By `--name`; one of the program may stand behind any command. */
function optionOf(command: Commander, flag: string): Option | undefined {
  return command.options.find(it => it.long === flag || it.short === flag);
}

async function valuesOf(
  io: Io,
  of: Option | Argument | undefined,
  { given, operands }: Place,
  current: string,
): Promise<Word[]> {
  if (!of) return [];
  const choices = choicesOf(of);
  if (choices)
    return startingWith(
      current,
      choices.map(word => ({ word, about: '' })),
    );
  const name = 'attributeName' in of ? of.attributeName() : of.name();
  const placeholder = 'flags' in of ? (/<([a-z]+)>/.exec(of.flags)?.[1] ?? '') : '';
  const options: CommonOptions = { content: given.get('content') ?? [], ...dataOf(given) };
  const names = await namesOf(io, options, { name, placeholder, given, operands });
  // Of several names with commas between them, the last one is being typed.
  const before = placeholder === 'names' ? current.slice(0, current.lastIndexOf(',') + 1) : '';
  return startingWith(
    current,
    names.map(it => ({ ...it, word: before + it.word })),
  );
}

const dataOf = (given: Given) => {
  const data = given.get('data')?.at(-1);
  return data === undefined ? {} : { data };
};

function flagsOf(command: Commander): Word[] {
  const flags = command.options.filter(it => !it.hidden);
  return [
    ...flags.map(it => ({ word: it.long ?? it.short!, about: it.description })),
    { word: '--help', about: 'show this help' },
  ];
}

function commandsOf(program: Commander): Word[] {
  return [
    ...program.commands.map(it => ({ word: it.name(), about: it.description() })),
    { word: 'help', about: 'show the help of a command' },
  ];
}

/** What begins like that, in the order given; about it one line. */
function startingWith(current: string, words: readonly Word[]): Word[] {
  return words
    .filter(it => it.word.startsWith(current))
    .map(({ word, about }) => ({ word: shown(word), about: shown(about.split('\n', 1)[0]!) }));
}
