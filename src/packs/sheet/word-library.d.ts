/**
 * What we use of `docx`. Its own declarations import folders, which a module of today cannot; seen by tests that read
 * what it writes.
 */
declare module 'docx' {
  interface Spacing {
    before?: number;
    after?: number;
  }
  type Heading = 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'Heading4';
  interface Line {
    style: string;
    size: number;
    color: string;
    space: number;
  }
  interface ParagraphOptions {
    text?: string;
    heading?: Heading;
    pageBreakBefore?: boolean;
    spacing?: Spacing;
    numbering?: { reference: string; level: number };
    border?: { bottom: Line; between: Line };
    keepNext?: boolean;
    children?: readonly (TextRun | ImageRun)[];
  }
  interface RunOptions {
    text: string;
    bold?: boolean;
    color?: string;
    font?: string;
    size?: number;
    break?: number;
  }
  interface ImageOptions {
    type: 'png' | 'jpg';
    data: Uint8Array;
    transformation: { width: number; height: number };
    altText: { name: string; description: string; title: string };
  }
  export class TextRun {
    constructor(options: RunOptions);
  }
  export class ImageRun {
    constructor(options: ImageOptions);
  }
  export class Paragraph {
    constructor(options: ParagraphOptions);
  }
  export class TableCell {
    constructor(options: { children: readonly Paragraph[] });
  }
  export class TableRow {
    constructor(options: { children: readonly TableCell[]; tableHeader?: boolean; cantSplit?: boolean });
  }
  export class Table {
    constructor(options: {
      rows: readonly TableRow[];
      columnWidths: readonly number[];
      layout: string;
      width: { size: number; type: string };
    });
  }
  export class Document {
    constructor(options: {
      creator: string;
      title: string;
      styles: {
        default: {
          document: { run: { font: string; size: number; language: { value: string } } };
        } & Record<`heading${1 | 2 | 3 | 4}`, { paragraph: { keepNext: boolean } }>;
      };
      numbering: {
        config: readonly {
          reference: string;
          levels: readonly {
            level: number;
            format: string;
            text: string;
            style: { paragraph: { indent: { left: number; hanging: number } } };
          }[];
        }[];
      };
      sections: readonly { children: readonly (Paragraph | Table)[] }[];
    });
  }
  export const Packer: {
    toBuffer(
      document: Document,
      prettify?: undefined,
      overrides?: readonly { path: string; data: string }[],
    ): Promise<Uint8Array>;
  };
  export const BorderStyle: { SINGLE: string };
  export const LevelFormat: { BULLET: string };
  export const TableLayoutType: { FIXED: string };
  export const WidthType: { PERCENTAGE: string };
  export const HeadingLevel: {
    TITLE: Heading;
    HEADING_1: Heading;
    HEADING_2: Heading;
    HEADING_3: Heading;
    HEADING_4: Heading;
  };
}
