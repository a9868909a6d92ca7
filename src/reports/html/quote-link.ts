/** From what is said of an answer to the answer. */
import type { Debrief, DebriefQuestion } from '../../model/debrief.ts';
import { type Content, html } from './markup.ts';

/** Numbers of questions on the page, by key. */
export type Places = ReadonlyMap<string, string>;

/** Where each question of an interview is told: `2.1`, `2.1.3`. */
export function placesIn({ rounds }: Debrief): Places {
  const places = new Map<string, string>();
  const place = (question: DebriefQuestion, number: string) => {
    places.set(question.key, number);
    for (const [index, it] of question.followUps.entries()) place(it, `${number}.${index + 1}`);
  };
  for (const [round, { questions }] of rounds.entries())
    for (const [index, it] of questions.entries()) place(it, `${round + 1}.${index + 1}`);
  return places;
}

/** The first words of a quote as a link to its answer; without a quote, the number of the question. */
export function quoteLink(key: string, quote: string | undefined, places: Places): Content {
  const number = places.get(key);
  const words = quote === undefined ? (number ?? key) : `“${short(quote)}”`;
  return number === undefined
    ? html`<span class="quiet">${words}</span> `
    : html`<a class="quote" href="#q-${number}">${words}</a> `;
}

/** Words of a quote that are enough to know it again: the whole stands in the answer. */
const WORDS = 7;

export function short(quote: string): string {
  const words = quote.trim().split(/\s+/);
  return words.length > WORDS ? `${words.slice(0, WORDS).join(' ')} …` : words.join(' ');
}
