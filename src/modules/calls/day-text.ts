import { words } from '../../kernel/text.ts'

/** What the days of a call are called in calendars. */
export const dayText = words(
  {
    opens: (title: string) => `Haku avautuu: ${title}`,
    closes: (title: string) => `Hakuaika päättyy: ${title}`,
    ideas: (title: string) => `Ideoiden määräaika: ${title}`,
  },
  {
    sv: {
      opens: (title) => `Utlysningen öppnas: ${title}`,
      closes: (title) => `Ansökningstiden går ut: ${title}`,
      ideas: (title) => `Sista dag för idéer: ${title}`,
    },
    en: {
      opens: (title) => `Call opens: ${title}`,
      closes: (title) => `Applications close: ${title}`,
      ideas: (title) => `Ideas close: ${title}`,
    },
  },
)
