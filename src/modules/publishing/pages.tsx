import type { ComponentChildren } from 'preact'
import type { Page, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { PageHead } from '../../ui/index.ts'
import { about } from './about-text.ts'
import { accessibility, statementDay } from './accessibility-text.ts'
import { dataSets } from './data-sets.ts'
import { feedback } from './feedback-text.ts'
import { openData } from './open-data-text.ts'
import { privacy } from './privacy-text.ts'
import type { Told } from './prose.ts'
import { SlotContent } from './slots.tsx'
import { text } from './text.ts'

type More = { after?: (request: PageRequest) => ComponentChildren; jsonLd?: (request: PageRequest) => object }

/** A page of words: its sections under each other, at the width of reading. */
const prosePage = (path: `/${string}`, told: Told, { after, jsonLd }: More = {}): Page => ({
  method: 'GET',
  path,
  cached: true,
  async run(request) {
    const { language, link } = request
    const prose = told[language]
    return {
      as: 'page',
      title: prose.title,
      description: prose.lead,
      crumbs: [{ text: text[language].home, href: link('/') }, { text: prose.title }],
      ...(jsonLd && { jsonLd: jsonLd(request) }),
      body: (
        <>
          <PageHead title={prose.title} lead={prose.lead} />
          <div class="prose">
            {prose.sections.map((section) => (
              <>
                <h2>{section.title}</h2>
                {section.paragraphs?.map((paragraph) => (
                  <p>{paragraph}</p>
                ))}
                {section.points && (
                  <ul>
                    {section.points.map((point) => (
                      <li>{point}</li>
                    ))}
                  </ul>
                )}
                {section.slot && <SlotContent slot={section.slot} request={request} />}
              </>
            ))}
            {after?.(request)}
          </div>
        </>
      ),
    }
  },
})

const catalogue = ({ language, baseUrl, link }: PageRequest) => ({
  '@context': 'https://schema.org',
  '@type': 'DataCatalog',
  name: openData[language].title,
  description: openData[language].lead,
  url: `${baseUrl}${link('/open-data')}`,
  inLanguage: language,
  isAccessibleForFree: true,
  dataset: dataSets.map((set) => ({
    '@type': 'Dataset',
    name: pick(set.name, language)?.text,
    description: `${pick(set.name, language)?.text}: ${pick(set.terms, language)?.text}`,
    creator: { '@type': 'Organization', name: set.publisher },
    ...(set.address && { url: set.address }),
  })),
})

export const pages: readonly Page[] = [
  prosePage('/accessibility', accessibility, {
    after: ({ language }) => (
      <p class="note">{text[language].statementDate(formatDay(statementDay, language))}</p>
    ),
  }),
  prosePage('/privacy', privacy),
  prosePage('/open-data', openData, { jsonLd: catalogue }),
  prosePage('/about', about),
  prosePage('/feedback', feedback),
]
