import { describe, expect, it } from 'vitest'
import {
  after,
  before,
  begin,
  database,
  deadline,
  declared,
  does,
  filled,
  form,
  giveTo,
  lastMoment,
  makeCall,
  people,
  refusal,
  submit,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { newId } from '../../kernel/id.ts'
import { getDraft } from '../drafts/actions.ts'
import { applyTo, beginApplication } from './begin-actions.ts'
import { askCompletion, judgeLate, lapseCompletion, withdrawApplication } from './office-actions.ts'
import { type Overview, readApplication, readVersion, readWriting, type Writing } from './read-actions.ts'
import { sectionDraft } from './section-draft.ts'

withApplicants()

describe('an application', () => {
  it('is begun once however often the button is pressed, and counted in its call', async () => {
    const call = await makeCall()
    const id = newId(before.getTime())
    const [one, two] = await Promise.all(
      [1, 2].map(() => does<{ id: string; number: string }>('aino', beginApplication, { call, id })),
    )
    expect(one).toEqual(two)
    expect(one!.number).toBe(`${call}/1`)
    expect((await does<{ number: string }>('bengt', beginApplication, { call })).number).toBe(`${call}/2`)
  })

  it('is not begun before the call opens or after it has closed', async () => {
    const call = await makeCall()
    expect(await refusal(does('aino', beginApplication, { call }, deadline))).toBe('application.over')
    expect(await refusal(does('aino', beginApplication, { call }, new Date(before.getTime() - 1)))).toBe(
      'application.not-yet',
    )
  })

  it('is sent with everything that is in the drafts, twice as one version, and the drafts end', async () => {
    const id = await filled()
    expect(await refusal(submit(await begin(await makeCall())))).toBe('application.incomplete')
    const [a, b] = await Promise.all([submit(id), submit(id)])
    expect([a.version, b.version]).toEqual([1, 1])
    expect([a.again, b.again].sort()).toEqual([false, true])
    expect(a.hash).toBe(b.hash)
    const { version } = await does<{ version: { answers: object } }>('aino', readVersion, {
      application: id,
      version: 1,
    })
    expect(version.answers).toEqual({ name: 'Vetylaakso', need: 'Tarvitaan.', organisation: 'Testi Oy' })
    const draft = await does<{ id: string | null }>('aino', getDraft, {
      kind: sectionDraft.kind,
      subject: `${id}.who`,
    })
    expect(draft.id).toBeNull()
  })

  it('is replaced until the deadline; what was not touched stays', async () => {
    const id = await filled()
    await submit(id)
    await write('aino', id, 'why', { need: 'Tarvitaan kovasti.' })
    const { writing } = await does<Overview>('aino', readApplication, { application: id })
    expect(writing!.changed).toBe(true)
    const again = await submit(id, lastMoment)
    expect([again.version, again.late]).toEqual([2, false])
    const { version } = await does<{ version: { answers: Record<string, string> } }>('aino', readVersion, {
      application: id,
      version: 2,
    })
    expect(version.answers).toMatchObject({ name: 'Vetylaakso', need: 'Tarvitaan kovasti.' })
    expect(await refusal(write('aino', id, 'why', { need: 'Vielä.' }, deadline))).toBe(
      'application.section-closed',
    )
  })

  it('is in time in the last moment and late in the next; the office decides on a late one', async () => {
    const [inTime, late] = [await filled(), await filled()]
    expect((await submit(inTime, lastMoment)).late).toBe(false)
    await write('aino', late, 'why', { need: 'Viime hetkellä.' }, deadline)
    expect((await submit(late, deadline)).late).toBe(true)
    for (const id of [late, inTime]) await declared(id, 'coordinator')
    expect(
      await refusal(does('coordinator', judgeLate, { application: late, accepted: true, reason: '' }, after)),
    ).toBe('application.no-reason')
    await does(
      'coordinator',
      judgeLate,
      { application: late, accepted: true, reason: 'Häiriö verkossa.' },
      after,
    )
    const { application } = await does<Overview>('coordinator', readApplication, { application: late }, after)
    expect([application.late, application.lateAccepted]).toEqual([true, true])
    expect(
      await refusal(
        does('coordinator', judgeLate, { application: inTime, accepted: true, reason: 'x' }, after),
      ),
    ).toBe('application.not-late')
  })

  it('opens only the named sections for completion, from what was sent, until the day', async () => {
    const id = await filled()
    await submit(id)
    await declared(id, 'coordinator', 'officer')
    const ask = { application: id, sections: ['why'], message: 'Kerro lisää.', due: '30.11.2026' }
    expect(await refusal(does('aino', askCompletion, ask, after))).toBe(
      'application.ask-completion.forbidden',
    )
    expect(await refusal(does('elsewhere', askCompletion, ask, after))).toBe(
      'application.ask-completion.forbidden',
    )
    expect(await refusal(does('coordinator', askCompletion, { ...ask, sections: ['none'] }, after))).toBe(
      'application.no-sections',
    )
    await does('coordinator', askCompletion, ask, after)
    await write('aino', id, 'why', { need: 'Lisää.' }, after)
    expect(await refusal(write('aino', id, 'who', { name: 'Muu' }, after))).toBe('application.section-closed')
    expect((await submit(id, after)).version).toBe(2)
    const told = await does<Overview>('coordinator', readApplication, { application: id }, after)
    expect(told.completions).toMatchObject([{ version: 1, answered_version: 2 }])
    await does('officer', askCompletion, ask, after)
    expect(
      await refusal(write('aino', id, 'why', { need: 'Myöhään.' }, new Date('2026-12-01T10:00:00Z'))),
    ).toBe('application.section-closed')
    await does('officer', lapseCompletion, { application: id }, after)
    expect(
      (await does<Overview>('coordinator', readApplication, { application: id }, after)).application.state,
    ).toBe('submitted')
  })

  it('is withdrawn with a reason, and then nothing more is typed or sent', async () => {
    const id = await filled()
    await submit(id)
    await declared(id, 'coordinator')
    expect(await refusal(does('aino', withdrawApplication, { application: id, reason: ' ' }))).toBe(
      'application.no-reason',
    )
    await does('aino', withdrawApplication, { application: id, reason: 'Yhdistyy toiseen.' })
    expect(await refusal(write('aino', id, 'why', { need: 'x' }))).toBe('application.section-closed')
    expect(await refusal(submit(id))).toBe('application.withdrawn')
    const { application } = await does<Overview>('coordinator', readApplication, { application: id })
    expect(application.state).toBe('withdrawn')
  })

  it('is copied from an earlier one, without what was declared', async () => {
    const id = await filled()
    await submit(id)
    const copy = await does<{ id: string }>('aino', beginApplication, { call: await makeCall(), from: id })
    const { standing } = await does<Writing>('aino', readWriting, { application: copy.id })
    expect(standing.answers).toMatchObject({ name: 'Vetylaakso', need: 'Tarvitaan.' })
    expect(await refusal(does('rival', beginApplication, { call: await makeCall(), from: id }))).toBe(
      'application.missing',
    )
  })
  it('grows from an idea that was sent into a full one, with its answers, people and organisation', async () => {
    const code = await makeCall({ twoSteps: true })
    const fullCloses = new Date(deadline.getTime() + 30 * 86_400_000)
    await database.db
      .updateTable('call')
      .set({ idea_form_id: form, idea_form_version: 1, full_closes_at: fullCloses })
      .where('code', '=', code)
      .execute()
    const idea = await filled('aino', code)
    await giveTo(idea, people.bengt, 'edit')
    const draft = await begin(code)
    await submit(idea)
    expect(await refusal(does('aino', beginApplication, { call: code }, deadline))).toBe(
      'application.needs-idea',
    )
    // An idea that was never sent grows into nothing, nor does somebody else's.
    expect(await refusal(does('aino', beginApplication, { call: code, from: draft }, deadline))).toBe(
      'application.needs-idea',
    )
    expect(await refusal(does('rival', beginApplication, { call: code, from: idea }, deadline))).toBe(
      'application.missing',
    )
    const told = await does<{ step: string; ideas: { id: string }[] }>(
      'aino',
      applyTo,
      { call: code },
      deadline,
    )
    expect([told.step, told.ideas.map((one) => one.id)]).toEqual(['full', [idea]])
    const { id } = await does<{ id: string }>('aino', beginApplication, { call: code, from: idea }, deadline)
    const { application, standing } = await does<Writing>('aino', readWriting, { application: id }, deadline)
    expect(application).toMatchObject({ step: 'full', idea, copiedFrom: null, title: 'Vetylaakso' })
    expect(standing.answers).toMatchObject({
      name: 'Vetylaakso',
      need: 'Tarvitaan.',
      organisation: 'Testi Oy',
    })
    await write('bengt', id, 'why', { need: 'Tarvitaan enemmän.' }, deadline)
    expect((await submit(id, deadline)).late).toBe(false)
    const again = await does<{ ideas: unknown[] }>('aino', applyTo, { call: code }, deadline)
    expect(again.ideas).toEqual([])
    expect((await submit(await grownLate(code), fullCloses)).late).toBe(true)
  })

  it('says what to do when its form is not there any more', async () => {
    const id = await filled()
    await database.db.updateTable('application').set({ form_version: 99 }).where('id', '=', id).execute()
    expect(await refusal(does('aino', readApplication, { application: id }))).toBe('application.form-gone')
  })
})

/** A full application of another idea, whole but not sent. */
async function grownLate(code: string): Promise<string> {
  const idea = await does<{ id: string }>('aino', beginApplication, { call: code })
  await write('aino', idea.id, 'who', { organisation: 'Testi Oy', name: 'Toinen' })
  await write('aino', idea.id, 'why', { need: 'Tarvitaan.' })
  await submit(idea.id)
  return (await does<{ id: string }>('aino', beginApplication, { call: code, from: idea.id }, deadline)).id
}
