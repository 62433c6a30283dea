import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, projectPath } from './item.ts'

test('a project is found at one address by its key, whether its list gave a code or not', () => {
  expect(projectPath({ registry: 'eura', key: 'A70202' })).toBe('/projects/A70202')
  expect(projectPath({ registry: 'lv-2014-2020', key: '~iqPmNFsjBwH3QNSL4Red3s' })).toBe(
    '/projects/lv-2014-2020/~iqPmNFsjBwH3QNSL4Red3s',
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (registry, key) => {
      expect(projectPath({ registry, code: key })).toBe(projectPath({ registry, key }))
      expect(codeOf(key)).toBe(key.startsWith('~') ? null : key)
      expect(codeOf(`~${key}`)).toBeNull()
    }),
  )
})
