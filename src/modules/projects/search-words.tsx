import type { Page } from '../../kernel/page.ts'
import { PageHead, Table } from '../../ui/index.ts'
import { text } from './text.ts'
import { wordsText } from './words-text.ts'

type Word = readonly [write: string, finds: string]

/** Everything that the search box of projects understands, each as a link that shows it. */
export const searchWordsPage: Page = {
  method: 'GET',
  path: '/projects/search-words',
  cached: true,
  run: async ({ language, link }) => {
    const t = text[language]
    const w = wordsText[language]
    return {
      as: 'page',
      title: w.wordsTitle,
      description: w.wordsLead,
      nav: 'projects',
      crumbs: [
        { text: t.home, href: link('/') },
        { text: t.title, href: link('/projects') },
        { text: w.wordsTitle },
      ],
      body: (
        <>
          <PageHead title={w.wordsTitle} lead={w.wordsLead} />
          <Table<Word>
            caption={w.wordsCaption}
            columns={[
              {
                label: w.wordsColumns.write,
                heading: true,
                cell: ([write]) => (
                  <a href={`${link('/projects')}?q=${encodeURIComponent(write)}`}>
                    <code>{write}</code>
                  </a>
                ),
              },
              { label: w.wordsColumns.finds, cell: ([, finds]) => finds },
            ]}
            rows={w.wordsList as unknown as readonly Word[]}
            language={language}
          />
        </>
      ),
    }
  },
}
