import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Facts, PageHead, TextField } from '../../ui/index.ts'
import { answerText } from './answer-text.ts'
import { answerAsked, showAsked } from './ask-actions.ts'
import { periodText } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord, nameIn, sideOf } from './tie-words.ts'

const path = '/ties/confirm'

/** What the mailed link opens: what was told, and two buttons. Looking at it changes nothing. */
async function askedPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, url } = request
  const token = url.searchParams.get('token') ?? ''
  const { tie, side, over } = await request.perform(showAsked, { token })
  const t = answerText[language]
  const { self, other, said } = sideOf(tie, side)
  const from = nameIn(other.name, language)
  const period = periodText(tie.starts_on, tie.ends_on, language)
  return {
    as: 'page',
    sheet: 'network',
    title: t.askTitle,
    robots: 'noindex',
    body: (
      <div class="form-page">
        <PageHead title={t.askTitle} lead={over ? t.askOver : t.askLead(from, nameIn(self.name, language))} />
        {!over && (
          <>
            <Facts
              language={language}
              items={[
                { label: t.askKind(from), value: kindWord(said, tie.own, language) },
                { label: t.askStrength, value: tieText[language].strengths[tie.strength as 1 | 2 | 3] },
                ...(period ? [{ label: t.askPeriod, value: period }] : []),
              ]}
            />
            <form method="post" action={link(path)}>
              <input type="hidden" name="token" value={token} />
              <TextField name="note" label={t.askNote} size="full" optional language={language} />
              <div class="actions">
                <button class="btn main" type="submit" name="answer" value="confirmed">
                  {t.yes}
                </button>
                <button class="btn" type="submit" name="answer" value="denied">
                  {t.no}
                </button>
              </div>
            </form>
          </>
        )}
      </div>
    ),
  }
}

async function answer(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const form = await request.form()
  const said = form.get('answer') === 'confirmed' ? 'confirmed' : 'denied'
  await request.perform(answerAsked, {
    token: form.get('token'),
    answer: said,
    note: form.get('note') ?? '',
    language,
  })
  const t = answerText[language]
  return {
    as: 'page',
    sheet: 'network',
    title: t.askDone[said],
    robots: 'noindex',
    body: (
      <div class="form-page">
        <PageHead title={t.askDone[said]} lead={t.askDoneLead} />
      </div>
    ),
  }
}

export const askPages: readonly Page[] = [
  { method: 'GET', path, run: askedPage },
  { method: 'POST', path, run: answer },
]
