import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  begin,
  database,
  declared,
  does,
  filled,
  makeCall,
  makeForm,
  refusal,
  submit,
  type Who,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { getDraft } from '../drafts/actions.ts'
import { inviteToApplication, joinApplication, listPeople } from './people-actions.ts'
import {
  listMine,
  type Overview,
  readApplication,
  readVersion,
  readWriting,
  type Writing,
} from './read-actions.ts'
import { sectionDraft } from './section-draft.ts'
import { submitApplication } from './submit-actions.ts'

withApplicants()

describe('who sees an application', () => {
  const nobody: Who[] = ['outsider', 'rival', 'elsewhere', 'assessor']
  const looks = (who: Who, id: string) =>
    Promise.all([
      refusal(does(who, readApplication, { application: id })),
      refusal(does(who, readWriting, { application: id })),
      refusal(does(who, listPeople, { application: id })),
      refusal(does(who, getDraft, { kind: sectionDraft.kind, subject: `${id}.who` })),
      refusal(does(who, submitApplication, { application: id })),
    ])

  it('is nobody but its people while it is a draft, no office either', async () => {
    const id = await filled()
    for (const who of [...nobody, 'coordinator', 'officer'] as Who[])
      expect([who, await looks(who, id)]).toEqual([
        who,
        [
          'application.missing',
          'application.missing',
          'application.missing',
          'draft.get.forbidden',
          'application.missing',
        ],
      ])
    const { items } = await does<{ items: unknown[] }>('rival', listMine, {})
    expect(items).toEqual([])
  })

  it('is the offices of its ecosystem once it was sent: the versions, never what is being written', async () => {
    const id = await filled()
    await submit(id)
    await declared(id, 'coordinator', 'officer')
    await write('aino', id, 'why', { need: 'Salainen luonnos' })
    for (const who of ['coordinator', 'officer'] as Who[]) {
      const told = await does<Overview>(who, readApplication, { application: id })
      expect(told.writing).toBeUndefined()
      expect(JSON.stringify(told)).not.toContain('Salainen luonnos')
      expect(await refusal(does(who, readWriting, { application: id }))).toBe('application.writing.forbidden')
      expect(await refusal(does(who, getDraft, { kind: sectionDraft.kind, subject: `${id}.why` }))).toBe(
        'draft.get.forbidden',
      )
    }
    for (const who of nobody)
      expect(await refusal(does(who, readVersion, { application: id, version: 1 }))).toBe(
        'application.missing',
      )
  })

  it('is whoever accepts an invitation, as far as it reaches; opening the letter uses nothing up', async () => {
    const id = await filled()
    const invited = { application: id, email: 'bengt.berg@example.fi', level: 'view' }
    expect(await refusal(does('rival', inviteToApplication, invited))).toBe('application.missing')
    await does('aino', inviteToApplication, invited)
    const { body } = await database.db
      .selectFrom('mail')
      .select('body')
      .where('kind', '=', 'application-invitation')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const token = /token=([\w-]+)/.exec(body)![1]!
    await does('bengt', joinApplication, { token })
    expect(await refusal(does('rival', joinApplication, { token }))).toBe('application.no-invitation')
    expect(await refusal(write('bengt', id, 'why', { need: 'x' }))).toBe('draft.save.forbidden')
    expect(await refusal(does('bengt', submitApplication, { application: id }))).toBe(
      'application.submit.forbidden',
    )
    expect((await does<Overview>('bengt', readApplication, { application: id })).writing!.level).toBe('view')
  })
})

describe('the shipped form', () => {
  it('counts its money to the cent and says what is missing', async () => {
    const file = new URL('../../../data/forms/ecosystem-agreement.json', import.meta.url)
    const models = JSON.parse(
      readFileSync(new URL('../../../data/codes/cost-models.json', import.meta.url), 'utf8'),
    ).items
    const call = await makeCall(
      { costModels: [models[0]], rates: [{ costModel: null, most: '60' }], deMinimis: true },
      await makeForm(JSON.parse(readFileSync(file, 'utf8'))),
    )
    const id = await begin(call)
    await write('aino', id, 'partners', {
      'partners.rows': '1\n2',
      'partners.1.organisation': 'Testi Oy',
      'partners.1.role': 'lead',
      'partners.2.organisation': 'Toinen Oy',
      'partners.2.role': 'partner',
    })
    await write('aino', id, 'budget', { 'budget.1.salaries': '100 000,00', 'budget.2.salaries': '0.01' })
    await write('aino', id, 'financing', {
      'financing.1.grant': '84 000',
      'financing.1.own': '56000',
      'financing.2.grant': '0,02',
    })
    const { standing } = await does<Writing>('aino', readWriting, { application: id })
    const { money, parts } = standing.checked
    expect(money.budget!.all.total.total).toBe(14_000_001n)
    expect(money.financing!.all.difference).toBe(1n)
    expect(money.aid!.all).toMatchObject({ mostGrant: 8_400_000n, grant: 8_400_002n, over: true })
    const financing = parts.find((p) => p.section.key === 'financing')!
    expect(financing.gaps.map((g) => g.text.fi)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('erotus 0,01'),
        expect.stringContaining('suurin mahdollinen tuki'),
      ]),
    )
    const deMinimis = parts.find((p) => p.section.key === 'de-minimis')!
    expect(deMinimis.gaps).toHaveLength(2)
  })
})
