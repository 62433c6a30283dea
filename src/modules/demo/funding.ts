import { createReadStream } from 'node:fs'
import path from 'node:path'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { shippedData } from '../../kernel/product.ts'
import { importFunding } from '../funding/index.ts'
import { holds, readPeople } from '../people/index.ts'

/** A few real sources of funding, brought in by who coordinates; a row that is there already stays as it is. */
export async function loadDemoFunding(stage: Stage): Promise<void> {
  const people = (await readPeople(stage.database, stage.now)).map((p) => p.actor)
  const actor = people.find((p) => holds(p, ['coordinator']))
  if (!actor) return
  const name = 'funding.csv'
  const file = createReadStream(path.join(shippedData, 'demo', name))
  const { hash } = await stage.files.put(file, Number.POSITIVE_INFINITY)
  await perform(importFunding, { ...stage, actor }, { name, hash })
}
