import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Facts, fieldId, Section } from '../../ui/index.ts'
import { sameAnswers } from './answers.ts'
import { applicationPath } from './application.ts'
import { applicationPage, Deadline } from './frame.tsx'
import { pageText } from './page-text.ts'
import { readApplication, readWriting } from './read-actions.ts'
import { sectionPath } from './section-draft.ts'
import { isAnyOpen, isAtLeast } from './standing.ts'
import { submitApplication } from './submit-actions.ts'
import { text } from './text.ts'

/** Everything that is missing, each with a link to its question; when nothing is, the button that sends. */
export async function submitPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = pageText[language].submit
  const writing = await request.perform(readWriting, { application: params.id })
  const { application, opened, standing, level } = writing
  const { checked, base, answers } = standing
  const lacking = checked.parts.filter((part) => part.gaps.length > 0)
  const count = lacking.reduce((sum, part) => sum + part.gaps.length, 0)
  const unchanged = application.version !== null && sameAnswers(base, answers)
  const maySend = isAtLeast(level, 'submit') && isAnyOpen(opened)
  return applicationPage(
    request,
    writing,
    { heading: t.title },
    <>
      <Alert tone={opened.why === 'late' ? 'warm' : 'note'} title={text[language].list.why[opened.why]} />
      <Deadline opened={opened} request={request} />
      {count > 0 && (
        <Section title={t.missing(count)}>
          <p>{t.missingLead}</p>
          {lacking.map((part) => (
            <>
              <h3>{pick(part.section.title, language)?.text}</h3>
              <ul>
                {part.gaps.map((gap) => {
                  const question = part.section.questions.find((q) => q.key === gap.question)
                  const label = question && pick(question.label, language)?.text
                  const at = `${sectionPath(application.id, part.section.key)}?check=1#${fieldId(gap.field)}`
                  return (
                    <li>
                      <a href={link(at)}>{label ? `${label}: ${gap.text[language]}` : gap.text[language]}</a>
                    </li>
                  )
                })}
              </ul>
            </>
          ))}
        </Section>
      )}
      {count === 0 && <p>{t.ready}</p>}
      {count === 0 && unchanged && <p class="quiet">{t.unchanged}</p>}
      {count === 0 && !maySend && <p>{isAnyOpen(opened) ? t.only : text[language].list.why[opened.why]}</p>}
      {count === 0 && maySend && (
        <form method="post" action={link(`${applicationPath(application)}/submit`)}>
          <p>{t.consent}</p>
          {opened.why === 'late' && <p class="msg">{t.lateNote}</p>}
          <div class="actions">
            <button class="btn main" type="submit">
              {t.send}
            </button>
          </div>
        </form>
      )}
    </>,
  )
}

export async function takeSubmit(request: PageRequest): Promise<PageAnswer> {
  try {
    const { path } = await request.perform(submitApplication, { application: request.params.id })
    return { as: 'redirect', to: request.link(path) }
  } catch (error) {
    // What came to be missing since the page was made: the same page tells it.
    if (error instanceof Refusal && error.reason === 'application.incomplete') return submitPage(request)
    throw error
  }
}

export async function receiptPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = pageText[language].receipt
  const found = await request.perform(readApplication, { application: params.id })
  const last = found.versions.at(-1)
  const own = applicationPath(found.application)
  if (!last) return { as: 'redirect', to: link(own) }
  return applicationPage(
    request,
    found,
    { heading: t.title },
    <>
      <Alert tone="ok" title={t.sent} live>
        {t.mailed}
      </Alert>
      <Facts
        language={language}
        items={[
          { label: t.number, value: last.receipt },
          { label: t.at, value: formatInstant(last.at, language) },
          { label: t.version, value: String(last.version) },
          { label: t.by, value: last.by },
          { label: t.hash, value: <code class="hash">{last.hash}</code> },
        ]}
      />
      {found.writing?.opened.why === 'replace' && <p>{t.replace}</p>}
      <div class="actions">
        <a class="btn main" href={link(own)}>
          {text[language].list.sections}
        </a>
        <a class="btn" href={link(`${own}/print`)}>
          {text[language].list.print}
        </a>
        <a class="btn" href={link(`${own}/packet.zip`)}>
          {text[language].list.packet}
        </a>
      </div>
    </>,
  )
}
