import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { shareLevels } from '../../kernel/share.ts'
import { pick } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, FileField, PageHead, SelectField } from '../../ui/index.ts'
import { pageText } from './page-text.ts'
import { importPlaces } from './place.ts'
import { shareText } from './share-text.ts'

/** What stands for the whole installation where an ecosystem is chosen. */
export const wholeService = 'all'

/** The page on which a list is dropped; who coordinates more than one ecosystem says for which. */
export async function newSourcePage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
  typed: { ecosystem?: string | undefined; share?: string | undefined } = {},
): Promise<PageAnswer> {
  const { language } = request
  const t = pageText[language]
  const said = shareText[language]
  const { items, everywhere } = await request.perform(importPlaces, {})
  const choices = [
    ...(everywhere ? [{ value: wholeService, label: t.wholeService }] : []),
    ...items.map((e) => ({ value: e.id, label: pick(e.name, language)?.text ?? '' })),
  ]
  const errorAt = (name: string) => errors.find((e) => e.name === name)?.text
  return {
    as: 'page',
    title: t.bringIn,
    nav: 'sources',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: request.link('/') },
      { text: t.sources, href: request.link('/sources') },
      { text: t.bringIn },
    ],
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead title={t.bringIn} lead={t.newLead} />
        <form method="post" action={request.link('/sources')} enctype="multipart/form-data">
          {choices.length > 1 && (
            <SelectField
              name="ecosystem"
              label={t.place}
              help={t.placeHelp}
              choices={choices}
              none={everywhere ? undefined : t.choosePlace}
              value={typed.ecosystem}
              error={errorAt('ecosystem')}
              language={language}
            />
          )}
          {items.length > 0 && (
            <SelectField
              name="share"
              label={said.share}
              help={said.shareHelp}
              choices={shareLevels.map((level) => ({ value: level, label: said.shares[level] }))}
              value={typed.share ?? 'public'}
              error={errorAt('share')}
              language={language}
            />
          )}
          <FileField
            name="file"
            label={t.chooseFile}
            help={t.fileHelp}
            error={errorAt('file')}
            accept=".csv,.tsv,.txt,.xlsx,.json,.jsonl,.gz"
            language={language}
          />
          <button class="btn main" type="submit">
            {t.read}
          </button>
        </form>
      </>
    ),
  }
}
