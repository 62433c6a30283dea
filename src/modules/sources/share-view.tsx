import type { PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { Alert, Section, SelectField } from '../../ui/index.ts'
import type { ImportHead } from './queries.ts'
import { shareText } from './share-text.ts'

/** Who sees a list and its projects, and the way to change it; the projects answer the address. */
export function ShareForm({ found, request }: { found: ImportHead; request: PageRequest }) {
  const { language } = request
  const t = shareText[language]
  if (found.shareWanted)
    return (
      <Alert tone="note" title={t.share}>
        {t.changing(t.shares[found.shareWanted])}
      </Alert>
    )
  return (
    <Section title={t.change} note={t.changeLead}>
      <form method="post" action={request.link(`/sources/${found.id}/share`)}>
        <SelectField
          name="share"
          label={t.share}
          choices={shareLevels.map((level) => ({ value: level, label: t.shares[level] }))}
          value={found.share}
          language={language}
        />
        <button class="btn" type="submit">
          {t.changeButton}
        </button>
      </form>
    </Section>
  )
}
