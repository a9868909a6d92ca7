/** A sheet as a Word document (DOCX), with no date in it: the same sheet gives the same bytes. */
import {
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { visible } from '../../model/unseen.ts';
import { xmlText } from '../../reports/cohort/xml-text.ts';
import type { Block, Logo, Sheet, SheetSection } from './sheet.ts';
import { withoutDates } from './zip.ts';

/** The whole document. A logo that is an SVG is left out: Word wants a second picture beside one. */
export async function sheetDocument({
  title,
  company,
  logo,
  lead,
  sections,
  foot,
}: Sheet): Promise<Uint8Array> {
  const document = new Document({
    creator: 'mockloop',
    title,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: LANGUAGE } } },
        heading1: BESIDE_NEXT,
        heading2: BESIDE_NEXT,
        heading3: BESIDE_NEXT,
        heading4: BESIDE_NEXT,
      },
    },
    numbering: { config: [{ reference: DASHES, levels: DASH_LEVELS }] },
    sections: [
      {
        children: [
          ...(logo && logo.type !== 'svg' ? [pictureOf(logo, logo.type, company)] : []),
          ...(company === undefined ? [] : [paragraph(company, { bold: true })]),
          new Paragraph({ text: visible(title), heading: HeadingLevel.TITLE }),
          ...lead.map(it => paragraph(it)),
          ...sections.flatMap(sectionOf),
          paragraph(foot, { color: QUIET }),
        ],
      },
    ],
  });
  return withoutDates(
    await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreOf(title) }]),
  );
}

/** What readers and screen readers are told of the document. The library would put in who made it when. */
const coreOf = (title: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>mockloop</dc:creator><dc:language>${LANGUAGE}</dc:language></cp:coreProperties>`;

/** Of what we write ourselves, as the page says it. */
const LANGUAGE = 'en';

/** A page does not end with a heading. */
const BESIDE_NEXT = { paragraph: { keepNext: true } };

const QUIET = '625D54';
const HEADINGS = { 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3, 5: HeadingLevel.HEADING_4 } as const;

/** Twentieths of a point. */
const STEP = 300;
const AIR = 100;
const WRITING = 480;

/** Half points: a line of 80 characters of code fits between the margins. */
const CODE = 18;

/** A list that is one to a screen reader. Word knows nine depths. */
const DASHES = 'dashes';
const DEPTHS = 9;
const DASH_LEVELS = Array.from({ length: DEPTHS }, (_, level) => ({
  level,
  format: LevelFormat.BULLET,
  text: '–',
  style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
}));

/** Pixels: the room that a page gives it, too. */
const LOGO = { width: 224, height: 64 };

interface Look {
  bold?: boolean;
  color?: string;
  font?: string;
  size?: number;
  /** Of an item of a list, from 0. */
  depth?: number;
  keepNext?: boolean;
}

function paragraph(text: string, { depth, keepNext = false, ...look }: Look = {}): Paragraph {
  const rows = visible(text).split('\n');
  return new Paragraph({
    spacing: { after: AIR },
    ...(keepNext && { keepNext }),
    ...(depth !== undefined && { numbering: { reference: DASHES, level: Math.min(DEPTHS - 1, depth) } }),
    children: rows.map((row, at) => new TextRun({ text: row, ...look, ...(at > 0 && { break: 1 }) })),
  });
}

function pictureOf({ bytes, size = LOGO }: Logo, type: 'png' | 'jpg', company = 'Logo'): Paragraph {
  const scale = Math.min(LOGO.width / size.width, LOGO.height / size.height);
  const pixels = (of: number) => Math.max(1, Math.round(of * scale));
  const transformation = { width: pixels(size.width), height: pixels(size.height) };
  const altText = { name: visible(company), description: visible(company), title: visible(company) };
  return new Paragraph({
    children: [new ImageRun({ type, data: Buffer.from(bytes), transformation, altText })],
  });
}

function sectionOf({ title, blocks, onNewPage = false }: SheetSection): (Paragraph | Table)[] {
  const head = new Paragraph({
    text: visible(title),
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: onNewPage,
  });
  return [head, ...blocks.flatMap(blockOf)];
}

function blockOf(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ text: visible(block.text), heading: HEADINGS[block.depth] })];
    case 'prose':
      return block.text
        .split(/\n\s*\n/)
        .filter(it => it.trim() !== '')
        .map(it => paragraph(it.trim(), block.quiet ? { color: QUIET } : {}));
    case 'list':
      return block.items.map(({ text, depth = 0 }) => paragraph(text.replace(/\s+/g, ' ').trim(), { depth }));
    case 'code':
      return [paragraph(block.text, { font: 'Consolas', size: CODE })];
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [paragraph(block.caption)]),
        tableOf(block),
        paragraph(''),
      ];
    case 'lines':
      return Array.from({ length: block.count }, line);
  }
}

/** Paragraphs with the same border are one box to Word, with a border at its end alone but for what is between them. */
function line(): Paragraph {
  const ruled = { style: BorderStyle.SINGLE, size: 4, color: 'BBBBBB', space: 1 };
  return new Paragraph({ border: { bottom: ruled, between: ruled }, spacing: { before: WRITING } });
}

/** Twentieths of a point: a page of A4 between margins of an inch. */
const WIDTH = 9026;

/** Characters of a column that count for its width: no narrower than a number, and no wider than a line is read well. */
const NARROW = 8;
const WIDE = 30;

/** So many characters more than its letters a bold heading needs, with the space beside it. */
const AROUND = 6;

/**
 * Widths of columns by what stands in them, in twentieths of a point, together the page's. One without a word in any row is
 * for writing, and as wide as the widest.
 */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = head.map((name, at) => {
    const cells = rows.map(it => it[at]?.length ?? 0);
    const written = Math.max(0, ...cells);
    return written === 0 ? WIDE : Math.min(WIDE, Math.max(NARROW, name.length + AROUND, written));
  });
  const sum = longest.reduce((all, it) => all + it, 0);
  return longest.map(it => Math.floor((WIDTH * it) / sum));
}

function tableOf({ head, rows, isWhole = false }: Extract<Block, { kind: 'table' }>): Table {
  const row = (cells: readonly string[], look: Look, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(it => new TableCell({ children: [paragraph(it, look)] })),
    });
  const last = rows.length - 1;
  return new Table({
    columnWidths: widthsOf(head, rows),
    layout: TableLayoutType.FIXED,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(head, { bold: true, keepNext: isWhole }, true),
      ...rows.map((it, at) => row(it, { keepNext: isWhole && at < last }, false)),
    ],
  });
}
