import {
  type Change,
  change,
  type Section as FormSection,
  missingTexts,
  type Question,
} from '../../engine/form/index.ts'
import type { Page, PageRequest } from '../../kernel/page.ts'
import { formErrors, Refusal } from '../../kernel/refusal.ts'
import { languages, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, Empty, type FieldError, InLanguage, Section, Tag } from '../../ui/index.ts'
import { archiveForm, exportForm, settleForm } from './actions.ts'
import { changeFormAction, undoStep } from './change-actions.ts'
import { formPage, type OpenForm, openForm } from './frame.tsx'
import { kindText } from './kind-text.ts'
import { text } from './text.ts'

async function builderPage(request: PageRequest, errors: readonly FieldError[] = []) {
  const open = await openForm(request)
  const { found, newest, mayChange } = open
  const { language, link } = request
  const t = text[language]
  const home = `/forms/${found.id}`
  const { sections } = newest.form
  const removed = found.steps.find((s) => s.id === request.url.searchParams.get('undo'))
  return formPage(
    request,
    open,
    'builder',
    <>
      {removed && (
        <Alert tone="ok" title={t.stepKinds[removed.step.do]} live>
          <form method="post" action={link(`${home}/undo`)}>
            <button class="btn" type="submit" name="step" value={removed.id}>
              {t.undo}
            </button>
          </form>
        </Alert>
      )}
      <MissingTexts open={open} request={request} />
      <div class="with-aside">
        <Section title={t.outline} id="outline">
          {sections.length === 0 && <Empty title={t.noSections} />}
          <ol class="outline">
            {sections.map((section) => (
              <li id={`o-${section.key}`}>
                <SectionOutline open={open} section={section} request={request} />
              </li>
            ))}
          </ol>
          {mayChange && (
            <p>
              <a class="btn main" href={link(`${home}/new-section`)}>
                {t.addSection}
              </a>
            </p>
          )}
        </Section>
        <aside class="aside">
          <Deeds open={open} request={request} />
          <Steps open={open} request={request} />
        </aside>
      </div>
    </>,
    { errors },
  )
}

type Props = { open: OpenForm; request: PageRequest }

/** Which languages lack something, with the first places that do. */
function MissingTexts({ open: { newest }, request: { language } }: Props) {
  const t = text[language]
  const missing = missingTexts(newest.form, languages)
  if (missing.length === 0) return null
  const lacking = languages.flatMap((l) => {
    const n = missing.filter((m) => m.language === l).length
    return n > 0 ? [t.missingTexts(n, t.languages[l])] : []
  })
  return (
    <Alert tone="note" title={t.missingTitle}>
      {lacking.join('; ')}
    </Alert>
  )
}

/** The languages that a section or question lacks, as a tag. */
function Lacks({ open, request, of }: Props & { of: { section?: string; question?: string } }) {
  const t = text[request.language]
  const missing = missingTexts(open.newest.form, languages).filter((m) =>
    of.question ? m.question === of.question : m.section === of.section && !m.question,
  )
  const lacking = languages.filter((l) => missing.some((m) => m.language === l))
  if (lacking.length === 0) return null
  return <Tag tone="warm">{t.missingIn(lacking.map((l) => t.languages[l]).join(', '))}</Tag>
}

function SectionOutline({ open, section, request }: Props & { section: FormSection }) {
  const { language, link } = request
  const t = text[language]
  const home = `/forms/${open.found.id}`
  const { sections } = open.newest.form
  const at = sections.indexOf(section)
  const name = pick(section.title, language)?.text ?? section.key
  return (
    <>
      <div class="outline-head">
        <h3>
          {open.mayChange ? (
            <a href={link(`${home}/sections/${section.key}`)}>
              {pick(section.title, language) ? (
                <InLanguage names={section.title} language={language} />
              ) : (
                section.key
              )}
            </a>
          ) : (
            <InLanguage names={section.title} language={language} />
          )}
        </h3>
        <Lacks open={open} request={request} of={{ section: section.key }} />
        {section.when && <Tag>{t.conditional}</Tag>}
        {open.mayChange && (
          <MoveMenu
            request={request}
            open={open}
            name={name}
            first={at === 0}
            last={at === sections.length - 1}
            what={`section:${section.key}`}
          />
        )}
      </div>
      {section.questions.length === 0 && <p class="quiet">{t.noQuestions}</p>}
      <ol>
        {section.questions.map((question) => (
          <li id={`o-${question.key}`}>
            <QuestionLine open={open} section={section} question={question} request={request} />
          </li>
        ))}
      </ol>
      {open.mayChange && (
        <p>
          <a class="btn" href={link(`${home}/sections/${section.key}/new`)}>
            {t.addQuestion}
            <span class="vh">: {name}</span>
          </a>
        </p>
      )}
    </>
  )
}

