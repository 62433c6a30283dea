import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inEach, languages } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { callPath } from './call.ts'
import { complaint } from './error-text.ts'
import { moveCall } from './move-actions.ts'
import { officePage } from './office-page.tsx'
import { partText } from './part-text.ts'
import { checkCall, readCall } from './read-actions.ts'
import { type CallEvent, callEvents, callMachine } from './rules.ts'
import { nameIn } from './saying.ts'
import { placeOfOne, preparers } from './seen.ts'
import { setupText } from './setup-text.ts'
import { Reasons } from './setup-view.tsx'

/** What happens to a call with words of its own: why, and until when. Its subject is "code.event". */
export const moveDraft: DraftKind = {
  kind: 'call.move',
  shared: false,
  title: inEach((l) => setupText[l].next),
  path: (subject) => {
    const [code, event] = subject.split('.')
    return `/calls/${code}/setup/move/${event}`
  },
  allow: { ...preparers, in: (ctx, { subject }) => placeOfOne(ctx, { call: subject.split('.')[0] ?? '' }) },
}

const before: Before = {
  closesDay: '',
  closesClock: '',
  ...Object.fromEntries(languages.map((l) => [`reason.${l}`, ''])),
}

/** The event of the address, where it can happen now and who asks may cause it. */
async function theMove(request: PageRequest) {
  const { call } = await request.perform(readCall, { call: request.params.code })
  const { moves } = await request.perform(checkCall, { call: call.code })
  const event = callEvents.find((e) => e === request.params.event)
  if (!event || !moves.includes(event) || !callMachine.events[event].reason)
    throw new Refusal('missing', 'call.no-move', [complaint('wrongState')])
  return { call, event: event satisfies CallEvent, subject: `${call.code}.${event}` }
}

async function movePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = setupText[language]
  const { call, event, subject } = await theMove(request)
  const says = callMachine.events[event].says[language]
  const draft = await draftFor(request, moveDraft, subject, before)
  const field = (name: 'closesDay' | 'closesClock', label: string, help: string) => (
    <TextField
      name={name}
      label={label}
      help={help}
      value={draft.text(name)}
      size="short"
      error={errors.find((e) => e.name === name)?.text}
      language={language}
    />
  )
  return officePage(
    request,
    call,
    says,
    <>
      <PageHead over={nameIn(call.title, language, call.code)} title={says} lead={t.moveLead} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm
        draft={draft}
        action={link(`${callPath(call)}/setup/move/${event}`)}
        submit={says}
        language={language}
      >
        {event === 'extend' && (
          <div class="field-pair">
            {field('closesDay', t.extendDay, partText[language].dayHelp)}
            {field('closesClock', t.extendClock, partText[language].clockHelp)}
          </div>
        )}
        <Reasons call={call} errors={errors} value={draft.text} language={language} />
      </DraftForm>
    </>,
    errors,
  )
}

async function takeMove(request: PageRequest): Promise<PageAnswer> {
  const { call, event, subject } = await theMove(request)
  return takeForm(
    request,
    { kind: moveDraft, subject, before },
    async (sent) => {
      const reason = Object.fromEntries(languages.map((l) => [l, sent.text(`reason.${l}`)]))
      const times = { closesDay: sent.text('closesDay'), closesClock: sent.text('closesClock') }
      return (await request.perform(moveCall, { call: call.code, event, reason, ...times }, sent.draft)).path
    },
    (errors) => movePage(request, errors),
  )
}

export const movePages: readonly Page[] = [
  { method: 'GET', path: '/calls/{code}/setup/move/{event}', run: (request) => movePage(request) },
  { method: 'POST', path: '/calls/{code}/setup/move/{event}', run: takeMove },
]
