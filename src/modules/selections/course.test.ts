import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { courseText } from './course-text.ts'
import { selectionEvents } from './rules.ts'

it('every deed that a meeting writes down has its words', () => {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('-actions.ts'))
  const written = sources.flatMap((name) =>
    [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/did\(\s*ctx,[^']*?'([a-z-]+)'/g)].map(
      (m) => m[1]!,
    ),
  )
  expect(written.length).toBeGreaterThan(20)
  const known = Object.keys(courseText.fi.deeds)
  for (const deed of [...written, ...selectionEvents, 'came', 'left']) expect(known).toContain(deed)
})
