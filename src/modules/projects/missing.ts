import { Refusal } from '../../kernel/refusal.ts'

/** The answer where a code names no project. */
export const missingProject = (code: string): Refusal =>
  new Refusal('missing', 'projects.missing', [
    {
      text: {
        fi: `Hanketta ${code} ei ole. Tarkista koodi tai hae nimellä.`,
        sv: `Projektet ${code} finns inte. Kontrollera koden eller sök med namn.`,
        en: `There is no project ${code}. Check the code, or search by name.`,
      },
    },
  ])
