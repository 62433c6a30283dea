/**
 * Nothing typed is lost. A form whose fields are kept while they are typed takes four lines:
 *
 *   export const editThing: DraftKind = { kind: 'thing.edit', shared: true, title, path, allow }   // Module.drafts
 *   const draft = await draftFor(request, editThing, id, fieldsBefore)                             // its page, GET
 *   <DraftForm draft={draft} action={...} submit={t.send} language={language}>
 *     <TextField name="name" value={draft.text('name')} ... /></DraftForm>
 *   const posted = await postedDraft(request, editThing, id, fieldsBefore, await request.form())   // its page, POST
 *
 * `posted.state` says whether to send (with `posted.values`) or to show the form again; the command it is sent to ends
 * the draft with `finishDraft(ctx, { kind, subject })`. Also here: files put beside any subject (`Attachments`).
 * The protocol: DECISIONS/0013-nothing-typed-is-lost.md.
 */
export { finishDraft } from './actions.ts'
export { Attachments, attachmentsOf } from './attachment-view.tsx'
export { DraftForm, type DraftFormProps } from './form.tsx'
export { type Before, type Draft, draftFor, type Posted, postedDraft } from './reader.ts'
