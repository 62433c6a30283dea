import { readFile, writeFile } from 'node:fs/promises'
import {
  type Fault,
  nameOf,
  type PublicResult,
  readProblem,
  resultOf,
  type SolveOptions,
  type Statement,
  solve,
  within,
} from '../engine/portfolio/index.ts'
import { loadIntegerPrograms } from '../kernel/integer-programs.ts'
import type { BareContext } from '../kernel/module.ts'
import { type Complaint, Refusal } from '../kernel/refusal.ts'
import { type Language, languages } from '../kernel/text.ts'
import type { Verb, VerbIo } from '../kernel/verb.ts'
import { portfolioText } from './portfolio-text.ts'

/** `talkoot portfolio solve`: no action, since it reads and writes nothing but the two files that are named. */
export const portfolioVerb: Verb<BareContext> = {
  name: 'portfolio solve',
  summary: 'Find every portfolio of projects that no other dominates; problem and result are JSON',
  arguments: [{ name: 'problem', summary: 'the problem: data/schemas/portfolio-problem.schema.json' }],
  options: [
    { flags: '--out <file>', summary: 'where to write the result; else it is printed' },
    {
      flags: '--limit <seconds>',
      summary: 'search for a part of it, then prove of each project what can be proved, and answer by then',
    },
  ],
  database: false,
  run: async (_context, io, [file = ''], options) => {
    const limit = limitOf(options.limit)
    const read = readProblem(await readJson(file))
    if ('faults' in read) throw faulty(read.faults)
    const began = performance.now()
    const passed = () => (performance.now() - began) / 1000
    const answer = solve(read.problem, limit === undefined ? {} : await leftAfter(limit, passed))
    if ('faults' in answer) throw faulty(answer.faults)
    if ('contradiction' in answer) throw contradictory(answer.contradiction)
    const result = resultOf(read.problem, answer.solution, (performance.now() - began) / 1000)
    await hand(result, typeof options.out === 'string' ? options.out : undefined, io)
    return 0
  },
}

async function leftAfter(seconds: number, passed: () => number): Promise<SolveOptions> {
  const integerPrograms = await loadIntegerPrograms(() => passed() > seconds)
  return within({ seconds, passed, integerPrograms: () => integerPrograms })
}

async function hand(result: PublicResult, out: string | undefined, io: VerbIo): Promise<void> {
  const text = JSON.stringify(result)
  if (out === undefined) return io.out(text)
  await writeFile(out, `${text}\n`).catch((error: Error) => {
    throw refuse('not-written', (language) => [portfolioText[language].notWritten(out, error.message)])
  })
  const { status, count, seconds, portfolios, core } = result
  if (io.json) return io.out(JSON.stringify({ status, count, listed: portfolios.length, seconds, out }))
  const projects = Object.values(core)
  const of = (wanted: string) => projects.filter((project) => project.class === wanted).length
  const unproved = projects.filter((project) => !project.proved)
  const listed = portfolios.length < Number(count) ? `, ${portfolios.length} of them listed` : ''
  io.out(`${status}: ${count} non-dominated portfolios${listed}, ${seconds} s, in ${out}`)
  io.out(`projects: ${of('yes')} in all, ${of('discuss')} in some, ${of('no')} in none`)
  if (unproved.length === 0) return
  const error = Math.max(...unproved.map((project) => project.error ?? 0))
  io.out(
    `proved: ${projects.length - unproved.length} of them; the rest is estimated, standard error up to ${error.toFixed(3)}`,
  )
}

function limitOf(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined
  const seconds = Number(given)
  if (typeof given === 'string' && given.trim() !== '' && seconds > 0 && Number.isFinite(seconds))
    return seconds
  throw refuse('bad-limit', (language) => [portfolioText[language].badLimit(String(given))])
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw refuse('no-file', (language) => [portfolioText[language].noFile(file)])
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw refuse('not-json', (language) => [portfolioText[language].notJson(file, (error as Error).message)])
  }
}

const faulty = (faults: readonly Fault[]): Refusal =>
  refuse('faulty', (language) =>
    faults.map(({ code, path, values }) => {
      const sentence = portfolioText[language].faults[code](values)
      return path ? `${path}: ${sentence}` : sentence.replace(/^./, (first) => first.toUpperCase())
    }),
  )

const contradictory = ({
  of,
  statements,
}: {
  of: 'weights' | 'portfolio'
  statements: readonly Statement[]
}): Refusal => {
  const named = statements.map(called).join(', ')
  return refuse(of === 'weights' ? 'no-weights' : 'no-portfolio', (language) => {
    const { noWeights, noPortfolio, alone, together } = portfolioText[language]
    const why = (statements.length === 1 ? alone : together)(named)
    return [`${of === 'weights' ? noWeights : noPortfolio} ${why}`]
  })
}

/** By its id, and by its place where that is another. */
const called = (statement: Statement): string =>
  statement.id === undefined ? statement.path : `${nameOf(statement)} (${statement.path})`

/** The same lines in the three languages. */
function refuse(reason: string, say: (language: Language) => string[]): Refusal {
  const said = Object.fromEntries(languages.map((l) => [l, say(l)])) as Record<Language, string[]>
  const complaints = said.en.map(
    (_, i): Complaint => ({
      text: { fi: said.fi[i]!, sv: said.sv[i]!, en: said.en[i]! },
    }),
  )
  return new Refusal('invalid', `portfolio.${reason}`, complaints)
}
