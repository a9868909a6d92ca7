/**
 * What each of some things gives, all in one list: as `flatMap`, which takes ten times as long in V8 and stands on the way
 * of every answer.
 */
export function gathered<From, To>(list: readonly From[], of: (it: From, at: number) => readonly To[]): To[] {
  const all: To[] = [];
  for (let at = 0; at < list.length; at++) {
    const own = of(list[at]!, at);
    for (let index = 0; index < own.length; index++) all.push(own[index]!);
  }
  return all;
}
