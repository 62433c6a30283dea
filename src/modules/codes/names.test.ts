import { expect, it } from 'vitest'
import { languages } from '../../kernel/text.ts'
import { fundName, objectiveName, programmeName } from './names.ts'

it('says a code by its name, an objective with its number, and what is no code as it is', () => {
  expect(objectiveName('fi-2021/1.3', 'fi')).toBe('1.3 Pk-yritysten kasvun ja kilpailukyvyn parantaminen')
  expect(programmeName('fi-2021', 'fi')).toBe('Uudistuva ja osaava Suomi 2021–2027')
  expect(fundName('ERDF', 'sv')).toBe('ERUF')
  for (const language of languages) {
    for (const name of [objectiveName, programmeName, fundName]) expect(name('Oma 4', language)).toBe('Oma 4')
  }
})
