import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { languages } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, SelectField, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { namesOfEcosystems } from '../ecosystems/index.ts'
import { holds } from '../people/index.ts'
import { addCall } from './actions.ts'
import { newCallDraft } from './part-drafts.ts'
import { Line, Ticks } from './part-fields.tsx'
import { partText } from './part-text.ts'
import { nameIn } from './saying.ts'
import { setupText } from './setup-text.ts'
import { text } from './text.ts'

/** The ecosystems where the person may prepare calls. */
async function placesFor(request: PageRequest) {
  const { items } = await request.perform(namesOfEcosystems, {})
  return items.filter((e) => holds(request.actor, ['coordinator', 'preparer'], e.id))
}

async function formFor(request: PageRequest) {
  const places = await placesFor(request)
  if (places.length === 0) throw new Refusal('forbidden', 'call.add.forbidden')
  const asked = request.url.searchParams.get('ecosystem')
  const first = places.find((p) => p.key === asked) ?? places[0]!
  const titles = Object.fromEntries(languages.map((l) => [`title.${l}`, '']))
  const before = { ecosystem: first.id, ...titles, code: '', exercise: [] as string[] }
  return { places, draft: { kind: newCallDraft, subject: '*', before } }
}

async function newPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = setupText[language]
  const { places, draft: form } = await formFor(request)
  const draft = await draftFor(request, form.kind, form.subject, form.before)
  const of = { draft, errors, language }
  return {
    as: 'page',
    title: t.newTitle,
    nav: 'calls',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: text[language].title, href: link('/calls') },
      { text: t.newTitle },
    ],
    body: (
      <>
        <PageHead title={t.newTitle} lead={t.newLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm draft={draft} action={link('/calls/new')} submit={t.newButton} language={language}>
          <SelectField
            name="ecosystem"
            label={t.ecosystem}
            value={draft.text('ecosystem')}
            choices={places.map((p) => ({ value: p.id, label: nameIn(p.name, language, p.key) }))}
            language={language}
          />
          {languages.map((l) => (
            <TextField
              name={`title.${l}`}
              label={`${partText[language].fields.title}, ${t.in[l]}`}
              value={draft.text(`title.${l}`)}
              error={errors.find((e) => e.name === `title.${l}`)?.text}
              optional={l !== 'fi'}
              size="full"
              language={language}
            />
          ))}
          <Line of={of} name="code" label={t.code} help={t.codeHelp} optional />
          <Ticks
            of={of}
            name="exercise"
            label={text[language].exerciseTag}
            choices={[{ value: 'yes', label: t.exercise }]}
            optional
          />
        </DraftForm>
      </>
    ),
  }
}

async function takeNew(request: PageRequest): Promise<PageAnswer> {
  const { draft } = await formFor(request)
  return takeForm(
    request,
    draft,
    async (sent) =>
      (
        await request.perform(
          addCall,
          {
            ecosystem: sent.text('ecosystem'),
            title: Object.fromEntries(languages.map((l) => [l, sent.text(`title.${l}`)])),
            code: sent.text('code'),
            exercise: sent.list('exercise').includes('yes'),
          },
          sent.draft,
        )
      ).path,
    (errors) => newPage(request, errors),
  )
}

export const newPages: readonly Page[] = [
  { method: 'GET', path: '/calls/new', run: (request) => newPage(request) },
  { method: 'POST', path: '/calls/new', run: takeNew },
]
