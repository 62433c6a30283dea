import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FaultKind, faultsOf, faultsOfHeader } from './check.ts'
import { type FieldName, type FormCells, formDay, formFields } from './form.ts'

const valid: FormCells = {
  Operation_Name_Programme_Language: 'Kiertotalouden koeympäristö',
  Country: 'Finland',
  Operation_Start_Date: '01/01/2016',
  Operation_End_Date: '31/12/2018',
  CoFinancing_Rate: '50',
  Total_Eligible_Expenditure_amount: '299609.48',
  Total_Eligible_Expenditure_Currency: 'EUR',
  Location_Indicator_NUTS_code: 'FI1C2',
  Beneficiary_Name: 'Kokeilun kaupunki',
  Category_Of_Intervention: '62',
  Operation_Summary_Programme_Language: 'Kokeillaan.',
  Programming_Period: '2014-2020',
}
const said = (cells: FormCells) => faultsOf(cells).map((f) => `${f.field} ${f.kind}`)

describe('a row of the form', () => {
  it('is valid with its required cells and one place', () => expect(said(valid)).toEqual([]))

  it('says of each required cell that it is missing, and of nothing else', () => {
    for (const { name, ...field } of formFields as readonly { name: FieldName; required?: true }[]) {
      const without = said({ ...valid, [name]: '  ' })
      expect(without.includes(`${name} missing`)).toBe(field.required === true)
    }
  })

  const cases: [string, FormCells, FaultKind | undefined][] = [
    ['starts on the day it ends', { Operation_End_Date: '01/01/2016' }, undefined],
    ['starts a day after it ends', { Operation_End_Date: '31/12/2015' }, 'starts-after-end'],
    ['ends on no day', { Operation_End_Date: '31/02/2016' }, 'not-a-day'],
    ['ends on a leap day', { Operation_End_Date: '29/02/2016' }, undefined],
    ['has a day the other way round', { Operation_End_Date: '2016-12-31' }, 'not-a-day'],
    ['has no place', { Location_Indicator_NUTS_code: '' }, 'no-place'],
    [
      'has a postcode for a place',
      { Location_Indicator_NUTS_code: '', Location_Indicator_Postcode: '13100' },
      undefined,
    ],
    [
      'has a point for a place',
      { Location_Indicator_NUTS_code: '', Location_Indicator_latitude_longitude: '-9.0491, 53.2744' },
      undefined,
    ],
    ['has no point where one stands', { Location_Indicator_latitude_longitude: '61,0 24,5' }, 'not-a-point'],
    ['is in crowns', { Total_Eligible_Expenditure_Currency: 'SEK' }, 'no-exchange-rate'],
    [
      'is in crowns of which the rate is told',
      { Total_Eligible_Expenditure_Currency: 'SEK', Total_Eligible_Expenditure_Exchange_Rate: '10.2' },
      undefined,
    ],
    ['is in no currency', { Total_Eligible_Expenditure_Currency: '€' }, 'not-a-currency'],
    ['has a rate above 100', { CoFinancing_Rate: '100.01' }, 'out-of-range'],
    ['has a rate of 0', { CoFinancing_Rate: '0' }, undefined],
    ['costs less than nothing', { Total_Eligible_Expenditure_amount: '-0.01' }, 'out-of-range'],
    ['has a decimal comma', { Total_Eligible_Expenditure_amount: '10,5' }, 'not-a-number'],
    ['has category 0', { Category_Of_Intervention: '0' }, 'out-of-range'],
    ['has category 123', { Category_Of_Intervention: '123' }, undefined],
    ['has category 124', { Category_Of_Intervention: '124' }, 'out-of-range'],
    ['is of a fund that the form does not know', { Fund_Code: 'JTF' }, 'not-in-list'],
    ['is of an older period', { Programming_Period: '2007-2013' }, 'not-in-list'],
    ['is of 2021-2027, with its own categories', { Programming_Period: '2021-2027' }, 'other-categories'],
  ]
  it.each(cases)('that %s', (_, change, kind) => {
    expect(faultsOf({ ...valid, ...change }).map((f) => f.kind)).toEqual(kind ? [kind] : [])
  })

  it('takes every day of the calendar and no other', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2050-12-31'), noInvalidDate: true }),
        (date) => {
          const day = formDay(date.toISOString().slice(0, 10))
          expect(said({ ...valid, Date_Of_Last_Update: day })).toEqual([])
        },
      ),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 14 }), (d, m) => {
        const iso = `2015-${`${m}`.padStart(2, '0')}-${`${d}`.padStart(2, '0')}`
        const time = new Date(`${iso}T00:00:00Z`)
        const real = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso)
        expect(said({ ...valid, Date_Of_Last_Update: formDay(iso) }).length === 0).toBe(real)
      }),
    )
  })
})

describe('a header', () => {
  const names = formFields.map((f) => f.name)

  it('is right in any order and case', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (header) => {
        expect(faultsOfHeader(header.map((name) => name.toUpperCase()))).toEqual([])
      }),
    )
  })

  it('says which column stands twice, is not known or is missing', () => {
    expect(faultsOfHeader([...names, 'country'])).toEqual([{ column: 'country', kind: 'repeated' }])
    expect(faultsOfHeader([...names, 'Budget'])).toEqual([{ column: 'Budget', kind: 'unknown' }])
    expect(faultsOfHeader(names.filter((n) => n !== 'Country' && n !== 'Fund_Code'))).toEqual([
      { column: 'Country', kind: 'missing' },
    ])
  })
})