function QuestionLine({
  open,
  section,
  question,
  request,
}: Props & { section: FormSection; question: Question }) {
  const { language, link } = request
  const t = text[language]
  const said = pick(question.label, language)?.text ?? question.key
  const label = pick(question.label, language) ? (
    <InLanguage names={question.label} language={language} />
  ) : (
    question.key
  )
  const at = section.questions.indexOf(question)
  return (
    <div class="outline-line">
      <span class="outline-name">
        {open.mayChange ? (
          <a href={link(`/forms/${open.found.id}/questions/${question.key}`)}>{label}</a>
        ) : (
          label
        )}
        <span class="sub">
          {[
            kindText[language].kinds[question.kind][0],
            question.required && t.required,
            question.when && t.conditional,
            question.hidden && t.hiddenTag,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Lacks open={open} request={request} of={{ question: question.key }} />
      {open.mayChange && (
        <MoveMenu
          request={request}
          open={open}
          name={said}
          first={at === 0}
          last={at === section.questions.length - 1}
          what={`question:${question.key}`}
          section={section.key}
        />
      )}
    </div>
  )
}

type MenuOf = Props & { name: string; first: boolean; last: boolean; what: string; section?: string }

/** Moving and removing by buttons in a disclosure: by mouse, keys and without script alike. */
function MoveMenu({ request, open, name, first, last, what, section }: MenuOf) {
  const { language, link } = request
  const t = text[language]
  const others = section ? open.newest.form.sections.filter((s) => s.key !== section) : []
  const button = (deed: string, label: string) => (
    <li>
      <button type="submit" name="deed" value={`${deed}:${what}`}>
        {label}
        <span class="vh">: {name}</span>
      </button>
    </li>
  )
  return (
    <details class="menu" data-menu>
      <summary class="btn bare">
        {t.move}
        <span class="vh">: {t.moveOf(name)}</span>
      </summary>
      <form class="pop" method="post" action={link(`/forms/${open.found.id}/deed`)}>
        <ul>
          {!first && button('up', t.up)}
          {!last && button('down', t.down)}
          {others.map((s) => button(`to-${s.key}`, t.toSection(pick(s.title, language)?.text ?? s.key)))}
          {button('remove', t.remove)}
        </ul>
      </form>
    </details>
  )
}

/** What the pressed button asks, worked out from the form as it is now. */
function stepOf({ newest: { form } }: OpenForm, pressed: string): Change | undefined {
  const [, deed = '', what, key = ''] =
    /^(up|down|remove|to-[a-z0-9-]+):(section|question):([a-z0-9-]+)$/.exec(pressed) ?? []
  if (what === 'section') {
    if (deed === 'remove') return { do: 'section.remove', key }
    return { do: 'section.place', key, after: neighbour(form.sections, key, deed === 'up') }
  }
  const section = form.sections.find((s) => s.questions.some((q) => q.key === key))
  if (!section) return undefined
  if (deed === 'remove') return { do: 'question.remove', key }
  if (deed.startsWith('to-')) {
    const to = form.sections.find((s) => s.key === deed.slice(3))
    return to && { do: 'question.place', key, section: to.key, after: to.questions.at(-1)?.key ?? null }
  }
  return {
    do: 'question.place',
    key,
    section: section.key,
    after: neighbour(section.questions, key, deed === 'up'),
  }
}

/** After which other it stands when it has moved one place. */
function neighbour(items: readonly { key: string }[], key: string, up: boolean): string | null {
  const at = items.findIndex((item) => item.key === key)
  return up ? (items[at - 2]?.key ?? null) : (items[at + 1]?.key ?? items[at - 1]?.key ?? null)
}

function Deeds({ open: { found, newest, mayChange }, request: { link, language } }: Props) {
  const t = text[language]
  const home = `/forms/${found.id}`
  return (
    <Section title={t.version(newest.version)}>
      {mayChange && newest.state === 'working' && (
        <form method="post" action={link(`${home}/settle`)}>
          <p class="note">{t.settleLead(newest.version)}</p>
          <input type="hidden" name="seen" value={newest.hash} />
          <button class="btn" type="submit">
            {t.settle}
          </button>
        </form>
      )}
      {newest.state === 'settled' && <p class="note">{t.nothingWorking}</p>}
      <ul class="ruled">
        <li>
          <a href={link(`${home}/form.json`)} download>
            {t.export}
          </a>
        </li>
        {mayChange && (
          <li>
            <a href={link(`${home}/name`)}>{t.names}</a>
          </li>
        )}
      </ul>
      {mayChange && (
        <form method="post" action={link(`${home}/archive`)}>
          <button class="btn bare" type="submit" name="archived" value={found.archived_at ? 'no' : 'yes'}>
            {found.archived_at ? t.fromArchive : t.removeForm}
          </button>
        </form>
      )}
    </Section>
  )
}

/** What was done last, each with the way back. */
function Steps({ open, request: { link, language } }: Props) {
  const t = text[language]
  const { found, mayChange, newest } = open
  const steps = found.steps.slice(0, 6)
  return (
    <Section title={t.steps}>
      {steps.length === 0 && <p class="quiet">{t.noSteps}</p>}
      <ul class="ruled">
        {steps.map((step) => (
          <li>
            {t.stepKinds[step.step.do]}
            <span class="sub">{[step.by, formatInstant(step.at, language)].filter(Boolean).join(' · ')}</span>
            {mayChange && change(newest.form, step.undo) && (
              <form method="post" action={link(`/forms/${found.id}/undo`)}>
                <button class="btn bare" type="submit" name="step" value={step.id}>
                  {t.undo}
                  <span class="vh">: {t.stepKinds[step.step.do]}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A button of the builder: what does not work is said above the outline. */
const deed = (name: string, run: (request: PageRequest, id: string) => Promise<string>): Page => ({
  method: 'POST',
  path: `/forms/{id}/${name}`,
  run: async (request) => {
    const { id = '' } = request.params
    try {
      return { as: 'redirect', to: request.link(`/forms/${id}${await run(request, id)}`) }
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'forbidden') throw error
      const wrong = error.kind === 'missing' ? new Refusal('conflict', error.reason, error.complaints) : error
      return builderPage(request, formErrors(wrong, request.language))
    }
  },
})

export const builderPages: readonly Page[] = [
  { method: 'GET', path: '/forms/{id}', run: (request) => builderPage(request) },
  deed('deed', async (request, id) => {
    const step = stepOf(await openForm(request), (await request.form()).get('deed') ?? '')
    if (!step) return ''
    const done = await request.perform(changeFormAction, { form: id, step })
    const key = 'key' in step ? step.key : ''
    return step.do.endsWith('.remove') ? `?undo=${done.step}` : `#o-${key}`
  }),
  deed('undo', async (request, id) => {
    await request.perform(undoStep, { form: id, step: (await request.form()).get('step') ?? '' })
    return '?saved'
  }),
  deed('settle', async (request, id) => {
    await request.perform(settleForm, { form: id, seen: (await request.form()).get('seen') })
    return '?saved'
  }),
  deed('archive', async (request, id) => {
    const archived = (await request.form()).get('archived') === 'yes'
    await request.perform(archiveForm, { form: id, archived })
    return '?saved'
  }),
  {
    method: 'GET',
    path: '/forms/{id}/form.json',
    run: async (request) => {
      const version = request.url.searchParams.get('version') ?? undefined
      const { file } = await request.perform(exportForm, { form: request.params.id, version })
      return {
        as: 'file',
        name: `form-${request.params.id?.slice(0, 8)}.json`,
        type: 'application/json',
        content: file,
      }
    },
  },
]
