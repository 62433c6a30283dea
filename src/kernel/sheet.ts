/** What a column holds; amounts and counts are decimal strings or numbers, days are "2026-03-05". */
export type SheetColumn = { header: string; kind: 'text' | 'number' | 'day' }
export type SheetValue = string | number | bigint | boolean | null | undefined
export type SheetRow = readonly SheetValue[]
