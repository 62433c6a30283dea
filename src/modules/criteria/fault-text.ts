import type { TemplateFault, TemplateFaultCode } from '../../engine/assessment/index.ts'
import type { Complaint } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'

const faultWords = words(
  {
    'not-an-object': 'pitää olla tietue, jossa on nimettyjä kenttiä',
    format: 'muodon pitää olla talkoot-criteria/1',
    'not-a-list': 'pitää olla luettelo, jossa on enintään 60 perustetta',
    unknown: 'tätä kenttää ei tunneta',
    key: 'tunnus on pieniä kirjaimia, numeroita ja väliviivoja',
    'key-twice': 'sama tunnus on kahdella perusteella',
    text: 'teksti puuttuu tai ei ole tekstiä',
    group: 'ryhmä on content, refining, horizontal tai own',
    scale: 'asteikon suurimman pitää olla pienintä suurempi ja enintään 100',
    weight: 'painokerroin on positiivinen luku, jossa on enintään kaksi desimaalia',
    least: 'vähimmäispisteiden pitää olla asteikolla',
    percent: 'osuus on 0–100 prosenttia, enintään kaksi desimaalia',
    flag: 'arvon pitää olla tosi tai epätosi',
    number: 'arvon pitää olla kokonaisluku 1–100',
    'nothing-to-judge': 'lisää vähintään yksi peruste',
  } satisfies Record<TemplateFaultCode, string>,
  {
    sv: {
      'not-an-object': 'ska vara en post med namngivna fält',
      format: 'formatet ska vara talkoot-criteria/1',
      'not-a-list': 'ska vara en lista med högst 60 kriterier',
      unknown: 'fältet är okänt',
      key: 'koden består av små bokstäver, siffror och bindestreck',
      'key-twice': 'två kriterier har samma kod',
      text: 'texten saknas eller är inte text',
      group: 'gruppen är content, refining, horizontal eller own',
      scale: 'skalans största värde ska vara större än det minsta och högst 100',
      weight: 'viktkoefficienten är ett positivt tal med högst två decimaler',
      least: 'minimipoängen ska finnas på skalan',
      percent: 'andelen är 0–100 procent med högst två decimaler',
      flag: 'värdet ska vara sant eller falskt',
      number: 'värdet ska vara ett heltal 1–100',
      'nothing-to-judge': 'lägg till minst ett kriterium',
    },
    en: {
      'not-an-object': 'must be a record with named fields',
      format: 'the format must be talkoot-criteria/1',
      'not-a-list': 'must be a list of at most 60 criteria',
      unknown: 'this field is not known',
      key: 'a key is lower-case letters, digits and hyphens',
      'key-twice': 'two criteria have the same key',
      text: 'the text is missing, or is no text',
      group: 'the group is content, refining, horizontal or own',
      scale: 'the most must be above the least and at most 100',
      weight: 'a weight is a positive number of at most two decimals',
      least: 'the least score must be on the scale',
      percent: 'a share is 0–100 percent, at most two decimals',
      flag: 'must be true or false',
      number: 'must be a whole number from 1 to 100',
      'nothing-to-judge': 'add at least one criterion',
    },
  },
)

/** A fault where it is, such as "scored.2.weight". */
export const faultComplaint = ({ at, why }: TemplateFault): Complaint => ({
  ...(at && { field: at }),
  text: inEach((l) => (at ? `${at}: ${faultWords[l][why]}` : faultWords[l][why])),
})

const said = (fi: string, sv: string, en: string, field?: string): Complaint => ({
  ...(field && { field }),
  text: { fi, sv, en },
})

export const missing = said(
  'Pohjaa ei ole, tai sinulla ei ole siihen oikeutta.',
  'Mallen finns inte, eller så har du inte rätt till den.',
  'There is no such template, or you have no right to it.',
)
export const clash = said(
  'Toinen on muuttanut pohjaa: perustetta ei enää ole tai tunnus on jo käytössä. Lataa sivu uudelleen.',
  'Någon annan har ändrat mallen: kriteriet finns inte mer, eller så är koden tagen. Ladda om sidan.',
  'Somebody else has changed the template: the criterion is gone, or its key is taken. Reload the page.',
  'key',
)
export const nothingToSettle = said(
  'Versio on jo vahvistettu. Muutokset aloittavat uuden version.',
  'Versionen är redan fastställd. Ändringar börjar en ny version.',
  'The version is settled already. A change begins a new one.',
)
export const noName = said('Anna pohjalle nimi.', 'Ge mallen ett namn.', 'Name the template.', 'name.fi')
export const notJson = said(
  'Tiedosto ei ole JSON-muodossa. Vie pohja ensin tästä tai toisesta asennuksesta.',
  'Filen är inte i JSON-format. Exportera först en mall från den här eller en annan installation.',
  'The file is not JSON. Export a template from this or another installation first.',
  'file',
)
/** Where a language is missing, such as "need.label.sv". */
export const untranslated = (where: string) =>
  said(
    `Pohjaa ei voi vahvistaa: käännöksiä puuttuu. Kirjoita tekstit kolmella kielellä: ${where}.`,
    `Mallen kan inte fastställas: översättningar saknas. Skriv texterna på tre språk: ${where}.`,
    `The template cannot be settled: translations are missing. Write the texts in three languages: ${where}.`,
  )
