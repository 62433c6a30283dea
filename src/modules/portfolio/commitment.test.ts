import { describe, expect, it } from 'vitest'
import {
  as,
  database,
  idOf,
  now,
  people,
  portfolio,
  refusal,
  stage,
  withPortfolio,
} from '../../../test/portfolio-at-hand.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { execute } from '../../kernel/db.ts'
import { actorOf } from '../people/index.ts'
import { mailDigest } from '../talk/index.ts'
import { addCommitment, checkCommitment, listCommitments } from './commitment-actions.ts'
import { checkDays, checksWaiting, morningReminders } from './reminders.ts'
import { commitmentSubject } from './subjects.ts'

withPortfolio()

describe('commitments', () => {
  it('are checked month by month, waited for, in the calendar, and counted', async () => {
    const project = await idOf('A10001')
    const { id } = await as('city')<{ id: string }>(addCommitment, {
      portfolio,
      project,
      organisation: 'Oulun yliopisto',
      what: 'Palvelu pysyy auki.',
    })
    const listed = () =>
      as('city')<Awaited<ReturnType<typeof listCommitments.run>>>(listCommitments, { portfolio })
    expect((await listed()).items).toMatchObject([{ id, from: 'hand', due: { months: 24 }, checks: [] }])
    const actor = await actorOf(database.db, people.city.session, now)
    const asked = { db: database.db, actor, now: new Date('2014-01-15T06:00:00Z') }
    expect((await checksWaiting.find(asked))[0]?.path).toBe(`/portfolios/${portfolio}/commitments`)
    const days = await checkDays(asked, { from: '2013-12-01', to: '2014-07-01' })
    expect(days.map((d) => d.on)).toEqual(['2013-12-30', '2014-06-30'])
    const check = (months: number, outcome: string) =>
      as('coordinator')(checkCommitment, {
        portfolio,
        commitment: id,
        months,
        outcome,
        evidence: 'Verkkosivu.',
      })
    await check(6, 'kept')
    await check(24, 'unknown')
    await check(24, 'partly')
    const after = await listed()
    expect(after.items[0]).toMatchObject({
      due: null,
      checks: [
        { months: 6, outcome: 'kept', by: 'Kaisa Koordinaattori' },
        { months: 24, outcome: 'partly', evidence: 'Verkkosivu.' },
      ],
    })
    expect(after.share).toEqual({ promises: 1, known: 1, kept: 0, partly: 1, notKept: 0 })
    expect(await refusal(check(7, 'kept'))).toEqual(['input.invalid', 'months'])
    expect(await commitmentSubject.find(database.db, id)).toMatchObject({
      path: `/portfolios/${portfolio}/commitments/${id}`,
    })
  })

  it('are reminded of, each check once, on the first morning after it has come due, in the bell and by mail', async () => {
    const project = await idOf('A10002')
    await database.db.updateTable('project').set({ end_on: '2026-06-30' }).where('id', '=', project).execute()
    const { id } = await as('city')<{ id: string }>(addCommitment, {
      portfolio,
      project,
      organisation: 'Vety Oy',
      what: 'Aineisto pysyy avoinna.',
    })
    const atNight = (day: string): Stage => ({
      ...stage,
      actor: { kind: 'system', name: 'test' },
      baseUrl: 'https://x.example',
      now: new Date(`${day}T05:00:00Z`),
    })
    const morning = (day: string) => morningReminders.run(atNight(day), {}, async () => undefined)
    const notices = async () => {
      const { rows } = await execute(
        database.db,
        "select p.name, n.title ->> 'fi' as title, n.path from notification n join person p on p.id = n.person_id where n.kind = 'commitment' order by n.at, p.name",
      )
      return rows as { name: string; title: string; path: string }[]
    }
    await morning('2026-12-29')
    expect(await notices()).toEqual([])
    await morning('2026-12-30')
    await morning('2026-12-31')
    const told = await notices()
    expect(told.map((n) => n.name)).toEqual(['Kaisa Koordinaattori', 'Kirsi Kaupunki'])
    expect(told[0]).toMatchObject({
      title: expect.stringMatching(/^Tarkista lupaus, 6 kk hankkeen jälkeen: /),
      path: `/portfolios/${portfolio}/commitments/${id}`,
    })
    const { mail } = await perform(mailDigest, atNight('2026-12-31'), { person: people.city.id })
    const sent = await database.db
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', mail)
      .executeTakeFirstOrThrow()
    expect(`${sent.subject} ${sent.body}`).toContain('Tarkista lupaus, 6 kk')
    expect(sent.body).toContain(`https://x.example/portfolios/${portfolio}/commitments/${id}`)

    await as('coordinator')(
      checkCommitment,
      { portfolio, commitment: id, months: 6, outcome: 'kept', evidence: 'Verkkosivu.' },
      new Date('2027-01-02T06:00:00Z'),
    )
    await morning('2027-06-29')
    expect(await notices()).toHaveLength(2)
    await morning('2027-06-30')
    expect((await notices()).slice(2).map((n) => n.title.slice(0, 24))).toEqual([
      'Tarkista lupaus, 12 kk h',
      'Tarkista lupaus, 12 kk h',
    ])
  })
})
