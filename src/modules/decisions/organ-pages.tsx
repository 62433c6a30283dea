import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, Section, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { agendaText } from './agenda-text.ts'
import { sayFault } from './fault-text.ts'
import { framed } from './meeting-frame.ts'
import { meetingText } from './meeting-text.ts'
import { readOrgans, saveOrgans } from './organ-actions.ts'
import type { Organ } from './organ-queries.ts'

const parts = ['selection', 'legal'] as const

/** The rules of an ecosystem's organs. */
export const organsDraft: DraftKind = {
  kind: 'meeting.organs',
  shared: true,
  changes: true,
  title: inEach((l) => agendaText[l].organsTitle),
  path: (key) => `/ecosystems/${key}/organs`,
  allow: ruleOf(saveOrgans.allow, ({ subject }: { subject: string }) => ({
    ecosystem: subject,
    selection: { quorum: null, ground: '' },
    legal: { quorum: null, ground: '' },
  })),
}

const beforeOf = (organs: Record<(typeof parts)[number], Organ>): Before =>
  Object.fromEntries(
    parts.flatMap((part) => [
      [`quorum.${part}`, organs[part].quorum === null ? '' : String(organs[part].quorum)],
      [`ground.${part}`, organs[part].ground],
    ]),
  )

async function organsPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, m] = [agendaText[language], meetingText[language]]
  const key = params.key!
  const organs = await request.perform(readOrgans, { ecosystem: key })
  const draft = await draftFor(request, organsDraft, key, beforeOf(organs))
  const field = (name: string, label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    optional: true,
    language,
  })
  return framed(
    request,
    t.organsTitle,
    <>
      <PageHead title={t.organsTitle} lead={t.organsLead} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={link(organsDraft.path(key))} submit={t.saveOrgans} language={language}>
        {parts.map((part) => (
          <Section title={m.parts[part]}>
            <TextField
              {...field(`quorum.${part}`, t.quorumField)}
              help={t.quorumHelp}
              inputmode="numeric"
              size="short"
            />
            <TextField {...field(`ground.${part}`, t.groundField)} help={t.groundHelp} size="full" />
          </Section>
        ))}
      </DraftForm>
    </>,
    errors.length > 0,
  )
}

async function takeOrgans(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const key = request.params.key!
  const organs = await request.perform(readOrgans, { ecosystem: key })
  return takeForm(
    request,
    { kind: organsDraft, subject: key, before: beforeOf(organs) },
    async (sent) => {
      const wrong = parts.filter(
        (part) => !/^(|[1-9]\d?|1\d\d|200)$/.test(sent.text(`quorum.${part}`).trim()),
      )
      if (wrong.length > 0)
        return wrong.map((part) => ({ name: `quorum.${part}`, text: sayFault('bad-number', language) }))
      const said = (part: (typeof parts)[number]) => ({
        quorum: sent.text(`quorum.${part}`).trim() || null,
        ground: sent.text(`ground.${part}`),
      })
      const organs = { selection: said('selection'), legal: said('legal') }
      await request.perform(saveOrgans, { ecosystem: key, ...organs }, sent.draft)
      return organsDraft.path(key)
    },
    (errors) => organsPage(request, errors),
  )
}

export const organPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/organs', run: (request) => organsPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/organs', run: takeOrgans },
]
