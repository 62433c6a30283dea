import { expect, test } from 'vitest'
import { instanceNames, instancesFolder, readInstance, valuesOf } from '../../../test/portfolio/instances.ts'
import { frontierOf } from './frontier.ts'

const here = instancesFolder()
if (!here)
  process.stderr.write(
    'SKIPPED: ../shared/data/mobkp-instances is not here: published answers are not compared.\n',
  )

/** Those that take no time; all of them: `npm run bench -- portfolio`. */
const small = here
  ? instanceNames().filter((name) => /^random-(2D-25|3D-20|3D-25|4D-20|5D-10|6D-10)_/.test(name))
  : []

test.skipIf(!here)('published problems have the published values, every one and no other', () => {
  expect(small.length).toBeGreaterThan(10)
  for (const name of small) {
    const { programme, criteria, values } = readInstance(name)
    const frontier = [...frontierOf(programme)].at(-1)!
    expect([name, valuesOf(frontier.values, criteria)]).toEqual([name, values])
  }
})
