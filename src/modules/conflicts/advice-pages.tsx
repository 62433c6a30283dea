import type { Page } from '../../kernel/page.ts'
import { takeForm } from '../drafts/index.ts'
import { noteAdvice, strike } from './advice-actions.ts'
import { adviceBefore, adviceDraft } from './advice-view.tsx'
import { showOwn } from './declare-pages.tsx'
import { showTable, strikeBefore, strikeDraft } from './table-pages.tsx'

/** A note of one's own advice, from the page of the application's conflicts. */
const notePage: Page = {
  method: 'POST',
  path: '/applications/{id}/conflict/advice',
  run: (request) => {
    const application = request.params.id!
    return takeForm(
      request,
      { kind: adviceDraft, subject: application, before: adviceBefore },
      async (sent) => {
        const input = { application, kind: sent.text('kind'), on: sent.text('on'), words: sent.text('words') }
        await request.perform(noteAdvice, input, sent.draft)
        return `/applications/${application}/conflict#advice`
      },
      (errors) => showOwn(request, { form: 'advice', errors }),
    )
  },
}

/** Striking somebody's note, from the table of a call: which note says of which application. */
const strikePage: Page = {
  method: 'POST',
  path: '/calls/{code}/conflicts/strike',
  run: (request) => {
    const code = request.params.code!
    return takeForm(
      request,
      { kind: strikeDraft, subject: code, before: strikeBefore },
      async (sent) => {
        const [application, advice] = sent.text('note').split('.')
        await request.perform(strike, { application, advice, reason: sent.text('reason') }, sent.draft)
        return `/calls/${code}/conflicts#advice`
      },
      (errors) => showTable(request, errors),
    )
  },
}

export const advicePages: readonly Page[] = [notePage, strikePage]
