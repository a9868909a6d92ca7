/** What was handed in before, looked up without asking anybody. */
import { isThere } from '../../store/folders.ts';
import type { LlmConfig } from '../config.ts';
import { nameOf, Shelf } from './parcel.ts';
import { Replies } from './replies.ts';

/** @returns whether a request of that key in the cache is under way, or was replied to. @param now milliseconds. */
export function askedBefore(
  folder: string,
  { baseUrl, model }: Pick<LlmConfig, 'baseUrl' | 'model'>,
  now: number,
): (key: string) => boolean {
  if (!isThere(folder)) return () => false;
  const shelf = new Shelf(folder);
  const replies = new Replies(shelf);
  const underWay = new Set<string>();
  for (const parcel of shelf.parcels(baseUrl, model, now)) {
    const { batch, ended } = parcel;
    if (batch !== undefined && ended !== undefined) replies.learn({ ...parcel, batch });
    else for (const name of parcel.names) underWay.add(name);
  }
  replies.close();
  return key => underWay.has(nameOf(key)) || replies.parcelOf(nameOf(key)) !== undefined;
}
