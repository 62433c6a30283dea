import type { DraftFields, DraftKind } from '../../kernel/draft.ts'
import { isId } from '../../kernel/id.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, languages, ownNames } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ErrorSummary,
  Facts,
  type FieldError,
  PageHead,
  Section,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ecosystemHead } from '../ecosystems/index.ts'
import { sayFault } from './fault-text.ts'
import { crumbsOf } from './frame.ts'
import { numberOf, pathOf } from './head.ts'
import { letterFields, letterKinds } from './letter.ts'
import { previewLetter, readTemplates, saveTemplates, sendLetter, type Templates } from './letter-actions.ts'
import { letterDefaults, letterText } from './letter-text.ts'
import { missing, readDecision } from './reading.ts'
import { text } from './text.ts'

/** A letter as it was sent: whoever changes the templates later changes nothing of it. */
async function sentPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = letterText[language]
  const { head, letters, sight } = await request.perform(readDecision, { decision: params.id })
  const letter = letters.find((l) => l.id === params.letter)
  if (!letter) throw missing()
  return {
    as: 'page',
    title: `${t.title}: ${numberOf(head)}`,
    robots: 'noindex',
    crumbs: crumbsOf(request, head, t.title, sight),
    body: (
      <>
        <PageHead
          over={<a href={link(pathOf(head))}>{`${numberOf(head)} ${head.title}`}</a>}
          title={t.title}
          lead={`${text[language].sentTo(letter.people.length)}, ${formatInstant(letter.at, language)}`}
        />
        <Letter subject={letter.subject} body={letter.body} language={letter.language} />
      </>
    ),
  }
}

const Letter = ({ subject, body, language }: { subject: string; body: string; language: string }) => (
  <article class="document" lang={language}>
    <h2>{subject}</h2>
    <p class="pre">{body}</p>
  </article>
)

async function letterPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = letterText[language]
  const { head, letter, to, lacks, sent } = await request.perform(previewLetter, {
    decision: request.params.id,
  })
  if (sent) return { as: 'redirect', to: link(`${pathOf(head)}/letters/${sent}`) }
  const templates = `${link(templatesDraft.path(head.ecosystem.key))}?decision=${head.application}`
  return {
    as: 'page',
    title: `${t.title}: ${numberOf(head)}`,
    robots: 'noindex',
    crumbs: crumbsOf(request, head, t.title),
    body: (
      <>
        <PageHead
          over={<a href={link(pathOf(head))}>{`${numberOf(head)} ${head.title}`}</a>}
          title={t.title}
          actions={
            <a class="btn" href={templates}>
              {t.templates}
            </a>
          }
        />
        {lacks.map((is) => (
          <Alert tone="warm" title={sayFault(is, language)}>
            {is === 'no-guidance' && <a href={templates}>{t.templates}</a>}
            {is === 'unknown-field' && t.unknown(letter.unknown.join(', '))}
          </Alert>
        ))}
        <Facts
          language={language}
          items={[
            {
              label: t.to,
              value:
                to.map((p) => `${p.name} ${p.email ? `<${p.email}>` : t.inProduct}`).join(', ') || t.nobody,
            },
          ]}
        />
        <Letter subject={letter.subject} body={letter.body} language={letter.language} />
        {lacks.length === 0 && (
          <form method="post" action={link(`${pathOf(head)}/letter`)}>
            <button class="btn main" type="submit">
              {t.send}
            </button>
          </form>
        )}
      </>
    ),
  }
}

const fields = inEach((l): DraftFields => {
  const t = letterText[l]
  const of = (label: string, name: string) =>
    languages.map((written) => [`${name}.${written}`, `${label}, ${ownNames[written]}`])
  return Object.fromEntries([
    ...of(t.appeal, 'appeal'),
    ...letterKinds.flatMap((kind) => [
      ...of(`${t.kinds[kind]}: ${t.subject}`, `${kind}.subject`),
      ...of(`${t.kinds[kind]}: ${t.body}`, `${kind}.body`),
    ]),
  ])
})

