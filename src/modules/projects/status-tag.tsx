import type { Language } from '../../kernel/text.ts'
import { Tag } from '../../ui/index.ts'
import { statusLabel } from './labels.ts'

const looks = {
  running: { tone: 'on', sign: 'running' },
  ended: { tone: 'plain', sign: 'done' },
  interrupted: { tone: 'plain', sign: 'stopped' },
  granted: { tone: 'plain', sign: 'waiting' },
  planned: { tone: 'plain', sign: 'waiting' },
} as const

/** The state of a project, with its sign. */
export function StatusTag({ status, language }: { status: string; language: Language }) {
  const look = looks[status as keyof typeof looks] ?? { tone: 'plain', sign: undefined }
  return (
    <Tag tone={look.tone} sign={look.sign}>
      {statusLabel(status, language)}
    </Tag>
  )
}
