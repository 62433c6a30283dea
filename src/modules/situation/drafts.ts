import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { composeText } from './compose-text.ts'
import { composers } from './rights.ts'
import { situationPath } from './writing.ts'

/** The tiles of a picture as they are being chosen; its subject is the picture's key. */
export const composition: DraftKind = {
  kind: 'situation.compose',
  shared: true,
  changes: true,
  title: inEach((l) => composeText[l].title),
  path: (subject) => situationPath(subject, '/compose'),
  allow: ruleOf(composers, ({ subject }: { subject: string }) => ({ key: subject })),
}
