import type { Supplement } from '../../kernel/page.ts'
import { text } from './text.ts'

/** On the office's page of a call: the way to every tie and its evidence. */
export const conflictsOfCall: Supplement = {
  kind: 'call',
  show: async ({ language }) => ({ id: 'conflicts', label: text[language].tableTitle, body: '' }),
}
