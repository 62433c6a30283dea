import { eventsFrom } from '../../kernel/machine.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { isAmong } from '../../kernel/rule.ts'
import { ErrorSummary, type FieldError } from '../../ui/index.ts'
import { closeSelection, resumeSelection } from './closing-actions.ts'
import { callSelection, openSelection, seatMember, selectionChoices } from './prepare-actions.ts'
import { prepareText } from './prepare-text.ts'
import { readSelection } from './reading.ts'
import { selectionMachine } from './rules.ts'
import { framed, said } from './selection-frame.tsx'
import { SelectionView } from './selection-view.tsx'
import { spokenOf } from './spoken-view.tsx'

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, actor, params } = request
  const room = await request.perform(readSelection, { selection: params.id })
  const keeps = isAmong(selectionMachine.events.call.by, actor, room.ecosystem.id)
  const choices =
    keeps && room.state !== 'closed'
      ? await request.perform(selectionChoices, { ecosystem: room.ecosystem.id })
      : undefined
  return framed(
    request,
    said(room.name, language),
    <>
      <ErrorSummary errors={errors} language={language} />
      <SelectionView
        room={room}
        events={eventsFrom(selectionMachine, room.state).filter((event) =>
          isAmong(selectionMachine.events[event].by, actor, room.ecosystem.id),
        )}
        people={choices?.people ?? []}
        request={request}
      />
      {
        await spokenOf(
          request,
          { kind: 'selection', id: room.id },
          prepareText[language].talk,
          prepareText[language].talkApart,
        )
      }
    </>,
    { bad: errors.length > 0 },
  )
}

type Deed = (request: PageRequest, selection: string) => Promise<{ path: string }>

/** Does it and goes where it leads; what is refused is said on the meeting's page. */
const deed = (name: string, run: Deed): Page => ({
  method: 'POST',
  path: `/selections/{id}/${name}`,
  run: async (request) => {
    const { id = '' } = request.params
    try {
      const { path } = await run(request, id)
      return { as: 'redirect', to: request.link(path) }
    } catch (error) {
      return page(request, formErrors(error, request.language))
    }
  },
})

export const selectionPages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}', run: (request) => page(request) },
  deed('call', ({ perform }, selection) => perform(callSelection, { selection })),
  deed('open', ({ perform }, selection) => perform(openSelection, { selection })),
  deed('resume', ({ perform }, selection) => perform(resumeSelection, { selection })),
  deed('close', ({ perform }, selection) => perform(closeSelection, { selection })),
  deed('members', async (request, selection) => {
    const form = await request.form()
    return request.perform(seatMember, {
      selection,
      person: form.get('person'),
      role: form.get('role') || null,
    })
  }),
]
