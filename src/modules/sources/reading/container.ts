import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Limits } from '../limits.ts'
import { Unreadable, type UnreadableReason } from '../unreadable.ts'
import type { Histogram } from './encoding.ts'
import type { Origin } from './origin.ts'

const startsWith = (head: Uint8Array, ...bytes: number[]) => bytes.every((b, i) => head[i] === b)
const latin = (head: Uint8Array, length: number) => Buffer.from(head.subarray(0, length)).toString('latin1')

export type Kind = 'gzip' | 'zip' | 'text'

/** What the first bytes say the file is; the name's ending is not believed. Throws for kinds that are no list. */
export function kindOf(head: Uint8Array): Kind {
  if (startsWith(head, 0x1f, 0x8b)) return 'gzip'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip'
  const reason = refusedKind(head)
  if (reason) throw new Unreadable(reason, { byte: 0 })
  return 'text'
}

function refusedKind(head: Uint8Array): UnreadableReason | undefined {
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    const utf16 = Buffer.from('EncryptedPackage', 'utf16le')
    return Buffer.from(head).includes(utf16) ? 'encrypted' : 'old-excel'
  }
  if (latin(head, 5) === '%PDF-') return 'pdf'
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47) || startsWith(head, 0xff, 0xd8, 0xff)) return 'picture'
  if (/^(GIF8|RIFF....WEBP)/s.test(latin(head, 12))) return 'picture'
  const packed = [
    [0x42, 0x5a, 0x68],
    [0xfd, 0x37, 0x7a, 0x58, 0x5a],
    [0x28, 0xb5, 0x2f, 0xfd],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x52, 0x61, 0x72, 0x21],
  ]
  if (packed.some((bytes) => startsWith(head, ...bytes))) return 'archive'
  const text = latin(head, 1024)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<!--.*?-->\s*)?(<!doctype html|<html|<table|<head|<body|<meta)/s.test(text)) return 'web-page'
  if (text.startsWith('<?xml'))
    return /<html|<table|urn:schemas-microsoft-com:office/.test(text) ? 'web-page' : 'xml'
  return undefined
}

/** The origin's bytes, unpacked when packed, with the limits watched as they stream. */
export async function* unpacked(origin: Origin, gzip: boolean, limits: Limits): AsyncGenerator<Uint8Array> {
  if (!gzip) {
    yield* metered(origin.open(), limits.fileBytes)
    return
  }
  let packed = 0
  const count = async function* () {
    for await (const chunk of metered(origin.open(), limits.fileBytes)) {
      packed += chunk.length
      yield chunk
    }
  }
  const source = Readable.from(count())
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  let inflated = 0
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      inflated += chunk.length
      if (inflated > limits.inflatedBytes) throw new Unreadable('bomb', { byte: packed })
      if (inflated > 16_777_216 && inflated > packed * limits.inflateRatio) {
        throw new Unreadable('bomb', { byte: packed })
      }
      yield chunk
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('damaged-archive', { byte: packed, detail: (error as Error).message })
  } finally {
    gunzip.destroy()
    source.destroy()
  }
}

async function* metered(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > limit) throw new Unreadable('too-large', { byte: limit })
    yield chunk
  }
}

/** What one pass over all bytes tells: needed to choose the encoding for certain, not by a sample. */
export type Survey = {
  gzip: boolean
  kind: Kind
  /** SHA-256 of the file as dropped, and of what it holds unpacked (the same when it was not packed). */
  hash: string
  contentHash: string
  bytes: number
  head: Uint8Array
  histogram: Histogram
  utf8: boolean
  /** The first byte that is not UTF-8, when most of the rest is. */
  brokenAt?: number
}

const headLength = 512 * 1024