/** The council's officers and the coordinator write the templates of an ecosystem together. */
export const templatesDraft: DraftKind = {
  kind: 'letter.templates',
  shared: true,
  changes: true,
  title: inEach((l) => letterText[l].templates),
  path: (key) => `/ecosystems/${key}/letters`,
  allow: ruleOf(saveTemplates.allow, ({ subject }: { subject: string }) => ({
    ecosystem: subject,
    templates: {},
    appeal: {},
  })) as DraftKind['allow'],
  fields,
}

/** The decision from whose letter one came to the templates, and goes back to it. */
const fromDecision = ({ url }: PageRequest): string | undefined => {
  const asked = url.searchParams.get('decision') ?? ''
  return isId(asked) ? asked : undefined
}

const beforeOf = ({ templates, appeal }: Templates): Before =>
  Object.fromEntries(
    languages.flatMap((l) => [
      [`appeal.${l}`, appeal[l] ?? ''],
      ...letterKinds.flatMap((kind) => [
        [`${kind}.subject.${l}`, templates[kind]?.subject[l] ?? ''],
        [`${kind}.body.${l}`, templates[kind]?.body[l] ?? ''],
      ]),
    ]),
  )

async function templatesPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = letterText[language]
  const key = params.key!
  await request.perform(ecosystemHead, { key })
  const found = await request.perform(readTemplates, { ecosystem: key })
  const draft = await draftFor(request, templatesDraft, key, beforeOf(found))
  const decision = fromDecision(request)
  const field = (name: string, label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    optional: true,
    language,
  })
  return {
    as: 'page',
    title: t.templates,
    robots: 'noindex',
    nav: 'ecosystems',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: key, href: link(`/ecosystems/${key}`) },
      { text: t.templates },
    ],
    body: (
      <>
        <PageHead
          over={decision && <a href={link(`/decisions/${decision}/letter`)}>{t.backToLetter}</a>}
          title={t.templates}
          lead={
            <>
              {t.lead} <code>{letterFields.map((f) => `{${f}}`).join(' ')}</code>
            </>
          }
        />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={`${link(templatesDraft.path(key))}${decision ? `?decision=${decision}` : ''}`}
          submit={t.save}
          language={language}
        >
          <Section title={t.appeal}>
            <p class="note">{t.appealHelp}</p>
            {languages.map((l) => (
              <TextArea {...field(`appeal.${l}`, `${t.appeal}, ${ownNames[l]}`)} />
            ))}
          </Section>
          {letterKinds.map((kind) => (
            <Section title={t.kinds[kind]}>
              {languages.map((l) => (
                <>
                  <TextField
                    {...field(`${kind}.subject.${l}`, `${t.subject}, ${ownNames[l]}`)}
                    help={`${t.own}: ${letterDefaults[l][kind].subject}`}
                    size="full"
                  />
                  <TextArea {...field(`${kind}.body.${l}`, `${t.body}, ${ownNames[l]}`)} rows={8} />
                </>
              ))}
            </Section>
          ))}
        </DraftForm>
      </>
    ),
  }
}

async function takeTemplates(request: PageRequest): Promise<PageAnswer> {
  const key = request.params.key!
  const before = beforeOf(await request.perform(readTemplates, { ecosystem: key }))
  return takeForm(
    request,
    { kind: templatesDraft, subject: key, before },
    async ({ text: said, draft }) => {
      const texts = (name: string) => inEach((l) => said(`${name}.${l}`))
      const templates = Object.fromEntries(
        letterKinds.map((kind) => [kind, { subject: texts(`${kind}.subject`), body: texts(`${kind}.body`) }]),
      )
      await request.perform(saveTemplates, { ecosystem: key, templates, appeal: texts('appeal') }, draft)
      const decision = fromDecision(request)
      return decision ? `/decisions/${decision}/letter` : templatesDraft.path(key)
    },
    (errors) => templatesPage(request, errors),
  )
}

export const letterPages: readonly Page[] = [
  { method: 'GET', path: '/decisions/{id}/letters/{letter}', run: sentPage },
  { method: 'GET', path: '/decisions/{id}/letter', run: letterPage },
  {
    method: 'POST',
    path: '/decisions/{id}/letter',
    run: async (request) => {
      await request.perform(sendLetter, { decision: request.params.id })
      return { as: 'redirect', to: request.link(`/decisions/${request.params.id}`) }
    },
  },
  { method: 'GET', path: '/ecosystems/{key}/letters', run: (request) => templatesPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/letters', run: takeTemplates },
]
