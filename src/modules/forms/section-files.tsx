import type { Question, Section } from '../../engine/form/index.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Attachments, type AttachmentsShown } from '../drafts/index.ts'

/**
 * The files of a section's file questions, below its form, since a form cannot stand in another: each question with the
 * files of its subject, which the caller has read with `attachmentsOf`.
 */
export function SectionFiles({
  section,
  shown,
  request,
}: {
  section: Section
  shown: (question: Question) => AttachmentsShown | undefined
  request: PageRequest
}) {
  return (
    <>
      {section.questions.map((question) => {
        const files = question.kind === 'file' ? shown(question) : undefined
        const title = pick(question.label, request.language)?.text ?? question.key
        return files && <Attachments shown={files} request={request} part={{ key: question.key, title }} />
      })}
    </>
  )
}
