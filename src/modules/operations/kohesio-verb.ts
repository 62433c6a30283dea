import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { FaultKind } from '../../engine/kohesio/index.ts'
import { perform } from '../../kernel/action.ts'
import type { VerbContext } from '../../kernel/module.ts'
import { localPath } from '../../kernel/page.ts'
import type { SheetRow } from '../../kernel/sheet.ts'
import { sheetStream } from '../../kernel/spreadsheet.ts'
import { isLanguage, type Language } from '../../kernel/text.ts'
import type { Verb } from '../../kernel/verb.ts'
import { kohesioPortion } from './actions.ts'
import { checkKohesioFile, kohesioHeader, kohesioLine } from './kohesio-file.ts'
import { kohesioText } from './kohesio-text.ts'

const portion = 500

type Portioned = Awaited<ReturnType<typeof nextPortion>>[number]

const nextPortion = async (stage: VerbContext['stage'], after: { registry: string; code: string }) =>
  (await perform(kohesioPortion, stage, { after, limit: portion })).items

/** Every public Finnish operation, in portions: memory stays flat however many there are. */
async function* operations(stage: VerbContext['stage']): AsyncGenerator<Portioned> {
  let after = { registry: '', code: '' }
  for (;;) {
    const items = await nextPortion(stage, after)
    yield* items
    const last = items.at(-1)
    if (!last || items.length < portion) return
    after = { registry: last.registry, code: last.code }
  }
}

/** One line of the rejected: which project, every field that is wrong, what is wrong with it, and what would help. */
function rejectedRow(of: Portioned, language: Language, baseUrl: string): SheetRow {
  const t = kohesioText[language]
  const fields = [...new Set(of.faults.map((f) => f.field))]
  const help = fields.map((field) =>
    field in t.helpWith ? t.helpWith[field as keyof typeof t.helpWith] : t.helpWith.other,
  )
  return [
    of.code,
    of.name,
    fields.join(' '),
    of.faults.map((f) => t.fault[f.kind as FaultKind](f.field)).join(' '),
    [...new Set(help)].join(' '),
    `${baseUrl}${localPath(language, of.page)}`,
  ]
}

export const exportKohesio: Verb<VerbContext> = {
  name: 'export kohesio',
  summary: 'Write the public Finnish projects in the form that Kohesio takes: valid rows only',
  options: [
    { flags: '--out <file>', summary: 'the CSV file for Kohesio', required: true },
    { flags: '--rejects <file>', summary: 'write the projects that are left out here, with reasons' },
    { flags: '--language <language>', summary: 'of the reasons: fi, sv or en', default: 'fi' },
  ],
  database: true,
  run: async ({ stage, baseUrl }, io, _, options) => {
    const [out, rejects] = [String(options.out), options.rejects]
    const language = isLanguage(options.language) ? options.language : 'fi'
    const visitor = { ...stage, actor: { kind: 'visitor' as const } }
    const counts = { projects: 0, written: 0, rejected: 0 }
    const reasons = new Map<string, number>()
    const valid = await open(out, 'w')
    await valid.write(kohesioHeader())

    async function* rejected(): AsyncGenerator<SheetRow> {
      for await (const of of operations(visitor)) {
        counts.projects += 1
        if (of.faults.length === 0) {
          counts.written += 1
          await valid.write(kohesioLine(of.cells))
          continue
        }
        counts.rejected += 1
        for (const { field, kind } of of.faults) {
          const reason = `${field} ${kind}`
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
        }
        yield rejectedRow(of, language, baseUrl)
      }
    }
    if (typeof rejects === 'string') {
      const columns = Object.values(kohesioText[language].columns)
      const sheet = columns.map((header) => ({ header, kind: 'text' as const }))
      await pipeline(sheetStream('csv', sheet, rejected()), createWriteStream(rejects))
    } else for await (const _ of rejected()) void _
    await valid.close()

    const checked = await checkKohesioFile(createReadStream(out))
    if (checked.faults.length > 0 || checked.rows !== counts.written)
      throw new Error(`the file that was written does not read back: ${JSON.stringify(checked.faults[0])}`)
    const byReason = Object.fromEntries([...reasons].sort((a, b) => b[1] - a[1]))
    const result = {
      file: out,
      ...counts,
      ...(typeof rejects === 'string' && { rejects }),
      reasons: byReason,
    }
    if (io.json) io.out(JSON.stringify(result))
    else {
      for (const [name, value] of Object.entries(result))
        if (typeof value !== 'object') io.out(`${name}: ${value}`)
      for (const [reason, n] of Object.entries(byReason)) io.out(`  ${reason}: ${n}`)
    }
    return counts.rejected > 0 ? 1 : 0
  },
}
