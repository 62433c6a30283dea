/**
 * Forms: what calls ask. A form is made here by small steps, in three languages, and settled into versions that never
 * change; a call names a form and a settled version (`settledForm`). What an applicant fills in is drawn here as well:
 * `SectionFields` inside a `DraftForm`, taken by `takeSection`; `AnswersView` and `DifferencesView` show what was
 * answered. Whether the answers will do is for `engine/form` to say.
 */
export { AnswersView, type AnswersViewProps } from './answers-view.tsx'
export { DifferencesView } from './differences-view.tsx'
export { PaperView } from './paper-view.tsx'
export { answerErrors } from './preview-pages.tsx'
export { listedForms, settledForm } from './queries.ts'
export { SectionFields, type SectionFieldsProps } from './section-fields.tsx'
export { SectionFiles } from './section-files.tsx'
export { type AskedSection, sectionBefore, takeSection } from './take-section.ts'
export { type TemplateKey, templates } from './templates.ts'
