import type { Readable } from 'node:stream'
import { openTable, textOf, Unreadable } from '../../sources/index.ts'
import { type Given, proposalsOfJson } from './json.ts'
import type { Proposal } from './proposal.ts'
import { columnsOf, proposalOfRow } from './rows.ts'

/** Entries that one file brings at most, and its size. */
export const mostEntries = 5_000
const mostBytes = 50 * 1024 * 1024

export type Unread = 'unreadable' | 'tooLarge'

/** Everything that a file tells of: JSON by its shape, anything else as a table whose headings are known. */
export async function proposalsOfFile(
  file: { name: string; open: () => Readable },
  given: Given,
): Promise<Proposal[] | Unread> {
  const head = await firstBytes(file.open())
  const found = /^\ufeff?\s*[[{]/.test(head)
    ? await fromJson(file.open(), given)
    : await fromTable(file, given)
  if (typeof found === 'string') return found
  return found.length > mostEntries ? 'tooLarge' : withoutRepeats(found)
}

async function firstBytes(stream: Readable): Promise<string> {
  for await (const chunk of stream) return Buffer.from(chunk).subarray(0, 200).toString('utf8')
  return ''
}

async function fromJson(stream: Readable, given: Given): Promise<Proposal[] | Unread> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    bytes += chunk.length
    if (bytes > mostBytes) return 'tooLarge'
    chunks.push(Buffer.from(chunk))
  }
  try {
    const text = Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\ufeff/, '')
    return proposalsOfJson(JSON.parse(withoutZero(text)), given) ?? 'unreadable'
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable'
    throw error
  }
}

/** No database text holds a zero character; JSON may write one as an escape. */
const withoutZero = (text: string): string => text.replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1')

async function fromTable(
  file: { name: string; open: () => Readable },
  given: Given,
): Promise<Proposal[] | Unread> {
  try {
    const table = await openTable(file)
    const columns = columnsOf(table.header.names)
    if (!columns) return 'unreadable'
    const found: Proposal[] = []
    for await (const { row, cells } of table.rows()) {
      found.push(proposalOfRow(row, columns, cells.map(textOf), given))
      if (found.length > mostEntries) return 'tooLarge'
    }
    return found
  } catch (error) {
    if (error instanceof Unreadable) return 'unreadable'
    throw error
  }
}

/** What stands twice in one file is taken the first time; the second is wrong, since nobody can tell which is meant. */
function withoutRepeats(list: readonly Proposal[]): Proposal[] {
  const seen = new Set<string>()
  return list.map((p): Proposal => {
    if (p.wrong) return p
    const key = JSON.stringify([p.source, p.externalId])
    const { row, name, source, externalId } = p
    if (seen.has(key)) return { row, name, source, externalId, wrong: [{ key: 'twice' }] }
    seen.add(key)
    return p
  })
}
