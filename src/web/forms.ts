import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type Files, TooLarge } from '../kernel/file.ts'
import type { PostedForm } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Repeat } from '../modules/people/index.ts'
import { text } from './forms-text.ts'

/** What one form may hold. A field that is cut would be lost silently, so a longer one is refused. */
const limits = { fields: 2_000, fieldSize: 1024 * 1024, allFields: 8 * 1024 * 1024, files: 5 }

/**
 * Reads a posted form. Files go straight to storage as they arrive; memory holds only the fields. Without a storage
 * they are passed over, and only their names are told.
 */
export async function readForm(
  request: Request,
  files: Files | undefined,
  uploadLimit: number,
): Promise<PostedForm> {
  // Without a prototype: a field may be called "__proto__" or "constructor".
  const values: Record<string, string | string[]> = Object.create(null)
  const stored: { field: string; name: string; hash: string; bytes: number }[] = []
  let count = 0
  let length = 0
  const add = (field: string, value: string) => {
    count += 1
    length += field.length + value.length
    if (count > limits.fields || length > limits.allFields) throw refused('tooMany')
    const had = values[field]
    if (had === undefined) values[field] = value
    else if (Array.isArray(had)) had.push(value)
    else values[field] = [had, value]
  }
  const type = request.headers.get('content-type') ?? ''
  if (/^multipart\/form-data\b/i.test(type) && request.body) {
    await readMultipart(request, type, add, async (field, name, stream) => {
      if (!files) {
        stored.push({ field, name, hash: '', bytes: 0 })
        stream.resume()
        return
      }
      try {
        const kept = await files.put(stream, uploadLimit)
        if (kept.bytes > 0) stored.push({ field, name, ...kept })
      } catch (error) {
        stream.resume()
        throw error instanceof TooLarge ? tooLarge(error.limit) : error
      }
    })
  } else {
    // The shell has seen to it that the body is small.
    for (const [field, value] of new URLSearchParams(await request.text())) add(field, value)
  }
  return {
    values,
    files: stored,
    get: (field) => {
      const v = values[field]
      return Array.isArray(v) ? v[0] : v
    },
    all: (field) => {
      const v = values[field]
      return v === undefined ? [] : Array.isArray(v) ? v : [v]
    },
  }
}

const carryLimit = 512 * 1024 // characters of fields that are carried while somebody signs in

/** A form that was posted without a session, to be posted again; what the page has read of it is not read twice. */
export async function repeatOf(
  request: Request,
  url: URL,
  read: Promise<PostedForm> | undefined,
): Promise<Repeat> {
  const path = `${url.pathname}${url.search}`
  const large = { path, fields: [], hadFiles: false, tooLarge: true }
  try {
    const length = Number(request.headers.get('content-length') ?? 0)
    if (!read && length > carryLimit * 2) return large
    const form = await (read ?? readForm(request, undefined, 0))
    const fields = Object.entries(form.values).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value as string]).map((one: string) => [name, one] as const),
    )
    const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
    return size > carryLimit ? large : { path, fields, hadFiles: form.files.length > 0 }
  } catch (error) {
    if (error instanceof Refusal) return large
    throw error
  }
}

type OnFile = (field: string, name: string, stream: Readable) => Promise<void>

function readMultipart(
  request: Request,
  type: string,
  onField: (f: string, v: string) => void,
  onFile: OnFile,
) {
  return new Promise<void>((resolve, reject) => {
    const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
    let over = false
    const stop = (error: unknown) => {
      if (over) return
      over = true
      source.unpipe()
      source.resume()
      reject(error)
    }
    const parser = parserOf(type)
    if (!parser) return stop(refused('damaged'))
    const pending: Promise<void>[] = []
    parser.on('field', (field, value, nameCut, valueCut) => {
      if (over) return
      try {
        if (nameCut || valueCut) throw refused('tooMany')
        onField(field, value)
      } catch (error) {
        stop(error)
      }
    })
    parser.on('file', (field, stream, name) => {
      if (over) {
        stream.resume()
        return
      }
      const work = onFile(field, name ?? '', stream)
      work.catch(stop)
      pending.push(work)
    })
    parser.on('fieldsLimit', () => stop(refused('tooMany')))
    parser.on('filesLimit', () => stop(refused('tooMany')))
    parser.on('error', () => stop(refused('damaged')))
    parser.on('finish', () => Promise.all(pending).then(() => resolve(), stop))
    source.on('error', () => stop(refused('damaged')))
    source.pipe(parser)
  })
}

/** Nothing when the form does not say where its parts begin. */
function parserOf(type: string): InstanceType<typeof Busboy> | undefined {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fields: limits.fields, fieldSize: limits.fieldSize, files: limits.files },
    })
  } catch {
    return undefined
  }
}

const refused = (reason: 'tooMany' | 'damaged') => {
  const { fi, sv, en } = text
  return new Refusal('invalid', `form.${reason}`, [
    { text: { fi: fi[reason], sv: sv[reason], en: en[reason] } },
  ])
}

function tooLarge(limit: number): Refusal {
  const megabytes = Math.round(limit / 1024 / 1024)
  const { fi, sv, en } = text
  return new Refusal('invalid', 'upload.too-large', [
    { text: { fi: fi.tooLarge(megabytes), sv: sv.tooLarge(megabytes), en: en.tooLarge(megabytes) } },
  ])
}
