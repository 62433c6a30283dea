import { expect, it } from 'vitest'
import { projectListAt, projectSearchOf } from './project-search.ts'

it('reads words, typed filters and the addresses of lists of projects', () => {
  expect(projectSearchOf('  ')).toBeUndefined()
  expect(projectSearchOf('ilmasto fund:ERDF >100000')).toEqual({ q: 'ilmasto fund:ERDF >100000' })
  const filters = { q: 'ilmasto', fund: 'ERDF', region: ['MK01', 'MK06'] }
  const query = '?q=ilmasto&fund=ERDF&region=MK01&region=MK06&sort=-granted&page=3&columns=lead'
  for (const place of ['/projects', '/sv/projects', 'https://talkoot.example.fi/en/projects'])
    expect(projectSearchOf(place + query)).toEqual(filters)
  // A list without filters is all projects: the page says that they are too many.
  expect(projectSearchOf('/projects')).toEqual({})
  // What is no list of projects is looked for as words.
  expect(projectSearchOf('/organisations?q=x')).toEqual({ q: '/organisations?q=x' })
})

it('leads back to lists of projects of this site, and nowhere else', () => {
  for (const list of ['/projects', '/projects?q=ilmasto&fund=ERDF']) expect(projectListAt(list)).toBe(list)
  for (const other of [null, '', 'ilmasto', '/organisations?q=x', '//paha.example/projects', '/projects/A1'])
    expect(projectListAt(other)).toBeUndefined()
  expect(projectListAt('https://paha.example/projects')).toBeUndefined()
})
