import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../src/kernel/text.ts'
import { modules } from '../src/modules.ts'
import { circleIn, type Import, readSources, type SourceFile } from './source.ts'

const root = join(import.meta.dirname, '..')
const all = readSources('src', 'test', 'bench')
const product = all.filter((file) => file.path.startsWith('src/') && !/\.test\.tsx?$/.test(file.path))
const imports = product.flatMap((file) => file.imports)
const ours = imports.filter((i) => i.to.startsWith('src/'))

const generated = new Set(['src/kernel/tables.ts'])
const shells = ['web', 'api', 'cli', 'worker']
/** The files directly in src/ put the house together: they may use everything, and only shells use them. */
const isWiring = (path: string) => /^src\/[^/]+$/.test(path)
const layerOf = (path: string) => (isWiring(path) ? 'wiring' : path.split('/')[1]!)
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const say = (i: Import) => `${i.from}:${i.line} imports ${i.to}`
const isShell = (path: string) => shells.includes(layerOf(path))

/** Lines of code that match, with comments and strings left out. */
const linesWith = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    file.code.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : [])),
  )

/** Dependency order, from the comment at the list in modules.ts: doors may only be used upwards. */
const modulesFile = readFileSync(join(root, 'src', 'modules.ts'), 'utf8')
const order =
  /^ \* ((?:[a-z]+,\s(?:\* )?)+[a-z]+)$/m.exec(modulesFile.replaceAll(',\n *', ','))?.[1]?.split(/,\s*/) ?? []

test('this test sees the house: it would pass over an empty one', () => {
  expect(product.length).toBeGreaterThan(120)
  expect(imports.length).toBeGreaterThan(400)
  expect(ours.length).toBeGreaterThan(300)
  expect(order.length).toBeGreaterThan(5)
  const missing = imports.filter((i) => i.to.startsWith('src/') && !existsSync(join(root, i.to)))
  expect(missing.map(say)).toEqual([])
})

