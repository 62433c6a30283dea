import type { PageRequest } from '../../kernel/page.ts'
import type { Subject } from '../../kernel/subject.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { Attachments, attachmentsOf } from '../drafts/index.ts'
import { Talk, talkOn } from '../talk/index.ts'

/** What is said of a meeting or of one of its candidates, and the files beside it, for who may see them. */
export async function spokenOf(request: PageRequest, subject: Subject, heading: string, note: string) {
  const talked = await talkOn(request, subject).catch(unlessRefused)
  const files = talked && (await attachmentsOf(request, subject).catch(unlessRefused))
  return (
    talked && (
      <>
        {files && <Attachments shown={files} request={request} />}
        <Talk talked={talked} heading={heading} request={request} />
        <p class="note">{note}</p>
      </>
    )
  )
}