/** Reads the whole file once, unpacked, keeping a head of half a mebibyte. */
export async function survey(origin: Origin, limits: Limits): Promise<Survey> {
  const first = await headOf(origin.open())
  if (first.length === 0) throw new Unreadable('empty')
  if ((origin.size ?? 0) > limits.fileBytes) throw new Unreadable('too-large', { byte: limits.fileBytes })
  let kind = kindOf(first)
  const gzip = kind === 'gzip'
  if (gzip) {
    const packedHead = await headOf(unpacked(origin, true, limits))
    if (packedHead.length === 0) throw new Unreadable('empty')
    kind = kindOf(packedHead)
    if (kind === 'gzip') throw new Unreadable('nested-archive', { byte: 0 })
  }
  const digest = createHash('sha256')
  const inner = createHash('sha256')
  const histogram: Histogram = new Float64Array(256)
  const parts: Uint8Array[] = []
  let kept = 0
  let bytes = 0
  let lineStart = 0
  let structured = false
  const utf8 = utf8Watch()
  const watched: Origin = {
    ...origin,
    async *open() {
      for await (const chunk of origin.open()) {
        digest.update(chunk)
        yield chunk
      }
    },
  }
  for await (const chunk of unpacked(watched, gzip, limits)) {
    if (gzip) inner.update(chunk)
    if (kept < headLength) {
      parts.push(chunk.subarray(0, headLength - kept))
      kept += Math.min(chunk.length, headLength - kept)
      structured = /^[^\w"']*[[{]/.test(latin(parts[0]!, 64))
    }
    if (kind === 'text') {
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i]!
        if (byte >= 0x80 || byte < 0x20) histogram[byte]!++
      }
      const end = chunk.lastIndexOf(10)
      if (end >= 0) lineStart = bytes + end
      else if (!structured && bytes + chunk.length - lineStart > limits.recordLength * 2) {
        throw new Unreadable('record-too-long', { byte: lineStart, row: (histogram[10] ?? 0) + 1 })
      }
      utf8.take(chunk)
    }
    bytes += chunk.length
  }
  const brokenAt = utf8.end()
  const hash = digest.digest('hex')
  return {
    gzip,
    kind,
    hash,
    contentHash: gzip ? inner.digest('hex') : hash,
    bytes,
    head: Buffer.concat(parts),
    histogram,
    utf8: brokenAt === undefined,
    ...(brokenAt !== undefined && utf8.mostly() && { brokenAt }),
  }
}

async function headOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length >= 65_536) break
  }
  return Buffer.concat(parts)
}

/** Strict UTF-8 over chunks, and how much of the text beyond ASCII was UTF-8 when it was not all. */
function utf8Watch() {
  let rest: Buffer = Buffer.alloc(0)
  let at = 0
  let broken: number | undefined
  let good = 0
  let bad = 0
  const check = (bytes: Buffer, offset: number) => {
    if (isUtf8(bytes)) {
      for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0xc0) good++
      return
    }
    for (let i = 0; i < bytes.length; ) {
      const length = sequenceAt(bytes, i)
      if (length === 0) {
        broken ??= offset + i
        bad++
        i++
      } else {
        if (length > 1) good++
        i += length
      }
    }
  }
  return {
    take(chunk: Uint8Array) {
      const bytes = rest.length
        ? Buffer.concat([rest, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      const cut = bytes.length - unfinished(bytes)
      check(bytes.subarray(0, cut), at)
      rest = Buffer.from(bytes.subarray(cut))
      at += cut
    },
    end(): number | undefined {
      if (rest.length) {
        broken ??= at
        bad++
      }
      return broken
    },
    /** True when the file means to be UTF-8: in other encodings valid sequences are rare accidents. */
    mostly: () => good > bad,
  }
}

/** Length of the valid UTF-8 sequence at `i`, 0 when there is none. */
function sequenceAt(bytes: Buffer, i: number): number {
  const first = bytes[i]!
  if (first < 0x80) return 1
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  return isUtf8(bytes.subarray(i, i + length)) && i + length <= bytes.length ? length : 0
}

/** How many bytes at the end begin a sequence that the next chunk may finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}
