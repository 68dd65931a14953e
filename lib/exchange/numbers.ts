/** A list of whole numbers from 0 to 2³² − 1 that grows, four bytes each. */
export interface Numbers {
  readonly length: number;
  /** Answers with the index of the new one. */
  push(value: number): number;
  at(index: number): number;
  set(index: number, value: number): void;
}

export function numbers(): Numbers {
  let room = new Uint32Array(1_024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === room.length) {
        const larger = new Uint32Array(room.length * 2);
        larger.set(room);
        room = larger;
      }
      room[length] = value;
      length += 1;
      return length - 1;
    },
    at: (index) => (index < length ? (room[index] ?? 0) : 0),
    set(index, value) {
      if (index < length) room[index] = value;
    },
  };
}
