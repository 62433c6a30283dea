import { expect, test } from 'vitest'
import { isPersonalName, isPersonsName, personalTrader } from './persons.ts'

test.each([
  'Matti Virtanen',
  'Virtanen Matti',
  'Hannu Aki Juhani Kovanen',
  'T:mi Anne Väre',
  'TMI HEIKKI SAASTAMOINEN',
  'Veli-Matti Korpisalo',
  'Kari Yli-Tainio',
  'Pertti H. Varis',
  'Olga Vladimirovna Vesterinen',
  'Lars Erik Lindqvist',
  'Kiki Boserup'.replace('Kiki', 'Kirsten'),
  'Leena Mäenpää',
])('%s is a person’s name', (name) => {
  expect(isPersonsName(name)).toBe(true)
  expect(isPersonalName(name)).toBe(true)
})

test.each([
  'Matti Virtanen Oy',
  'Helsingin kaupunki',
  'Salon Seudun Koulutuskuntayhtymä',
  'Anna Design',
  'Kahvila Aurora',
  'Forum Virium Helsinki',
  'Alvar Aalto -museo',
  'Helge och Tauno Miettunens stiftelse',
  'Juhani Aho Ky',
  'Studio Kirsikkapuu',
  'Jorvas',
  'Martti Ahtisaari Säätiö',
])('%s is no person’s name', (name) => {
  expect(isPersonsName(name)).toBe(false)
})

test('a sole trader is one by form, by name, or by the name beside the business', () => {
  expect(personalTrader('Tmi Kahvila Aurora')).toBe('trader')
  expect(personalTrader('Kahvila Aurora, yksityinen elinkeinonharjoittaja')).toBe('trader')
  expect(personalTrader('Konepalvelu Matti Virtanen')).toBe('holder')
  expect(personalTrader('Maatalousyhtymä Virtanen Matti ja Liisa')).toBe('holder')
  expect(personalTrader('Matti Virtanen')).toBe('person')
  expect(personalTrader('Konepalvelu Matti Virtanen Oy')).toBeUndefined()
  expect(personalTrader('Oulun yliopisto')).toBeUndefined()
})
