import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../src/kernel/audit-chain.ts'
import { freshDatabase } from '../database.ts'
import { attack, type Campaign } from './run.ts'
import { openTarget, type Target } from './target.ts'

// One in so many of the tries of `npm run bench -- attack`, another set of them at each number of tries.
const share = 127

let target: Target
let campaign: Campaign
beforeAll(async () => {
  target = await openTarget({ database: await freshDatabase() })
  campaign = await attack(target, share)
}, 600_000)
afterAll(() => target.stop())

describe('an attack on every action, form and address', () => {
  it('was one', () => {
    const { requests } = campaign.find((c) => c.name === 'actions')!.tally
    expect(requests).toBeGreaterThan(500)
    expect(campaign.map((c) => c.tally.requests).every((n) => n > 20)).toBe(true)
    // Most is refused, but enough is taken: a wall that refuses everything would prove little.
    const taken = campaign.map((c) => c.tally.statuses.get(200) ?? 0).reduce((a, b) => a + b)
    expect(taken).toBeGreaterThan(200)
  })

  it('finds nothing', () => {
    const found = campaign.flatMap((c) => c.tally.findings)
    const told = new Map(found.map((f) => [`${f.what}: ${f.where}`, f]))
    expect([...told.values()].slice(0, 30)).toEqual([])
  })

  it('leaves the server up and the audit whole', async () => {
    expect((await fetch(`${target.product.url}/ready`)).status).toBe(200)
    expect(target.product.process.exitCode).toBe(null)
    expect((await verifyAudit(target.database.db)).broken).toEqual([])
    expect(target.product.output()).not.toMatch(/"msg":"fault"/)
  })
})
