import { expect, it } from 'vitest'
import type { CallSettings } from '../calls/index.ts'
import { limitsFromCall } from './call-demands.ts'

const settings = (leastPartners: number, mostGrant: string | null) =>
  ({ leastPartners, mostGrant }) as CallSettings

it.each([
  ['nothing settled', settings(1, null), { least: 1, most: 20, mostTogether: null }],
  ['partners and money', settings(3, '200000.00'), { least: 3, most: 20, mostTogether: '200000.00' }],
  ['more partners than the founder allowed', settings(24, null), { least: 24, most: 24, mostTogether: null }],
])('a call with %s sets the limits', (_, call, limits) => {
  expect(limitsFromCall(call, { least: 1, most: 20, mostTogether: null })).toEqual(limits)
})

it('keeps what the founder said of partners and money', () => {
  const said = { least: 4, most: 9, mostTogether: '90000.00' }
  expect(limitsFromCall(settings(2, '200000.00'), said)).toEqual(said)
})
