import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { regionName, sizeName } from './enterprise-view.tsx'
import { getIndicator, listEnterprises } from './read-actions.ts'
import { text } from './text.ts'

/** The list behind a unique count as a table. */
async function exported(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, params } = request
  const asked = { key: params.key, indicator: params.indicator }
  const { state } = await request.perform(getIndicator, asked)
  const { items } = await request.perform(listEnterprises, asked)
  const t = text[language]
  const headers = [t.businessId, t.enterprise, t.size, t.region, t.first, t.reportedBy]
  return {
    as: 'file',
    name: `${params.key}-${state.indicator.code.toLowerCase()}-enterprises.${format}`,
    type: sheetTypes[format],
    content: sheetStream(
      format,
      headers.map((header) => ({ header, kind: header === t.first ? 'day' : 'text' })),
      items.map((one) => [
        one.business,
        one.name ?? t.soleTrader,
        sizeName(one.size, language),
        regionName(one.region, language),
        one.first,
        one.projects.map(({ name }) => pick(name, language)?.text ?? '').join('; '),
      ]),
      { sheet: t.enterprises, delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}

export const enterprisePages: readonly Page[] = sheetFormats.map(
  (format): Page => ({
    method: 'GET',
    path: `/ecosystems/{key}/indicators/{indicator}/enterprises.${format}`,
    run: (request) => exported(request, format),
  }),
)
