import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { shippedData } from '../../kernel/product.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { loadParticipants, loadReference } from '../organisations/index.ts'
import { getImport, importOfFile, receiveImport } from '../sources/index.ts'
import { shippedStatistics } from '../statistics/index.ts'
import { loadExercise } from './exercise/load.ts'
import { loadDemoFunding } from './funding.ts'
import { rowsBeingApplied } from './queries.ts'
import { loadDemoTalk } from './talk.ts'

const lists = z.array(z.object({ key: z.string(), file: z.string(), expect: z.object({ rows: z.number() }) }))

/**
 * Loads the ecosystems, the reference organisations and the demo lists, one after another. Safe to repeat: each part
 * sees for itself whether it is there already. Other workers read and apply the lists; this one waits and tells.
 */
export const loadDemo = job({
  name: 'demo.load',
  summary: {
    fi: 'Esittelyaineiston lataus',
    sv: 'Läs in demomaterialet',
    en: 'Load the demonstration data',
  },
  input: z.object({}),
  run: async (stage, _input, progress) => {
    const folder = path.join(shippedData, 'demo')
    const wanted = lists.parse(JSON.parse(await readFile(path.join(folder, 'lists.json'), 'utf8')))
    const total = wanted.reduce((n, l) => n + l.expect.rows * 2, 0)
    await progress(0, total, 'ecosystems')
    await transaction(stage.database, (tx) => loadShippedEcosystems(tx, stage.now))
    await progress(0, total, 'reference')
    await transaction(stage.database, (tx) =>
      loadReference(tx, path.join(shippedData, 'organisations', 'ror-nordic.jsonl.gz'), stage.now),
    )
    let done = 0
    for (const list of wanted) {
      await bringIn(stage, path.join(folder, list.file), list, (rows) =>
        progress(done + rows, total, list.key),
      )
      done += list.expect.rows * 2
    }
    // After the lists, which know the organisations by the names that they go by in Finland.
    await transaction(stage.database, (tx) =>
      loadParticipants(tx, path.join(shippedData, 'organisations', 'h2020-fi.json'), 'FI', stage.now),
    )
    await shippedStatistics(stage)
    await loadDemoFunding(stage)
    await loadDemoTalk(stage)
    await transaction(stage.database, (tx) => stage.jobs.enqueue(tx, makeExercise.name, {}))
    await progress(total, total, 'done')
  },
})

/** By itself and after the rest, so that nobody waits for it: pages are there before it is. */
export const makeExercise = job({
  name: 'demo.exercise',
  summary: {
    fi: 'Esittelyn harjoitushakujen teko',
    sv: 'Skapa demonstrationens övningsutlysningar',
    en: 'Make the exercise calls of the demonstration',
  },
  input: z.object({}),
  run: async (stage, _input, progress) => {
    await loadExercise(stage, progress)
    await transaction(stage.database, (tx) => stage.jobs.enqueue(tx, 'situation.make', {}))
  },
})

type Wanted = z.output<typeof lists>[number]

async function bringIn(
  stage: Stage,
  file: string,
  list: Wanted,
  tell: (rows: number) => Promise<void>,
): Promise<void> {
  const kept = await stage.files.put(createReadStream(file), Number.POSITIVE_INFINITY)
  const known = await importOfFile(stage.database, kept.hash)
  const id =
    known ??
    (await perform(receiveImport, stage, {
      name: list.file,
      ...kept,
      goOn: true,
      apply: true,
    }).then((i) => i.id))
  for (;;) {
    const found = await perform(getImport, stage, { id })
    if (found.state === 'applied') return
    if (found.state === 'failed') throw new Error(`the demo list ${list.key} could not be brought in`)
    await tell(found.stagedRows + (found.state === 'applying' ? await rowsBeingApplied(stage.database) : 0))
    await wait(200)
  }
}
