/** A sheet as a Word document (DOCX), with no date in it: the same sheet gives the same bytes. */
import {
  BorderStyle,
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { visible } from '../../model/unseen.ts';
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
        document: { run: { font: 'Calibri', size: 22 } },
        heading1: BESIDE_NEXT,
        heading2: BESIDE_NEXT,
        heading3: BESIDE_NEXT,
        heading4: BESIDE_NEXT,
      },
    },
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
    await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: CORE }]),
  );
}

/** What the library would put in: who made it when. */
const CORE =
  '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>mockloop</dc:creator></cp:coreProperties>';

/** A page does not end with a heading. */
const BESIDE_NEXT = { paragraph: { keepNext: true } };

const QUIET = '625D54';
const HEADINGS = { 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3, 5: HeadingLevel.HEADING_4 } as const;

/** Twentieths of a point. */
const STEP = 300;
const AIR = 100;
const WRITING = 480;

/** Pixels: the room that a page gives it, too. */
const LOGO = { width: 224, height: 64 };

interface Look {
  bold?: boolean;
  color?: string;
  font?: string;
  indent?: number;
  keepNext?: boolean;
}

function paragraph(text: string, { indent, keepNext = false, ...look }: Look = {}): Paragraph {
  const rows = visible(text).split('\n');
  return new Paragraph({
    spacing: { after: AIR },
    ...(keepNext && { keepNext }),
    ...(indent !== undefined && { indent: { left: indent, hanging: STEP } }),
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
      return block.items.map(({ text, depth = 0 }) =>
        paragraph(`–  ${text.replace(/\s+/g, ' ').trim()}`, { indent: STEP * (depth + 1) }),
      );
    case 'code':
      return [paragraph(block.text, { font: 'Consolas' })];
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

function tableOf({ head, rows, isWhole = false }: Extract<Block, { kind: 'table' }>): Table {
  const row = (cells: readonly string[], look: Look, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(it => new TableCell({ children: [paragraph(it, look)] })),
    });
  const last = rows.length - 1;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      row(head, { bold: true, keepNext: isWhole }, true),
      ...rows.map((it, at) => row(it, { keepNext: isWhole && at < last }, false)),
    ],
  });
}