describe('layers', () => {
  const forbid = (from: string, allowed: (i: Import) => boolean) =>
    ours.filter((i) => layerOf(i.from) === from && !allowed(i)).map(say)

  test('the kernel imports nothing of ours', () => {
    expect(forbid('kernel', (i) => layerOf(i.to) === 'kernel')).toEqual([])
  })

  test('the engine thinks: nothing of ours but itself and plain data, no files, no network, no database, no clock', () => {
    expect(forbid('engine', (i) => layerOf(i.to) === 'engine')).toEqual([])
    const engine = imports.filter((i) => layerOf(i.from) === 'engine' && !/^(src|data)\//.test(i.to))
    expect(engine.map(say)).toEqual([])
    expect(
      linesWith(
        product.filter((f) => layerOf(f.path) === 'engine'),
        /\bperformance\.now|Math\.random/,
      ),
    ).toEqual([])
  })

  test('parts of pages know the kernel only', () => {
    expect(forbid('ui', (i) => ['ui', 'kernel'].includes(layerOf(i.to)))).toEqual([])
  })

  test('islands run in the browser and import nothing of the server, only what is pure', () => {
    expect(forbid('islands', (i) => ['islands', 'engine'].includes(layerOf(i.to)))).toEqual([])
    const islands = imports.filter((i) => layerOf(i.from) === 'islands' && i.to.startsWith('node:'))
    expect(islands.map(say)).toEqual([])
  })

  test('nothing below imports a shell or the wiring', () => {
    const upwards = ours.filter(
      (i) => !isShell(i.from) && !isWiring(i.from) && (isShell(i.to) || isWiring(i.to)),
    )
    expect(upwards.map(say)).toEqual([])
  })

  test('no imports run in a circle', () => {
    expect(circleIn(product)).toEqual([])
  })
})

describe('modules', () => {
  const folders = readdirSync(join(root, 'src', 'modules'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)

  test('each has its place in the order, and the list follows it', () => {
    expect(folders.filter((name) => !order.includes(name))).toEqual([])
    const list = [...(/= \[([^\]]*)\]/.exec(modulesFile)?.[1] ?? '').matchAll(/([a-z]+)Module/g)].map(
      (m) => m[1]!,
    )
    expect(list).toEqual(order.filter((name) => list.includes(name)))
  })

  test('each has a door that says what the room is for', () => {
    const silent = folders.filter((name) => {
      const door = join(root, 'src', 'modules', name, 'index.ts')
      return !existsSync(door) || !/\/\*\*[\s\S]{60,}?\*\//.test(readFileSync(door, 'utf8'))
    })
    expect(silent).toEqual([])
  })

  test('a module uses others by their doors, and only those above it', () => {
    const wrong = ours.filter((i) => {
      const [from, to] = [moduleOf(i.from), moduleOf(i.to)]
      if (!from || !to || from === to) return false
      return i.to !== `src/modules/${to}/index.ts` || order.indexOf(to) >= order.indexOf(from)
    })
    expect(wrong.map(say)).toEqual([])
  })

  test('shells and wiring use doors; only the list of modules sees how a module is put together', () => {
    const wrong = ours.filter((i) => {
      const to = moduleOf(i.to)
      if (!to || moduleOf(i.from)) return false
      const door = i.to === `src/modules/${to}/index.ts`
      return !door && !(i.from === 'src/modules.ts' && i.to === `src/modules/${to}/module.ts`)
    })
    expect(wrong.map(say)).toEqual([])
  })

  test('rules are pure: they know types, codes, money, time and the engine', () => {
    const wrong = imports.filter((i) => {
      if (!/\/rules\.ts$/.test(i.from) || i.typeOnly) return false
      const pure = /^src\/kernel\/(money|time|id|text|refusal)\.ts$/.test(i.to) || layerOf(i.to) === 'engine'
      const own = moduleOf(i.to) === moduleOf(i.from) && !/queries|actions|jobs|pages/.test(i.to)
      const hash = i.to === 'node:crypto'
      return !pure && !own && !hash && !/^src\/modules\/[^/]+\/index\.ts$/.test(i.to)
    })
    expect(wrong.map(say)).toEqual([])
  })

  test('SQL stands in files called queries', () => {
    const files = product.filter((f) => moduleOf(f.path) && !/(^|[-/])queries\.ts$/.test(f.path))
    const sql = /\bsql`|\bsql<|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bCompiledQuery\b/
    expect(linesWith(files, sql)).toEqual([])
  })
})

describe('one way of doing things', () => {
  test('settings are read in config.ts alone', () => {
    const others = product.filter((f) => f.path !== 'src/config.ts')
    expect(linesWith(others, /process\.env|process\[/)).toEqual([])
  })

  test('time is given, never taken, except where the house meets the world', () => {
    const worldly = new Set(['src/kernel/id.ts', 'src/kernel/job.ts']) // an id's birth; a worker's heartbeat
    const files = product.filter((f) => !isWiring(f.path) && !isShell(f.path) && !worldly.has(f.path))
    expect(
      linesWith(
        files.filter((f) => layerOf(f.path) !== 'islands'),
        /Date\.now\(|new Date\(\)/,
      ),
    ).toEqual([])
  })

  test('nothing is passed on from a file that is no door', () => {
    const passing = product.filter((f) => !f.path.endsWith('/index.ts')).flatMap((f) => f.imports)
    expect(passing.filter((i) => i.reExport).map(say)).toEqual([])
  })

  test('types are never switched off', () => {
    const files = all.filter((f) => !generated.has(f.path))
    expect(linesWith(files, /[:<|&]\s*any\b|\bas any\b|\bany\[\]/)).toEqual([])
    expect(
      files.filter(
        (f) => /@ts-(ignore|nocheck|expect-error)/.test(f.text) && f.path !== 'test/house.test.ts',
      ),
    ).toEqual([])
  })

  test('files are short, and most are very short', () => {
    const lengths = product.filter((f) => !generated.has(f.path))
    expect(
      all.filter((f) => f.lines > 400 && !generated.has(f.path)).map((f) => `${f.path}: ${f.lines}`),
    ).toEqual([])
    const sorted = lengths.map((f) => f.lines).sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(100)
  })

  test('folders and files are named after what is in them', () => {
    const empty = /(^|\/)(common|shared|utils?|helpers?|services?|misc|lib)(\/|\.tsx?$|$)/
    expect(all.map((f) => f.path).filter((path) => empty.test(path))).toEqual([])
    const odd = all
      .map((f) => f.path)
      .filter((path) => !/^[a-z0-9-]+(\.test|\.d)?\.tsx?$/.test(path.split('/').at(-1)!))
    expect(odd).toEqual([])
  })
})

describe('words', () => {
  test('every kind of job says what it does, in three languages', () => {
    const jobs = modules.flatMap((m) => m.jobs ?? [])
    expect(jobs.length).toBeGreaterThan(20)
    const said = jobs.flatMap((j) => languages.map((l) => j.summary[l]))
    expect(said.filter((words) => !/^\p{Lu}.{8,}[^.]$/u.test(words))).toEqual([])
    expect(new Set(said).size).toBe(said.length)
  })

  const texts = product.filter((f) => /[/-]text\.ts$/.test(f.path) && f.path !== 'src/kernel/text.ts')

  /** The paths of all leaves; a leaf without a word is reported as empty. */
  const leaves = (value: unknown, path: string): string[] => {
    if (typeof value === 'string') return [value.trim() ? path : `${path} (empty)`]
    if (typeof value === 'function') return [`${path}()`]
    if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${path}[${index}]`))
    return Object.entries(value ?? {}).flatMap(([key, item]) => leaves(item, `${path}.${key}`))
  }
  const isWords = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && languages.every((language) => language in value)

  test('there are texts to look at', () => expect(texts.length).toBeGreaterThan(3))

  test.each(texts.map((f) => f.path))('%s says everything in three languages', async (path) => {
    const exported = Object.entries((await import(join(root, path))) as Record<string, unknown>)
    const found = exported.filter(([, value]) => isWords(value)) as [string, Record<string, unknown>][]
    // Words that a file keeps to itself are compared by the compiler alone: sv and en have the type of fi.
    expect(found.length > 0 || /\bwords\(/.test(texts.find((f) => f.path === path)!.code)).toBe(true)
    for (const [name, words] of found) {
      const finnish = leaves(words.fi, name)
      for (const language of languages) expect(leaves(words[language], name)).toEqual(finnish)
    }
  })
})

test('no file that is kept names a machine of those who made it', () => {
  const made = new Set(['node_modules', 'dist', 'coverage', '.git', '.talkoot', '.tmp', 'package-lock.json'])
  const below = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => !made.has(entry.name))
      .flatMap((entry) => {
        const path = folder ? `${folder}/${entry.name}` : entry.name
        return entry.isDirectory() ? below(path) : [path]
      })
  const texts = below('').filter((path) => /\.(ts|tsx|mjs|js|json|md|sql|css|ya?ml|sh)$|^\.ci\//.test(path))
  expect(texts.length).toBeGreaterThan(100)
  const machine = new RegExp(['/(work|root', 'home/\\w+', 'Users/\\w+)/'].join('|'))
  expect(texts.filter((path) => machine.test(readFileSync(join(root, path), 'utf8')))).toEqual([])
})
