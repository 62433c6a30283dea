import type { DraftKind } from '../../kernel/draft.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { inEach } from '../../kernel/text.ts'
import { addText } from './add-text.ts'
import { keepersOfSeen } from './keeper-actions.ts'

const path = (id: string) => `/statistics/${id}/edit`
const allow: DraftKind['allow'] = ruleOf(keepersOfSeen, ({ subject }: { subject: string }) => ({
  id: subject,
}))

/** The name, share level and refreshing of a dataset, changed by those who keep it. */
export const changedDataset: DraftKind = {
  kind: 'statistics.edit',
  changes: true,
  shared: true,
  title: inEach((l) => addText[l].editTitle),
  path,
  allow,
  fields: inEach((l) => {
    const t = addText[l]
    return {
      fi: t.name,
      sv: t.nameSv,
      en: t.nameEn,
      share: { label: t.share, values: Object.fromEntries(shareLevels.map((s) => [s, t.shares[s]])) },
      ecosystem: t.ecosystem,
      nightly: t.nightly,
    }
  }),
}

/** Why a dataset is removed. */
export const removedDataset: DraftKind = {
  kind: 'statistics.remove',
  shared: false,
  title: inEach((l) => addText[l].remove),
  path,
  allow,
  fields: inEach((l) => ({ reason: addText[l].reason })),
}
