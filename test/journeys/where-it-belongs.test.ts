import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../src/kernel/db.ts'
import { newId } from '../../src/kernel/id.ts'
import { attachmentText } from '../../src/modules/drafts/attachment-text.ts'
import { loadShippedEcosystems } from '../../src/modules/ecosystems/index.ts'
import { text as talk } from '../../src/modules/talk/text.ts'
import { expectGood, openRegion, type Region } from './region.ts'
import { settle, type Talker } from './talkers.ts'

// What is said or put beside a thing belongs to an ecosystem: who works in several says to which.

const list = 'Hankkeen koodi;Hankkeen nimi;Toteuttaja;Myönnetty tuki €\nT1;Vetykoe;Testi Oy;1000\n'
let region: Region
let both: Talker
let one: Talker
let ids: Record<string, string>

beforeAll(async () => {
  region = await openRegion({ bare: true, lists: { 'oma.csv': list } })
  const { db } = region.database
  await transaction(db, (tx) => loadShippedEcosystems(tx, new Date()))
  both = await settle(region, { name: 'Aino Virtanen', office: 'member', ecosystem: 'hev' })
  one = await settle(region, { name: 'Bengt Öst', office: 'member', ecosystem: 'hev', language: 'sv' })
  await sql`insert into office_holding (id, person_id, office, ecosystem_id, starts_on, granted_at)
    values (${newId()}, ${both.id}, 'preparer', (select id from ecosystem where key = 'vitali'),
      current_date - 1, now())`.execute(db)
  const { rows } = await sql<{ id: string; key: string }>`select id, key from ecosystem`.execute(db)
  ids = Object.fromEntries(rows.map((r) => [r.key, r.id]))
})
afterAll(() => region.stop())

const still = (who: Talker, path: string) =>
  region.open(path, { storageState: who.session, script: false, viewport: { width: 390, height: 800 } })
const owners = async (table: 'attachment' | 'comment') => {
  const { rows } = await sql<{ key: string | null }>`select e.key from ${sql.table(table)} t
    left join ecosystem e on e.id = t.ecosystem_id order by t.created_at`.execute(region.database.db)
  return rows.map((r) => r.key)
}
const file = { name: 'muistio.txt', mimeType: 'text/plain', buffer: Buffer.from('Kokouksen muistio.') }
async function attach(page: Page, language: 'fi' | 'sv', place?: string): Promise<void> {
  const t = attachmentText[language]
  const form = page.locator('.attachment-add')
  await form.locator('summary').click()
  await form.locator('input[type=file]').setInputFiles(file)
  if (place) await form.getByLabel(t.place).selectOption(place)
  await expectGood(page)
  await form.getByRole('button', { name: t.add, exact: true }).click()
  await page.locator('.attachments li').first().waitFor()
}

describe('a file', () => {
  it('belongs to the ecosystem that is chosen, by who works in two', async () => {
    const page = await still(both, '/projects/T1')
    const places = page.locator('.attachment-add select[name=ecosystem] option')
    expect((await places.evaluateAll((all) => all.map((o) => o.getAttribute('value')))).sort()).toEqual(
      [ids.hev, ids.vitali].sort(),
    )
    await attach(page, 'fi', ids.vitali)
    expect(await owners('attachment')).toEqual(['vitali'])
    await page.context().close()
  })

  it('is not asked about where there is no choice, and belongs to nothing where one holds no office', async () => {
    const page = await still(one, '/sv/projects/T1')
    expect(await page.locator('.attachment-add select[name=ecosystem]').count()).toBe(0)
    await attach(page, 'sv')
    expect(await owners('attachment')).toEqual(['vitali', 'hev'])
    const action = await page.locator('.attachment-add form').getAttribute('action')
    for (const ecosystem of [ids.vitali!, '']) {
      const forged = await page.request.post(region.product.url + action!, {
        multipart: { file, share: 'agreement', ecosystem },
        headers: { origin: region.product.url },
        maxRedirects: 0,
      })
      expect(forged.status()).toBe(422)
      expect(await forged.text()).toContain(attachmentText.sv.noOffice)
    }
    expect(await owners('attachment')).toHaveLength(2)
    await page.context().close()
  })
})

describe('a comment', () => {
  it('is said in the ecosystem that is chosen, and nowhere where one holds no office', async () => {
    const page = await still(both, '/projects/T1')
    await page.locator('#f-text-new').fill('Sanottu Vitalissa')
    await page.locator('#f-ecosystem-new').selectOption(ids.vitali!)
    await expectGood(page)
    await page.getByRole('button', { name: talk.fi.send, exact: true }).click()
    await page.locator('.comment').first().waitFor()
    expect(await owners('comment')).toEqual(['vitali'])
    await page.context().close()

    const other = await still(one, '/projects/T1')
    expect(await other.locator('#f-ecosystem-new').count()).toBe(0)
    const id = await other.locator('form.draft input[name=id]').first().inputValue()
    const said = { kind: 'project', id, text: 'Väärässä paikassa', audience: 'agreement' }
    const forged = await other.request.post(`${region.product.url}/api/comments`, {
      data: { ...said, ecosystem: ids.vitali },
      headers: { origin: region.product.url },
    })
    expect(forged.status()).toBe(422)
    expect(await owners('comment')).toEqual(['vitali'])
    await other.context().close()
  })
})
