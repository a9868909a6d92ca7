/** Where assessments are posted: nobody reads one before all are in, and none is posted after that. */

export interface BallotBox<Letter> {
  /** Throws when that seat has posted, or when the box has been opened. */
  post(seat: number, letter: Letter): void;
  /** All letters by seat. Throws while one is missing. */
  open(): readonly Letter[];
}

/** A box for so many seats, numbered from 0. The letters stand in no property: to open it is the only way to them. */
export function ballotBox<Letter>(seats: number): BallotBox<Letter> {
  const letters = new Map<number, Letter>();
  let opened = false;
  return {
    post(seat, letter) {
      if (opened) throw new Error(`The box is open: seat ${seat} may have read the others.`);
      if (letters.has(seat) || seat < 0 || seat >= seats) throw new Error(`Seat ${seat} cannot post here.`);
      letters.set(seat, letter);
    },
    open() {
      if (letters.size < seats) throw new Error(`${seats - letters.size} of ${seats} are not in yet.`);
      opened = true;
      return Array.from({ length: seats }, (_, seat) => letters.get(seat)!);
    },
  };
}
