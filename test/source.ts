import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'

/** An import as written: `to` is a file of the checkout, or the bare name of a package. */
export type Import = { from: string; to: string; line: number; reExport: boolean; typeOnly: boolean }

export type SourceFile = {
  /** From the root of the checkout, with slashes: "src/kernel/time.ts". */
  path: string
  text: string
  /** The text with comments and the inside of strings blanked out, line by line the same. */
  code: string
  lines: number
  imports: Import[]
}

const root = join(import.meta.dirname, '..')

/** Reads every source file below the folders. TypeScript 7 has no interface for programs, so this reads by itself. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => parse(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')))
      .sort((a, b) => a.path.localeCompare(b.path)),
  )
}

function parse(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8')
  const code = blank(text)
  return { path, text, code, lines: text.split('\n').length - 1, imports: importsOf(path, text, code) }
}

const literal = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g

/** Keeps quotes, so that an import is still seen; a template's inside may hold code and stays. */
function blank(text: string): string {
  const spaces = (part: string) => part.replace(/[^\n]/g, ' ')
  return text.replace(literal, (part) => {
    if (part.startsWith('/')) return spaces(part)
    return part.startsWith('`') ? part : part[0] + spaces(part.slice(1, -1)) + part[0]
  })
}

const statement = /^(import|export)\b(\s+type\b)?(?:[^'"`;=()]*?\bfrom)?\s*(['"])/gm
const dynamic = /\bimport\((['"])/g

function importsOf(path: string, text: string, code: string): Import[] {
  const found: Import[] = []
  const add = (match: RegExpMatchArray, quote: string, reExport: boolean, typeOnly: boolean) => {
    const start = match.index! + match[0].length
    const name = text.slice(start, text.indexOf(quote, start))
    found.push({
      from: path,
      to: name.startsWith('.')
        ? normalize(join(dirname(path), name))
            .split(sep)
            .join('/')
        : name,
      line: text.slice(0, match.index).split('\n').length,
      reExport,
      typeOnly,
    })
  }
  for (const match of code.matchAll(statement))
    add(match, match[3]!, match[1] === 'export', Boolean(match[2]))
  for (const match of code.matchAll(dynamic)) add(match, match[1]!, false, false)
  return found
}

/** The first circle of imports, as the files on it; empty when there is none. */
export function circleIn(files: readonly SourceFile[]): string[] {
  const next = new Map(files.map((file) => [file.path, file.imports.map((i) => i.to)]))
  const finished = new Set<string>()
  const trail: string[] = []
  const visit = (path: string): string[] => {
    if (finished.has(path) || !next.has(path)) return []
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    trail.push(path)
    for (const to of next.get(path)!) {
      const circle = visit(to)
      if (circle.length > 0) return circle
    }
    trail.pop()
    finished.add(path)
    return []
  }
  for (const { path } of files) {
    const circle = visit(path)
    if (circle.length > 0) return circle
  }
  return []
}
