import { createInflateRaw } from 'node:zlib'
import type { Limits } from '../limits.ts'
import { Unreadable } from '../unreadable.ts'

export type Part = { name: string; packed: number; unpacked: number; method: number; at: number }

const endMark = 0x06054b50
const centralMark = 0x02014b50
const localMark = 0x04034b50

/** The parts that a zip archive's own directory lists (APPNOTE 6.3.10, 4.3.12 and 4.3.16), within the limits. */
export function partsOf(zip: Buffer, limits: Limits): Part[] {
  const damaged = (detail: string) => new Unreadable('damaged-archive', { detail })
  let end = -1
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 65_535); at--) {
    if (zip.readUInt32LE(at) === endMark) {
      end = at
      break
    }
  }
  if (end < 0) throw damaged('directory')
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if (count > limits.workbookParts) throw new Unreadable('bomb', { detail: String(count) })
  const parts: Part[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== centralMark) throw damaged('directory')
    const nameLength = zip.readUInt16LE(at + 28)
    parts.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('encrypted')
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}

/**
 * Refuses a bomb twice: by the sizes the directory states, then by unpacking every part to nowhere and counting,
 * because a directory can lie and the workbook reader would believe it.
 */
export async function checkParts(zip: Buffer, parts: readonly Part[], limits: Limits): Promise<void> {
  const stated = parts.reduce((sum, part) => sum + part.unpacked, 0)
  const packed = parts.reduce((sum, part) => sum + part.packed, 0)
  if (packed > zip.length) throw new Unreadable('bomb')
  if (stated > limits.workbookBytes) {
    throw new Unreadable(stated > packed * limits.inflateRatio ? 'bomb' : 'too-large')
  }
  let total = 0
  for (const part of parts) {
    if (part.at + 30 > zip.length || zip.readUInt32LE(part.at) !== localMark) {
      throw new Unreadable('damaged-archive', { detail: part.name })
    }
    const start = part.at + 30 + zip.readUInt16LE(part.at + 26) + zip.readUInt16LE(part.at + 28)
    const bytes = zip.subarray(start, start + part.packed)
    if (bytes.length < part.packed) throw new Unreadable('damaged-archive', { detail: part.name })
    const area = sheetPart.test(part.name) ? watchArea() : undefined
    const room = limits.workbookBytes - total
    total += part.method === 0 ? bytes.length : await inflatedLength(bytes, room, part.name, area?.take)
    if (part.method === 0) area?.take(bytes)
    if (area && area.cells() > limits.sheetCells) throw new Unreadable('too-large', { detail: part.name })
  }
}

const sheetPart = /^xl\/worksheets\/[^/]+\.xml$/

/** How many cells a sheet spans up to its farthest one: one cell in the last corner would fill all memory. */
function watchArea() {
  let rest = ''
  let rows = 0
  let columns = 0
  return {
    take(chunk: Buffer) {
      const text = rest + chunk.toString('latin1')
      for (const [, letters, digits] of text.matchAll(/\sr=["']([A-Z]{1,3})(\d{1,7})["']/g)) {
        rows = Math.max(rows, Number(digits))
        let column = 0
        for (let i = 0; i < letters!.length; i++) column = column * 26 + letters!.charCodeAt(i) - 64
        columns = Math.max(columns, column)
      }
      rest = text.slice(-24)
    },
    cells: () => rows * columns,
  }
}

async function inflatedLength(
  bytes: Buffer,
  room: number,
  name: string,
  take?: (chunk: Buffer) => void,
): Promise<number> {
  const inflate = createInflateRaw()
  inflate.end(bytes)
  let length = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      length += chunk.length
      take?.(chunk)
      if (length > room) throw new Unreadable('bomb', { detail: name })
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('damaged-archive', { detail: name })
  } finally {
    inflate.destroy()
  }
  return length
}
