import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { perform } from '../../kernel/action.ts'
import type { VerbContext } from '../../kernel/module.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { sheetStream } from '../../kernel/spreadsheet.ts'
import type { Verb, VerbIo } from '../../kernel/verb.ts'
import {
  discardImport,
  getImport,
  type ImportHead,
  readImport,
  receiveImport,
  rejectedRows,
  rejectsSheet,
  sayFailure,
  sayQuestions,
} from '../sources/index.ts'
import { apply, preview } from './import-jobs.ts'

const pollMs = 50

export const importVerb: Verb<VerbContext> = {
  name: 'import',
  summary: 'Bring a list of projects in: CSV, TSV, XLSX or JSON, also gzipped',
  arguments: [{ name: 'FILE', summary: 'the list' }],
  options: [
    { flags: '--profile <name>', summary: 'a known kind of list, when it is not recognised by itself' },
    { flags: '--as-of <day>', summary: 'the day that the list speaks of, as 2016-06-30' },
    { flags: '--currency <code>', summary: 'the currency of amounts that name none, as SEK' },
    { flags: '--dates <order>', summary: 'dmy or mdy, where dates such as 3/4/2016 do not tell' },
    { flags: '--decimal <sign>', summary: 'the decimal sign, where numbers such as 1.234 do not tell' },
    { flags: '--dry-run', summary: 'say what would change, and change nothing' },
    {
      flags: '--rejects <file>',
      summary: 'write rejected rows here as CSV, to be mended and brought in again',
    },
  ],
  database: true,
  run: async (context, io, [file = ''], options) => {
    const began = performance.now()
    const { stage } = context
    const kept = await keep(stage, file)
    await context.work([readImport.name, preview.name, apply.name])
    const dry = options.dryRun === true
    const { id } = await perform(receiveImport, stage, {
      name: path.basename(file),
      ...kept,
      goOn: true,
      apply: !dry,
      ...(typeof options.asOf === 'string' && { asOf: options.asOf }),
      choices: choicesOf(options),
    })
    const ended = await until(context, id, (i) => isOver(i, dry))
    if (ended.state !== (dry ? 'staged' : 'applied')) return refuse(context, io, ended)
    const rejected =
      typeof options.rejects === 'string' ? await writeRejects(context, ended, options.rejects) : undefined
    if (dry) await perform(discardImport, stage, { id })
    report(io, ended, dry, (performance.now() - began) / 1000, rejected)
    return (ended.counts.rejected ?? 0) > 0 ? 1 : 0
  },
}

/** What the person says of the list, in the words of the action. */
function choicesOf(options: Readonly<Record<string, string | boolean | undefined>>): Record<string, string> {
  const { profile, currency, dates: dayOrder, decimal } = options
  const said = Object.entries({ profile, currency, dayOrder, decimal })
  return Object.fromEntries(said.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

async function keep(stage: VerbContext['stage'], file: string): Promise<{ hash: string; bytes: number }> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) {
    throw new Refusal('invalid', 'import.no-file', [
      {
        text: {
          fi: `Tiedostoa ${file} ei ole. Tarkista polku.`,
          sv: `Filen ${file} finns inte. Kontrollera sökvägen.`,
          en: `There is no file ${file}. Check the path.`,
        },
      },
    ])
  }
  return stage.files.put(createReadStream(file), Number.POSITIVE_INFINITY)
}

/** Nothing more will happen by itself: it is applied (or previewed), has failed, or asks. */
const isOver = (i: ImportHead, dry: boolean): boolean =>
  i.state === 'failed' || isAsking(i) || (dry ? i.counts.preview !== undefined : i.state === 'applied')

const isAsking = (i: ImportHead): boolean =>
  i.state === 'received' && (i.layout.plan?.questions.length ?? 0) > 0

async function until(
  context: VerbContext,
  id: string,
  ready: (i: ImportHead) => boolean,
): Promise<ImportHead> {
  for (;;) {
    const found = (await perform(getImport, context.stage, { id })) as ImportHead
    if (ready(found)) return found
    await wait(pollMs)
  }
}

const howToAnswer =
  'Answer with --currency, --dates or --decimal, or look at the columns in the browser: bring the list in at /sources/new.'

/** Says why the list was not brought in: unreadable, or something only a person can answer. */
async function refuse(context: VerbContext, io: VerbIo, found: ImportHead): Promise<number> {
  const lines = found.failure
    ? [sayFailure(found.failure, 'en')]
    : [...sayQuestions(found.layout.plan?.questions ?? [], 'en'), howToAnswer]
  if (io.json) io.out(JSON.stringify({ error: found.failure?.reason ?? 'questions', messages: lines }))
  else for (const line of lines) io.err(line)
  if (found.state !== 'applying') await perform(discardImport, context.stage, { id: found.id })
  return 2
}

async function writeRejects(context: VerbContext, found: ImportHead, file: string): Promise<string> {
  const sheet = rejectsSheet(found.layout.headers ?? [], rejectedRows(context.stage.database, found.id), 'en')
  await pipeline(sheetStream('csv', sheet.columns, sheet.rows), createWriteStream(file))
  return file
}

type Told = { created?: number; updated?: number; unchanged?: number }

function report(io: VerbIo, i: ImportHead, dry: boolean, seconds: number, rejects: string | undefined): void {
  const told: Told = dry ? ((i.counts.preview as Told | undefined) ?? {}) : i.counts
  const result = {
    file: i.fileName,
    profile: i.profile,
    rows: i.counts.rows ?? 0,
    created: told.created ?? 0,
    updated: told.updated ?? 0,
    unchanged: told.unchanged ?? 0,
    rejected: i.counts.rejected ?? 0,
    ...(!dry && {
      organisationsCreated: i.counts.organisationsCreated ?? 0,
      organisationsMatched: i.counts.organisationsMatched ?? 0,
    }),
    seconds: Math.round(seconds * 10) / 10,
    ...(dry && { dryRun: true }),
    ...(rejects && { rejects }),
  }
  if (io.json) {
    io.out(JSON.stringify(result))
    return
  }
  const changes = result.created + result.updated
  if (changes === 0 && result.rejected === 0) io.out('Nothing new: everything in this list is known already.')
  for (const [name, value] of Object.entries(result)) io.out(`${name}: ${value}`)
  for (const [problem, n] of Object.entries(i.counts.problems ?? {})) io.out(`  ${problem}: ${n}`)
}
