import { createWriteStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { perform } from '../../kernel/action.ts'
import { queryData } from '../../kernel/list.ts'
import type { VerbContext } from '../../kernel/module.ts'
import { localPath } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats } from '../../kernel/spreadsheet.ts'
import { isLanguage } from '../../kernel/text.ts'
import type { Verb } from '../../kernel/verb.ts'
import { type ExportRequest, exportAnswer } from './export.ts'
import { importVerb } from './import-verb.ts'

const exportVerb: Verb<VerbContext> = {
  name: 'export',
  summary: 'Write projects to a file, those that are not public too; a column then says who may see each',
  arguments: [{ name: 'WHAT', summary: 'projects' }],
  options: [
    // Asked for below: what is required of "export" would be required of "export kohesio" too.
    { flags: '--out <file>', summary: 'the file; its ending chooses csv, xlsx or json' },
    { flags: '--q <words>', summary: 'what to search for, with filters such as fund:ERDF or >100000' },
    { flags: '--filter <filters>', summary: 'more, as in an address: fund=ERDF&region=MK05&sort=-granted' },
    { flags: '--public', summary: 'only what anybody may see' },
    { flags: '--language <language>', summary: 'fi, sv or en', default: 'fi' },
  ],
  database: true,
  run: async ({ stage, baseUrl }, io, [what], options) => {
    const out = typeof options.out === 'string' ? options.out : ''
    const format = path.extname(out).slice(1).toLowerCase()
    const language = isLanguage(options.language) ? options.language : 'fi'
    if (what !== 'projects' || !sheetFormats.includes(format as SheetFormat)) {
      io.err('Say what to write and where: talkoot export projects --out FILE.csv (or .xlsx, .json)')
      return 2
    }
    const words = new URLSearchParams(typeof options.filter === 'string' ? options.filter : '')
    if (typeof options.q === 'string') words.set('q', options.q)
    const actor = options.public === true ? { kind: 'visitor' as const } : stage.actor
    const url = new URL(`/projects?${words}`, baseUrl)
    const request: ExportRequest = {
      url,
      language,
      baseUrl,
      now: stage.now,
      link: (to: string) => localPath(language, to),
      perform: (action, raw) => perform(action, { ...stage, actor }, raw),
    }
    const answer = await exportAnswer(request, format as SheetFormat, queryData(words))
    await pipeline(answer.content as Readable, createWriteStream(out))
    io.out(io.json ? JSON.stringify({ file: out }) : out)
    return 0
  },
}

export const verbs: readonly Verb<VerbContext>[] = [importVerb, exportVerb]
