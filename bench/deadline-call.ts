import { readFileSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../src/kernel/id.ts'
import { productFolder } from '../src/kernel/product.ts'
import { emptySettings } from '../src/modules/calls/settings.ts'
import type { Target } from '../test/attack/target.ts'

const data = (name: string) => JSON.parse(readFileSync(path.join(productFolder, 'data', name), 'utf8'))

/** An open call with the shipped form of an ecosystem agreement, closing tomorrow; its code. */
export async function openCall({ database: { db } }: Target): Promise<string> {
  const now = new Date()
  const { id: ecosystem } = await db
    .selectFrom('ecosystem')
    .where('key', '=', 'hev')
    .select('id')
    .executeTakeFirstOrThrow()
  const form = newId()
  await db.insertInto('form').values({ id: form, created_at: now }).execute()
  const definition = JSON.stringify(data('forms/ecosystem-agreement.json'))
  await db
    .insertInto('form_version')
    .values({ form_id: form, version: 1, definition, hash: 'h', state: 'settled', at: now })
    .execute()
  const title = { fi: 'Vihreän siirtymän haku' }
  const settings = {
    ...emptySettings,
    languages: ['fi'],
    title,
    leastPartners: 2,
    objectives: ['fi-2021/1.1'],
    costModels: data('codes/cost-models.json').items.slice(0, 1),
    rates: [{ costModel: null, most: '60' }],
    deMinimis: true,
  }
  await db
    .insertInto('call')
    .values({
      id: newId(),
      code: 'hev-2026-1',
      ecosystem_id: ecosystem,
      state: 'open',
      exercise: false,
      settings: JSON.stringify(settings),
      title: JSON.stringify(title),
      opens_at: new Date(now.getTime() - 30 * 86_400_000),
      closes_at: new Date(now.getTime() + 86_400_000),
      form_id: form,
      form_version: 1,
      share: 'public',
      created_at: now,
      updated_at: now,
      lexemes: '',
    })
    .execute()
  return 'hev-2026-1'
}
