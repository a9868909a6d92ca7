/** Times as a clock shows them. */

/** `0:42`, `12:34`, `1:02:03`. @param seconds whole, 0 or more. */
export function clockText(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** The same of a time that was used, rounded to seconds: on the screen and in every report alike. */
export const timeUsed = (seconds: number): string => clockText(Math.round(seconds));
