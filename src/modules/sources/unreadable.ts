/** Why a whole file cannot be read. Each reason has its words in text.ts, with what to do about it. */
export const unreadableReasons = [
  'empty',
  'no-rows',
  'no-header',
  'no-table',
  'several-tables',
  'binary',
  'old-excel',
  'encrypted',
  'macros',
  'open-document',
  'archive',
  'nested-archive',
  'damaged-archive',
  'bomb',
  'too-large',
  'pdf',
  'picture',
  'web-page',
  'xml',
  'broken-utf8',
  'unknown-encoding',
  'one-column',
  'record-too-long',
  'too-many-columns',
  'unclosed-quote',
  'json',
  'too-deep',
  'workbook',
] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** Where in the file: the row as a spreadsheet numbers it (header = 1), or the byte from the start. */
export type Place = { row?: number; byte?: number; detail?: string }

/** The one error that reading throws. The file is refused whole; nothing has been changed. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason
  readonly place: Place

  constructor(reason: UnreadableReason, place: Place = {}) {
    super(`${reason}${place.row ? ` at row ${place.row}` : ''}${place.detail ? `: ${place.detail}` : ''}`)
    this.reason = reason
    this.place = place
  }
}
