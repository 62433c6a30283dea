import { describe, expect, it } from 'vitest'
import { whatIsSent } from '../../../test/page-request.ts'
import {
  as,
  page,
  type people,
  portfolio,
  refusal,
  told,
  withPortfolio,
} from '../../../test/portfolio-at-hand.ts'
import { addIdea, dropIdea, editIdea, restoreIdea } from './idea-actions.ts'
import { type ReadIdea, readIdea } from './idea-read.ts'

withPortfolio()

describe('an idea', () => {
  it('takes an idea from any member into its cell, and its proposer takes it away', async () => {
    const { id: idea } = await as('member')<{ id: string }>(addIdea, {
      portfolio,
      title: 'Robottibussi',
      body: 'Kokeillaan talvella.',
      amount: '120000.50',
      starts: '2027-01-01',
      ends: '2028-06-30',
      values: ['priority/2', 'emphasis/2'],
    })
    expect((await told('city')).entries.find((e) => e.id === idea)).toMatchObject({
      state: 'idea',
      money: '120000.50',
      sure: false,
      values: ['priority/2', 'emphasis/2'],
    })
    const shown = await whatIsSent(await page(`/ideas/${idea}`, 'city'))
    expect(shown).toContain('täyttää aukon')
    expect(shown).toContain('I/2027, II/2027, I/2028')
    expect(await refusal(as('city')(dropIdea, { portfolio, idea }))).toEqual([
      'portfolio.notYours',
      undefined,
    ])
    expect(shown).toContain('120 000,50 € · 1 kpl · 13,1\u00a0% rahasta'.replace('120 0', '120\u00a00'))
    expect(shown).toMatch(/Mikä on jo lähellä/)

    const said = { portfolio, idea, title: 'Robottibussi', body: 'Kokeillaan kesällä.', city: 'Vantaa' }
    const placed = { starts: '2027-01-01', ends: '2028-06-30', values: ['priority/2', 'emphasis/2'] }
    expect(await refusal(as('city')(editIdea, said))).toEqual(['portfolio.notYours', undefined])
    await as('member')(editIdea, { ...said, ...placed, amount: '90000' })
    await as('member')(editIdea, { ...said, ...placed, amount: '90000.00' })
    const read = (who: keyof typeof people) => as(who)<ReadIdea>(readIdea, { portfolio, idea })
    expect((await told()).ideas).toMatchObject([{ body: 'Kokeillaan kesällä.', amount: '90000.00' }])
    expect((await read('city')).acts).toMatchObject([
      {
        act: 'edited',
        by: 'Meri Jäsen',
        before: { body: 'Kokeillaan talvella.', amount: '120000.50', city: null },
      },
    ])
    const edited = await whatIsSent(await page(`/ideas/${idea}`, 'city'))
    expect(edited).toContain('Kuvaus oli: Kokeillaan talvella.')
    expect(edited).toContain('120 000,50'.replaceAll(' ', '\u00a0'))
    expect(await whatIsSent(await page(`/ideas/${idea}/edit`, 'member'))).toContain('value="1.1.2027"')
    await expect(page(`/ideas/${idea}/edit`, 'city')).rejects.toMatchObject({ reason: 'portfolio.notYours' })

    await as('member')(dropIdea, { portfolio, idea })
    expect((await told()).ideas).toEqual([])
    expect((await told()).entries.some((e) => e.id === idea)).toBe(false)
    expect(await refusal(as('member')(editIdea, said))).toEqual(['portfolio.ideaWithdrawn', undefined])
    expect(await refusal(read('city'))).toEqual(['portfolio.missing', undefined])
    expect(await whatIsSent(await page('/ideas', 'city'))).not.toContain('Robottibussi')
    expect(await whatIsSent(await page('/ideas', 'coordinator'))).toContain('Poistetut ideat')
    expect(await whatIsSent(await page(`/ideas/${idea}`, 'member'))).toContain('Palauta salkkuun')
    expect(await refusal(as('city')(restoreIdea, { portfolio, idea }))).toEqual([
      'portfolio.notYours',
      undefined,
    ])
    await as('coordinator')(restoreIdea, { portfolio, idea })
    expect((await told()).ideas).toMatchObject([{ id: idea, body: 'Kokeillaan kesällä.' }])
    expect(await refusal(as('member')(restoreIdea, { portfolio, idea }))).toEqual([
      'portfolio.ideaStands',
      undefined,
    ])
    expect((await read('member')).acts.map((a) => a.act)).toEqual(['restored', 'withdrawn', 'edited'])
    await as('member')(dropIdea, { portfolio, idea })
    const bad = { portfolio, title: ' ', body: '', starts: '2027-01-01', ends: '2026-01-01' }
    expect(await refusal(as('member')(addIdea, bad))).toEqual(['portfolio.invalid', 'title', 'body', 'ends'])
  })
})
