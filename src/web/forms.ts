import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type Files, TooLarge } from '../kernel/file.ts'
import type { PostedForm } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Repeat } from '../modules/people/index.ts'

const limits = { fields: 2_000, fieldSize: 1024 * 1024, files: 5 }

/**
 * Reads a posted form. Files go straight to storage as they arrive; memory holds only the fields. Without a storage
 * they are passed over, and only their names are told.
 */
export async function readForm(
  request: Request,
  files: Files | undefined,
  uploadLimit: number,
): Promise<PostedForm> {
  const values: Record<string, string | string[]> = {}
  const stored: { field: string; name: string; hash: string; bytes: number }[] = []
  const add = (field: string, value: string) => {
    const had = values[field]
    if (had === undefined) values[field] = value
    else if (Array.isArray(had)) had.push(value)
    else values[field] = [had, value]
  }
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data') && request.body) {
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
    const body = await request.text()
    if (body.length > limits.fieldSize * 4) throw tooLarge(limits.fieldSize * 4)
    for (const [field, value] of new URLSearchParams(body)) add(field, value)
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
    const parser = new Busboy({
      headers: { 'content-type': type },
      limits: { fields: limits.fields, fieldSize: limits.fieldSize, files: limits.files },
    })
    const pending: Promise<void>[] = []
    parser.on('field', onField)
    parser.on('file', (field, stream, name) => {
      const work = onFile(field, name ?? '', stream)
      work.catch(reject)
      pending.push(work)
    })
    parser.on('error', reject)
    parser.on('finish', () => Promise.all(pending).then(() => resolve(), reject))
    const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
    source.on('error', reject)
    source.pipe(parser)
  })
}

function tooLarge(limit: number): Refusal {
  const megabytes = Math.round(limit / 1024 / 1024)
  return new Refusal('invalid', 'upload.too-large', [
    {
      text: {
        fi: `Tiedosto on liian suuri: enintään ${megabytes} Mt. Jaa se osiin tai pyydä ylläpitäjää nostamaan rajaa.`,
        sv: `Filen är för stor: högst ${megabytes} MB. Dela den eller be administratören höja gränsen.`,
        en: `The file is too large: ${megabytes} MB at most. Split it, or ask the administrator to raise the limit.`,
      },
    },
  ])
}
