import { countCharacters } from './characters.ts'
import { readDay } from './day.ts'
import type { Column, Question, Shape } from './definition.ts'
import { compareDecimals, readMoney, readNumber } from './number.ts'
import { isWellFormed } from './shapes.ts'

export type AnswerCode =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'not-a-number'
  | 'not-money'
  | 'too-many-decimals'
  | 'not-a-day'
  | 'too-small'
  | 'too-large'
  | 'too-early'
  | 'too-late'
  | 'not-a-choice'
  | 'too-few-choices'
  | 'too-many-choices'
  | 'too-few-rows'
  | 'too-many-rows'
  | 'malformed'
  | 'not-affirmed'
  | 'file-missing'
  | 'too-many-files'

export type ValueComplaint = { code: AnswerCode; values?: Readonly<Record<string, string | number>> }

type OneValue = Column | Extract<Question, { kind: 'text' | 'long-text' | 'number' | 'money' | 'date' }>

/** What is wrong in one value that is not empty. */
export function checkValue(asked: OneValue, text: string): ValueComplaint | undefined {
  switch (asked.kind) {
    case 'text':
    case 'long-text': {
      const count = countCharacters(text)
      if (count > asked.most)
        return { code: 'too-long', values: { count, most: asked.most, over: count - asked.most } }
      if (asked.kind === 'text') return asked.shape && malformed(asked.shape, text)
      const least = 'least' in asked ? (asked.least ?? 0) : 0
      return count < least ? { code: 'too-short', values: { count, least } } : undefined
    }
    case 'number':
    case 'money':
      return checkNumber(asked, text)
    case 'date': {
      const day = readDay(text)
      if (!day) return { code: 'not-a-day' }
      const { least, most } = asked as { least?: string; most?: string }
      if (least && day < least) return { code: 'too-early', values: { least } }
      return most && day > most ? { code: 'too-late', values: { most } } : undefined
    }
    case 'choice':
      return asked.choices.some((c) => c.code === text) ? undefined : { code: 'not-a-choice' }
  }
}

const malformed = (shape: Shape, text: string): ValueComplaint | undefined =>
  isWellFormed[shape](text) ? undefined : { code: 'malformed', values: { shape } }

function checkNumber(asked: Extract<OneValue, { kind: 'number' | 'money' }>, text: string) {
  const decimals = asked.kind === 'money' ? 2 : asked.decimals
  const read = asked.kind === 'money' ? readMoney(text) : readNumber(text, decimals)
  if ('wrong' in read) {
    if (read.wrong === 'too-many-decimals') return { code: read.wrong, values: { most: decimals } } as const
    return { code: asked.kind === 'money' ? 'not-money' : read.wrong } as const
  }
  const { least, most } = asked
  if (least && compareDecimals(read.value, least) < 0)
    return { code: 'too-small', values: { least } } as const
  return most && compareDecimals(read.value, most) > 0
    ? ({ code: 'too-large', values: { most } } as const)
    : undefined
}
