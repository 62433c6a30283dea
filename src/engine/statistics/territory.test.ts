import { expect, it } from 'vitest'
import municipalitiesFile from '../../../data/codes/municipalities.json' with { type: 'json' }
import regionsFile from '../../../data/codes/regions.json' with { type: 'json' }
import {
  levelling,
  levelOf,
  levelsOf,
  type MunicipalityCode,
  municipalityOn,
  nutsOfRegion,
  nutsVersionsOf,
  type RegionCodes,
  regionOfNuts,
} from './territory.ts'

const regions = regionsFile.items as unknown as RegionCodes[]

it('a code has the level of its source', () => {
  const expected = {
    SSS: 'country',
    FI: 'country',
    EU27_2020: 'group',
    EA20: 'group',
    FI1: 'nuts1',
    FI19: 'nuts2',
    SA2: 'nuts2',
    FI197: 'nuts3',
    MK06: 'region',
    KU837: 'municipality',
    SK064: 'subregion',
    ELY01: 'ely',
    SA2_MK01XPKS: 'other',
    FIZZZ: 'other',
    TOTAL: 'other',
  }
  expect(Object.fromEntries(Object.keys(expected).map((c) => [c, levelOf(c)]))).toEqual(expected)
  expect(levelsOf(['MK01', 'MK02', 'SSS'])).toEqual([
    { level: 'region', codes: 2 },
    { level: 'country', codes: 1 },
  ])
})

it('the same code is of Slovakia or of Finland by those beside it', () => {
  expect(levelling(['SK', 'SK0', 'SK010', 'MK00'])('SK010')).toBe('nuts3')
  expect(levelling(['SK', 'SK0', 'SK010', 'MK00'])('MK00')).toBe('nuts2')
  expect(levelling(['SSS', 'SK011', 'MK01', 'KU091'])('SK011')).toBe('subregion')
})

it('every region has a NUTS 3 code in each version, and comes back from it', () => {
  for (const { code } of regions)
    for (const version of ['2016', '2021', '2024']) {
      const to = nutsOfRegion(code, version, regions)
      if (!('code' in to)) throw new Error(`${code} ${version}`)
      expect(regionOfNuts(to.code, regions)).toEqual({ code, sameArea: to.sameArea })
    }
})

it('a region whose boundary has moved says that its earlier code is of another area', () => {
  expect(nutsOfRegion('MK06', '2021', regions)).toEqual({ code: 'FI197', sameArea: false })
  expect(nutsOfRegion('MK06', '2024', regions)).toEqual({ code: 'FI19B', sameArea: true })
  expect(nutsOfRegion('MK01', '2016', regions)).toEqual({ code: 'FI1B1', sameArea: true })
})

it('says why it cannot convert', () => {
  expect(nutsOfRegion('KU837', '2024', regions)).toEqual({ cannot: 'other-level' })
  expect(nutsOfRegion('MK99', '2024', regions)).toEqual({ cannot: 'unknown-code' })
  expect(nutsOfRegion('MK06', '2003', regions)).toEqual({ cannot: 'no-such-version' })
  expect(regionOfNuts('SE110', regions)).toEqual({ cannot: 'unknown-code' })
  expect(regionOfNuts('FI19', regions)).toEqual({ cannot: 'other-level' })
})

it('tells of which versions of NUTS the codes can be', () => {
  expect(nutsVersionsOf(['SE110', 'FI197'], regions)).toEqual(['2016', '2021'])
  expect(nutsVersionsOf(['FI19B'], regions)).toEqual(['2024'])
  expect(nutsVersionsOf(['FI197', 'FI19B'], regions)).toEqual([])
  expect(nutsVersionsOf(['SE110'], regions)).toBeUndefined()
})

const byNumber = (items: readonly MunicipalityCode[]) => new Map(items.map((m) => [m.code, m]))
const municipalities = byNumber(municipalitiesFile.items as MunicipalityCode[])

it('a municipality that has merged is part of another from that day', () => {
  expect(municipalityOn('KU588', '2024-12-31', municipalities)).toEqual({ code: 'KU588', sameArea: true })
  expect(municipalityOn('KU588', '2025-01-01', municipalities)).toEqual({ code: 'KU507', sameArea: false })
  for (const code of municipalities.keys())
    expect(municipalityOn(`KU${code}`, '2026-11-23', municipalities)).toHaveProperty('code')
})

it('says why a municipality cannot be told', () => {
  const made = byNumber([
    { code: '001', successors: [{ code: '002', from: '2010-01-01' }] },
    { code: '002', successors: [{ code: '003', from: '2015-01-01' }] },
    { code: '003' },
    {
      code: '004',
      successors: [
        { code: '002', from: '2010-01-01' },
        { code: '003', from: '2010-01-01' },
      ],
    },
    { code: '005', successors: [{ code: '005', from: '2010-01-01' }] },
  ])
  expect(municipalityOn('KU001', '2020-01-01', made)).toEqual({ code: 'KU003', sameArea: false })
  expect(municipalityOn('KU001', '2012-01-01', made)).toEqual({ code: 'KU002', sameArea: false })
  expect(municipalityOn('KU004', '2020-01-01', made)).toEqual({ cannot: 'split' })
  expect(municipalityOn('KU005', '2020-01-01', made)).toEqual({ cannot: 'unknown-code' })
  expect(municipalityOn('KU999', '2020-01-01', made)).toEqual({ cannot: 'unknown-code' })
  expect(municipalityOn('MK01', '2020-01-01', made)).toEqual({ cannot: 'other-level' })
})
