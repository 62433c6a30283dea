import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  before,
  begin,
  database,
  does,
  makeCall,
  makeForm,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { organisations } from '../../../test/matters.ts'
import { newId } from '../../kernel/id.ts'
import { roomOf } from './money-count.ts'
import { readWriting, type Writing } from './read-actions.ts'

withApplicants()

const data = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'))
const [city, company, sister, mother, minor] = [
  '0201256-6',
  '0211675-2',
  '2331972-7',
  '0112038-9',
  '1927400-1',
] as const

describe('what the registry knows of those who apply', () => {
  it('joins linked organisations to one undertaking, and asks no room for a public body', async () => {
    const ids = await organisations(database, {
      city: { name: 'Kaupunki', businessId: city },
      company: { name: 'Kaupungin yhtiö Oy', businessId: company },
      sister: { name: 'Sisar Oy', businessId: sister },
      mother: { name: 'Emo Oyj', businessId: mother },
      minor: { name: 'Vähemmistö Oy', businessId: minor },
    })
    const { db } = database
    await db.updateTable('organisation').set({ kind: 'municipality' }).where('id', '=', ids.city).execute()
    const tie = (upper: string, lower: string, kind: string, more: object = {}) =>
      db
        .insertInto('organisation_family')
        .values({
          id: newId(before.getTime()),
          upper_id: upper,
          lower_id: lower,
          kind,
          source: 'Kaupparekisteri',
          at: before,
          ...more,
        })
        .execute()
    await tie(ids.mother, ids.company, 'parent')
    await tie(ids.mother, ids.sister, 'owner', { share: '80' })
    await tie(ids.mother, ids.minor, 'owner', { share: '50' })
    await tie(ids.city, ids.company, 'municipal')

    const call = await makeCall(
      {
        costModels: [data('codes/cost-models.json').items[0]],
        rates: [{ costModel: null, most: '60' }],
        deMinimis: true,
      },
      await makeForm(data('forms/ecosystem-agreement.json')),
    )
    const id = await begin(call)
    const partner = (row: string, name: string, businessId: string) => ({
      [`partners.${row}.organisation`]: name,
      [`partners.${row}.business-id`]: businessId,
      [`partners.${row}.role`]: row === '1' ? 'lead' : 'partner',
    })
    await write('aino', id, 'partners', {
      'partners.rows': '1\n2\n3',
      ...partner('1', 'Kaupunki', city),
      ...partner('2', 'Kaupungin yhtiö Oy', company),
      ...partner('3', 'Sisar Oy', sister),
    })
    await write('aino', id, 'budget', {
      'budget.1.salaries': '100000',
      'budget.2.salaries': '100000',
      'budget.3.salaries': '100000',
    })
    await write('aino', id, 'financing', {
      'financing.1.grant': '80000',
      'financing.2.grant': '60 000',
      'financing.3.grant': '70000,50',
    })
    await write('aino', id, 'de-minimis', {
      'de-minimis.aids.rows': 'a',
      'de-minimis.aids.a.partner': '3',
      'de-minimis.aids.a.day': '1.3.2025',
      'de-minimis.aids.a.granter': 'Rahoittaja',
      'de-minimis.aids.a.amount': '200 000,00',
      'de-minimis.2.none': 'yes',
    })
    const { standing } = await does<Writing>('aino', readWriting, { application: id })
    const { money, parts } = standing.checked
    const [first, second, third] = money.partners
    expect(roomOf(money, first!)).toBeUndefined()
    // The sister's aid takes room of both, through a mother that is no partner.
    expect(roomOf(money, second!)).toBe(roomOf(money, third!))
    expect(roomOf(money, second!)).toMatchObject({
      room: 10_000_000n,
      asked: 13_000_050n,
      over: 3_000_050n,
      members: [company, mother, sister].sort(),
    })
    expect(money.known.ties.map((t) => [t.upperName, t.lowerName, t.source])).toContainEqual([
      'Emo Oyj',
      'Sisar Oy',
      'Kaupparekisteri',
    ])
    expect([...money.known.publicBodies]).toEqual([city])
    // Its own money is public money.
    expect(money.typed!.financing!.all.publicMoney).toBe(21_000_050n)
    const gaps = parts.find((p) => p.section.key === 'de-minimis')!.gaps.map((g) => g.text.fi)
    expect(gaps.filter((g) => g.startsWith('Kaupunki:'))).toEqual([])
    expect(gaps.filter((g) => g.includes('ei mahdu'))).toHaveLength(2)
  })
})
