/**
 * One vector times many. Each word that a question does not know is multiplied with all that it looks for, and in
 * JavaScript that took longer than anything else of a new question; WebAssembly multiplies eight numbers at a time (products.wat).
 */

/** Of a vector (tables/README.md). */
export const DIMENSIONS = 64;

const PAGE = 65_536;

export interface Products {
  /** Room for a vector, and behind it for so many others; what was there before may be gone. */
  room(others: number): Int8Array;
  /** The products of the vector with so many of the others, in their order. They hold until the next call. */
  sums(others: number): Int32Array;
}

/** What products.wat exports. */
interface Kernel {
  memory: { buffer: ArrayBuffer; grow(pages: number): void };
  products(count: number, to: number): void;
}

/** As much of it as is used here: the types of Node have none of it. */
declare const WebAssembly: {
  Module: new (code: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

/** @param code products.wat, as the build makes it. */
export function productsOf(code: Uint8Array): Products {
  const { memory, products } = new WebAssembly.Instance(new WebAssembly.Module(code)).exports as Kernel;
  const behind = (others: number) => DIMENSIONS * (1 + others);
  let bytes = new Int8Array(memory.buffer);
  let sums = new Int32Array(memory.buffer, behind(0), 0);
  return {
    room(others) {
      const short = behind(others) + 4 * others - bytes.length;
      if (short > 0) {
        memory.grow(Math.ceil(short / PAGE));
        bytes = new Int8Array(memory.buffer);
      }
      return bytes;
    },
    sums(others) {
      const to = behind(others);
      if (sums.buffer !== memory.buffer || sums.length !== others)
        sums = new Int32Array(memory.buffer, to, others);
      products(others, to);
      return sums;
    },
  };
}
