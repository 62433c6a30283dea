import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { type Files, TooLarge } from '../kernel/file.ts'
import type { PostedForm } from '../kernel/page.ts'
import { Refusal } from '../kernel/refusal.ts'

const limits = { fields: 2_000, fieldSize: 1024 * 1024, files: 5 }

/** Reads a posted form. Files go straight to storage as they arrive; memory holds only the fields. */
export async function readForm(request: Request, files: Files, uploadLimit: number): Promise<PostedForm> {
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
