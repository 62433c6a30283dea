import type { Condition } from './definition.ts'
import { isRecord, keyForm, limits, onlyKnown, type Reading, readList } from './reading-parts.ts'

/** A condition as it is written; whether its questions are there, the whole form tells. */
export function readCondition(
  raw: unknown,
  path: string,
  reading: Reading,
  depth = 0,
): Condition | undefined {
  const bad = () => {
    reading.tell('bad-condition', path)
    return undefined
  }
  if (!isRecord(raw) || depth >= limits.depth) return bad()
  if ('all' in raw || 'any' in raw) {
    const how = 'all' in raw ? 'all' : 'any'
    onlyKnown(raw, [how], path, reading)
    const parts = readList(raw[how], `${path}.${how}`, limits.conditions, reading).flatMap((one, i) => {
      const part = readCondition(one, `${path}.${how}.${i}`, reading, depth + 1)
      return part ? [part] : []
    })
    if (parts.length === 0) return bad()
    return how === 'all' ? { all: parts } : { any: parts }
  }
  const { question, is } = raw
  if (typeof question !== 'string' || !keyForm.test(question)) return bad()
  if (is === 'filled' || is === 'empty') {
    onlyKnown(raw, ['question', 'is'], path, reading)
    return { question, is }
  }
  if (is !== 'one-of' && is !== 'none-of') return bad()
  onlyKnown(raw, ['question', 'is', 'values'], path, reading)
  const values = readList(raw.values, `${path}.values`, limits.choices, reading)
  const written = values.filter(
    (v): v is string => typeof v === 'string' && v.trim() !== '' && v.length <= limits.label,
  )
  return written.length === 0 || written.length < values.length ? bad() : { question, is, values: written }
}
