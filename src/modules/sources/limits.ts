/** How much one dropped file may ask of the product. Each limit is far above any list seen and far below the machine's. */
export type Limits = {
  /** The file as dropped: 1 GiB. A year of every project of the Union is a tenth of it. */
  fileBytes: number
  /** Text after unpacking .gz: 4 GiB; what lies beyond is a mistake or an attack. */
  inflatedBytes: number
  /** Unpacked to packed. Deflate cannot pass 1 032; project lists reach about 15. */
  inflateRatio: number
  /** All parts of a workbook unpacked: 256 MiB, about 1.5 million filled cells, which are held in memory at once. */
  workbookBytes: number
  /** Rows times columns of one sheet up to its farthest cell, blank ones included: they take memory too. */
  sheetCells: number
  /** Parts in a workbook; a hundred sheets with drawings stay below a thousand. */
  workbookParts: number
  /** One record of a text file or one JSON object, in characters: an abstract with attachments pasted in fits. */
  recordLength: number
  /** Lines one quoted cell may run over; a quote that was never closed swallows more. */
  cellLines: number
  /** Columns of one table. Excel itself stops at 16 384, no list for people passes a few hundred. */
  columns: number
  /** Nesting of JSON. */
  depth: number
}

const MiB = 1024 * 1024

export const limits: Limits = {
  fileBytes: 1024 * MiB,
  inflatedBytes: 4096 * MiB,
  inflateRatio: 400,
  workbookBytes: 256 * MiB,
  sheetCells: 20_000_000,
  workbookParts: 2_000,
  recordLength: 4 * MiB,
  cellLines: 2_000,
  columns: 1_000,
  depth: 64,
}
