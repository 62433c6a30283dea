import type { Section as Asked } from '../../engine/form/index.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, Facts, Section } from '../../ui/index.ts'
import { applicationPath } from './application.ts'
import { applicationPage } from './frame.tsx'
import type { Writing } from './read-actions.ts'
import { shut, shutText } from './shut.ts'
import { isAtLeast } from './standing.ts'
import { text } from './text.ts'

const lines = (value: string | readonly string[] | undefined): string =>
  [value ?? ''].flat().join('\n').replaceAll('\r\n', '\n')

/** What came after the section had closed is not taken, and not thrown away: it is shown to whoever wrote it. */
export async function shutPage(
  request: PageRequest,
  { writing, section }: { writing: Writing; section: Asked },
): Promise<PageAnswer> {
  const { language, link } = request
  const { application, standing, level } = writing
  const t = shutText[language]
  const { values } = await request.form()
  const typed = Object.entries(values).flatMap(([field, value]) => {
    const question = section.questions.find((q) => field === q.key || field.startsWith(`${q.key}.`))
    const said = lines(value)
    if (!question || said.trim() === '' || said === lines(standing.answers[field])) return []
    return [{ label: pick(question.label, language)?.text ?? field, value: <span class="pre">{said}</span> }]
  })
  const why = isAtLeast(level, 'edit')
    ? shut(application, request.now).text[language]
    : text[language].list.viewOnly
  return applicationPage(
    request,
    writing,
    { heading: pick(section.title, language)?.text ?? section.key, status: 409 },
    <>
      <Alert tone="warm" title={why} live />
      {typed.length > 0 && (
        <Section title={t.typed}>
          <p>{t.typedLead}</p>
          <Facts language={language} items={typed} />
        </Section>
      )}
      <p>
        <a href={link(applicationPath(application))}>{text[language].section.back}</a>
      </p>
    </>,
  )
}
