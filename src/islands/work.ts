// What the browser runs besides for those who are signed in: a reader of the public pages need not fetch it.
import { DraftForm } from './draft-form.ts'
import { FormSection } from './form-section.ts'
import { LivePreview } from './live-preview.ts'
import { MentionField } from './mention-field.ts'
import { PairQueue } from './pair-queue.ts'

customElements.define('draft-form', DraftForm)
customElements.define('form-section', FormSection)
customElements.define('live-preview', LivePreview)
customElements.define('mention-field', MentionField)
customElements.define('pair-queue', PairQueue)
