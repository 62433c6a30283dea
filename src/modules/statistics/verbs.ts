import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { cellsOf } from '../../engine/statistics/index.ts'
import { perform } from '../../kernel/action.ts'
import { isId } from '../../kernel/id.ts'
import type { VerbContext } from '../../kernel/module.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Verb } from '../../kernel/verb.ts'
import { addStatisticsFile } from './file-actions.ts'
import { complaint, refuse } from './refusal-text.ts'
import { seenDataset } from './values.ts'
import { everySeries, latestVersion } from './version-queries.ts'

const largest = 2 * 1024 * 1024 * 1024 // bytes

const importVerb: Verb<VerbContext> = {
  name: 'statistics import',
  summary:
    'Bring in statistics from a file: JSON-stat, PxWeb, Eurostat TSV or SDMX-CSV, also gzipped; prints the id',
  arguments: [{ name: 'FILE', summary: 'the file' }],
  options: [
    { flags: '--title <words>', summary: 'its name in Finnish, where the source gives none' },
    {
      flags: '--language <language>',
      summary: 'fi, sv or en: of names whose language the file does not say',
      default: 'fi',
    },
  ],
  database: true,
  run: async ({ stage }, io, [file = ''], options) => {
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) throw new Refusal('invalid', 'statistics.no-file', [complaint('noFile', file)])
    const { hash } = await stage.files.put(createReadStream(file), largest)
    const name = path.basename(file).slice(-300)
    const title = typeof options.title === 'string' ? { fi: options.title } : {}
    const kept = await perform(addStatisticsFile, stage, { name, hash, title, language: options.language })
    io.out(io.json ? JSON.stringify(kept) : kept.id)
    return 0
  },
}

/**
 * One JSON object a line and cell, streamed: every dimension by its own code, `value` as a number with the source's
 * digits or null, `flag` as the source writes it or null.
 */
const valuesVerb: Verb<VerbContext> = {
  name: 'statistics values',
  summary:
    'Print every figure of a dataset: with --json one object a line, else codes, value and flag by tabs',
  arguments: [{ name: 'ID', summary: 'the dataset' }],
  database: true,
  run: async ({ stage }, io, [id = '']) => {
    if (!isId(id)) throw refuse('missing')
    await seenDataset(stage.database, stage.actor, id)
    const version = await latestVersion(stage.database, id)
    if (!version) throw refuse('notFetched')
    const { dimensions } = version.header
    const ids = dimensions.map((d) => `${JSON.stringify(d.id)}:`)
    for await (const series of everySeries(stage.database, version.id)) {
      const lines: string[] = []
      for (const { codes, value, flag } of cellsOf(dimensions, [series])) {
        if (!io.json) lines.push([...codes, value ?? '', flag].join('\t'))
        else {
          const told = codes.map((code, i) => ids[i] + JSON.stringify(code)).join(',')
          lines.push(`{${told},"value":${value ?? 'null'},"flag":${flag ? JSON.stringify(flag) : 'null'}}`)
        }
      }
      io.out(lines.join('\n'))
    }
    return 0
  },
}

export const statisticsVerbs: readonly Verb<VerbContext>[] = [importVerb, valuesVerb]
