import { createHash } from 'node:crypto'
import { type Form, type FormComplaint, readForm, type Texts, writeForm } from '../../engine/form/index.ts'
import { type Complaint, Refusal } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { complaintText } from './complaint-text.ts'

/** What names a version for ever: calls point at it, and an export can be told to be the same. */
export const hashOfForm = (form: Form): string => createHash('sha256').update(writeForm(form)).digest('hex')

export const emptyForm = (name: Texts): Form => ({ format: 'talkoot-form/1', name, sections: [] })

/** A form from data, or the refusal that says everything that is wrong. */
export function formFrom(data: unknown, fieldOf?: (complaint: FormComplaint) => string | undefined): Form {
  const read = readForm(data)
  if ('form' in read) return read.form
  throw new Refusal(
    'invalid',
    'form.invalid',
    read.complaints.slice(0, 200).map((complaint): Complaint => {
      const field = fieldOf?.(complaint)
      return { ...(field && { field }), text: sayComplaint(complaint) }
    }),
  )
}

export const sayComplaint = ({ code, path, values = {} }: FormComplaint): Complaint['text'] =>
  inEach((language) => {
    const said = complaintText[language].form[code](values as Record<string, never>)
    return path ? `${said} (${path})` : said
  })

/** A key made of words: "Hankkeen nimi" becomes "hankkeen-nimi"; with a number when it is taken. */
export function keyFrom(words: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = words
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 32)
    .replace(/-+$/, '')
  const base = plain || otherwise
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`
    if (!taken.has(key)) return key
  }
}
