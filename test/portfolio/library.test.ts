import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildLibrary } from '../../build/library.mjs'
import { launchBrowser } from '../browser.ts'

// The package as others get it: packed, installed where nothing else is, without a network.
const root = path.join(import.meta.dirname, '../..')
const execute = promisify(execFile)
let folder: string
let installed: string
let example: string
let output: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'talkoot-library-'))
  await buildLibrary({ outdir: path.join(folder, 'built') })
  const { stdout } = await execute('npm', ['pack', '--json', './built'], { cwd: folder })
  const [packed] = JSON.parse(stdout) as [{ filename: string }]
  const tarball = path.join(folder, packed.filename)
  installed = path.join(folder, 'installed')
  await execute('npm', ['install', '--offline', '--no-audit', '--no-fund', '--prefix', installed, tarball])
  const readme = await readFile(path.join(installed, 'node_modules/talkoot-portfolio/README.md'), 'utf8')
  example = /```js\n([\s\S]*?)```/.exec(readme)![1]!
  output = /```text\n([\s\S]*?)```/.exec(readme)![1]!
  await writeFile(path.join(installed, 'example.mjs'), example)
}, 120_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the package', () => {
  it('brings what it says, and nothing else', async () => {
    const of = path.join(installed, 'node_modules/talkoot-portfolio')
    const described = JSON.parse(await readFile(path.join(of, 'package.json'), 'utf8'))
    expect(described).toMatchObject({ license: 'EUPL-1.2', type: 'module' })
    expect(described.dependencies).toBeUndefined()
    expect(await readFile(path.join(of, 'LICENSE'), 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE')
    for (const schema of ['problem', 'result'])
      expect(JSON.parse(await readFile(path.join(of, `${schema}.schema.json`), 'utf8'))).toHaveProperty(
        '$defs',
      )
    expect(await readFile(path.join(of, 'index.js'), 'utf8')).not.toMatch(/\bfrom ['"]|require\(/)
  })

  it('solves the example of its README in Node, and prints what that says', async () => {
    const { stdout } = await execute(process.execPath, ['example.mjs'], { cwd: installed })
    expect(stdout).toBe(output)
  })

  it('has types under which the example is right, and a wrong one is not', async () => {
    const check = async (name: string, code: string) => {
      await writeFile(path.join(installed, name), code)
      const options = ['--noEmit', '--strict', '--module', 'NodeNext', '--target', 'ES2023', '--ignoreConfig']
      const tsc = path.join(root, 'node_modules/.bin/tsc')
      return execute(tsc, [...options, name], { cwd: installed }).then(
        () => '',
        ({ stdout }: { stdout: string }) => stdout,
      )
    }
    expect(await check('right.mts', example)).toBe('')
    const wrong = await check('wrong.mts', example.replace('project.index', 'project.share'))
    expect(wrong).toContain("'share' does not exist")
  })

  it('solves it in a page of a browser', async () => {
    const imports = { 'talkoot-portfolio': '/index.js' }
    const page = `<!doctype html><title>RPM</title><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports })}</script><script type="module">${example}</script>`
    const server = createServer(async (request, response) => {
      const isScript = request.url === '/index.js'
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      const script = path.join(installed, 'node_modules/talkoot-portfolio/index.js')
      response.end(isScript ? await readFile(script) : page)
    }).listen(0)
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage()
      const lines: string[] = []
      const errors: string[] = []
      tab.on('console', (message) => lines.push(message.text()))
      tab.on('pageerror', (error) => errors.push(error.message))
      await tab.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
      await expect.poll(() => `${lines.join('\n')}\n`).toBe(output)
      expect(errors).toEqual([])
    } finally {
      await browser.close()
      server.close()
    }
  })
})
