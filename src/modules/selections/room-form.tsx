import type { ComponentChildren } from 'preact'
import type { DraftKind } from '../../kernel/draft.ts'
import { type Draft, DraftForm, type Sending } from '../drafts/index.ts'
import { placeOf, type RoomScreen } from './room-screen.ts'

/**
 * A short form of the room in which somebody types: what they type is kept. `about` says of what of the meeting it is
 * (a candidate's id, a kind of statement), `deed` where it is posted.
 */
export function RoomForm({
  screen,
  kind,
  about,
  deed,
  submit,
  children,
}: {
  screen: RoomScreen
  kind: DraftKind
  about: string
  deed: string
  submit: string | readonly Sending[]
  children: (draft: Draft) => ComponentChildren
}) {
  const draft = screen.drafts(kind, about)
  return (
    <div class="sel-line" data-key={`${deed}-${about}`}>
      <DraftForm
        draft={draft}
        action={placeOf(screen, `/${deed}`)}
        submit={submit}
        language={screen.language}
        compact
      >
        <input type="hidden" name="about" value={about} />
        {children(draft)}
      </DraftForm>
    </div>
  )
}
