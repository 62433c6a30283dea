import { engineVersion } from '../../engine/portfolio/index.ts'
import { canonical, hashOfContent } from '../../kernel/canonical.ts'
import { problemOf } from './problem.ts'
import { outcomeOf, type SelectionRecord, standingOf } from './record.ts'
import { mostRecorded, type Solved, solveProblem } from './solving.ts'

/** What of a record is not as it was made: bytes of its file, its hash, or what computing it again gives. */
export const differences = [
  'bytes',
  'format',
  'hash',
  'seal',
  'signatures',
  'problem',
  'engine',
  'result',
  'choice',
] as const
export type Difference = (typeof differences)[number]

/** `engine` is the version that the record names as its own. */
export type RecordVerdict = { same: boolean; hash: string; engine: string; differs: readonly Difference[] }

/** Which engines computed and verified a record, where they are not the same; undefined where they are. */
export const enginesOf = ({ engine }: RecordVerdict): { made: string; verified: string } | undefined =>
  engine === engineVersion ? undefined : { made: engine, verified: engineVersion }

/** A verdict as a command says it. */
export function inOneLine(verdict: RecordVerdict): string {
  const { same, hash, differs } = verdict
  const engines = enginesOf(verdict)
  const by = engines ? ` (computed by engine ${engines.made}, verified by engine ${engines.verified})` : ''
  return `${same ? `same ${hash}` : `DIFFERENT ${hash}: ${differs.join(', ')}`}${by}`
}

type RecordFile = {
  format: string
  record: SelectionRecord
  hash: string
  signatures: readonly { hash: string }[]
  seal: string
}

/** Verifies the file of a record on any machine; undefined where it is no such file at all. */
export function verifyFile(text: string): RecordVerdict | undefined {
  let file: RecordFile
  try {
    file = JSON.parse(text) as RecordFile
    if (typeof file.record !== 'object' || file.record === null || !Array.isArray(file.signatures))
      return undefined
    const whole = canonical(file) === text
    const { record } = file
    const own = hashOfContent(record)
    const { hash, differs } =
      own === file.hash
        ? compared(record, own, solveProblem(record.problem, mostRecorded))
        : otherHash(record, own)
    const { signatures } = file
    const all: Difference[] = [
      ...(whole ? [] : (['bytes'] as const)),
      ...(file.format === 'talkoot-selection-file/1' ? [] : (['format'] as const)),
      ...differs,
      ...(hashOfContent({ hash: file.hash, signatures }) === file.seal ? [] : (['seal'] as const)),
      ...(signatures.every((s) => s.hash === file.hash) ? [] : (['signatures'] as const)),
    ]
    return { same: all.length === 0, hash, engine: record.engine, differs: all }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)
      return undefined
    throw error
  }
}

/** Computes a record again: its hash, its problem from what the meeting knew, the result, and how the choice stands. */
export async function verdictOn(
  record: SelectionRecord,
  hash: string,
  solve: (problem: object) => Promise<Solved>,
): Promise<RecordVerdict> {
  const own = hashOfContent(record)
  return own === hash ? compared(record, own, await solve(record.problem)) : otherHash(record, own)
}

/** A record that is not what was hashed is computed no further: what follows from it would say nothing. */
const otherHash = ({ engine }: SelectionRecord, own: string): RecordVerdict => ({
  same: false,
  hash: own,
  engine,
  differs: ['hash'],
})

function compared(record: SelectionRecord, hash: string, solved: Solved): RecordVerdict {
  const { candidates, chosen, forces, problem, result, settings, statements } = record
  const known = candidates.map((c) => ({ ...c, id: c.code }))
  const unlike = (a: unknown, b: unknown) => canonical(a) !== canonical(b)
  const again = problemOf({
    settings,
    candidates: known,
    statements,
    forces: forces.map((f, i) => ({ ...f, id: String(i) })),
  })
  const { candidates: codes, reasons: _, ...stands } = chosen
  const computed: Difference[] = [
    ...(unlike(again, problem) ? (['problem'] as const) : []),
    ...(unlike(outcomeOf(solved), result) ? (['result'] as const) : []),
    ...(unlike(standingOf(problem, codes, solved), stands) ? (['choice'] as const) : []),
  ]
  // Another engine that finds the same confirms the record; where it does not, that may be why.
  const isOther = computed.length > 0 && record.engine !== engineVersion
  const differs: Difference[] = isOther ? [...computed, 'engine'] : computed
  return { same: differs.length === 0, hash, engine: record.engine, differs }
}
