/**
 * Nothing typed is lost. A form whose fields are kept while they are typed takes a few lines:
 *
 *   export const editThing: DraftKind = { kind: 'thing.edit', shared: true, title, path, allow }   // Module.drafts
 *   const draft = await draftFor(request, editThing, id, fieldsBefore)                             // its page, GET
 *   <DraftForm draft={draft} action={...} submit={t.send} language={language}>
 *     <TextField name="name" value={draft.text('name')} ... /></DraftForm>
 *   return takeForm(request, { kind: editThing, subject: id, before: fieldsBefore },               // its page, POST
 *     async (sent) => (await request.perform(changeThing, { id, name: sent.text('name') }, sent.draft)).path,
 *     (errors) => page(request, errors))
 *
 * The draft ends in the transaction of the command that is given `sent.draft`. A new thing has no id yet: its draft is
 * one's own, and its subject is the place where the thing will be. Small forms of which a page has many (comments) are
 * `compact`, and their drafts are read at once with `draftsFor`. Also here: files put beside any subject
 * (`Attachments`). The protocol: DECISIONS/0013-nothing-typed-is-lost.md.
 */

export { roomOf } from './access.ts'
export { discardDraft, followDraft, getDraft } from './actions.ts'
export { attachmentLimits, setAttachmentLimits } from './attachment-actions.ts'
export { Attachments, type AttachmentsShown, attachmentsOf } from './attachment-view.tsx'
export { DraftForm, DraftWords, type Sending } from './form.tsx'
export { type Gathered, gatherDrafts, holdDrafts, sendDrafts } from './gathered-queries.ts'
export { peopleOn } from './presence-queries.ts'
export { type Before, type Draft, type DraftOf, draftFor, draftsFor } from './reader.ts'
export { type Sent, takeForm } from './take-form.ts'
export { text as draftsText } from './text.ts'
