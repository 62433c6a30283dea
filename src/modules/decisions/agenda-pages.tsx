import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, SelectField, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { addItem } from './agenda-actions.ts'
import { agendaText } from './agenda-text.ts'
import { meetingChoices, readMeeting } from './meeting-actions.ts'
import { framed, meetingName } from './meeting-frame.ts'

/** A matter that is not on the agenda yet. */
export const matterDraft: DraftKind = {
  kind: 'meeting.matter',
  shared: false,
  title: inEach((l) => agendaText[l].addMatter),
  path: (meeting) => `/meetings/${meeting}/matter`,
  allow: ruleOf(addItem.allow, ({ subject }: { subject: string }) => ({
    meeting: subject,
    decision: null,
    title: '',
  })),
}

const before = { title: '', decision: '' }

async function matterPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = agendaText[language]
  const { meeting } = await request.perform(readMeeting, { meeting: request.params.id })
  const { ecosystem, part, id } = meeting
  const { waiting } = await request.perform(meetingChoices, { ecosystem, part })
  const draft = await draftFor(request, matterDraft, id, before)
  return framed(
    request,
    t.addMatter,
    <>
      <PageHead
        over={<a href={link(`/meetings/${id}`)}>{meetingName(meeting, language)}</a>}
        title={t.addMatter}
      />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={link(matterDraft.path(id))} submit={t.addMatter} language={language}>
        <TextField
          name="title"
          label={t.matterTitle}
          help={t.matterHelp}
          value={draft.text('title')}
          error={errors.find((e) => e.name === 'title')?.text}
          size="full"
          optional
          language={language}
        />
        {waiting.length > 0 && (
          <SelectField
            name="decision"
            label={t.matterDecision}
            none={t.noMatter}
            value={draft.text('decision')}
            choices={waiting.map((w) => ({ value: w.decision, label: `${w.number} ${w.title}` }))}
            optional
            language={language}
          />
        )}
      </DraftForm>
    </>,
    errors.length > 0,
  )
}

const takeMatter = (request: PageRequest): Promise<PageAnswer> => {
  const { id = '' } = request.params
  return takeForm(
    request,
    { kind: matterDraft, subject: id, before },
    async (sent) => {
      const said = { meeting: id, title: sent.text('title'), decision: sent.text('decision') || null }
      return (await request.perform(addItem, said, sent.draft)).path
    },
    (errors) => matterPage(request, errors),
  )
}

export const agendaPages: readonly Page[] = [
  { method: 'GET', path: '/meetings/{id}/matter', run: (request) => matterPage(request) },
  { method: 'POST', path: '/meetings/{id}/matter', run: takeMatter },
]
