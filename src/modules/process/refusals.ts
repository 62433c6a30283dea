import { Refusal } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'

const said = words(
  {
    missing: 'Ekosysteemiä ei ole, tai sen lukuja ei näytetä sinulle. Valitse ekosysteemi taulukosta.',
    noFigure: 'Tällaista tunnuslukua ei ole. Valitse tunnusluku taulukosta.',
    missingNote: 'Huomiota ei ole, tai se ei ole sinun. Päivitä sivu.',
    emptyNote: 'Huomio on tyhjä. Kirjoita, mikä luvun selittää tai mitä siitä opittiin.',
    strangeAddress: 'Linkki ei ole tämän palvelun sivu. Kopioi idean, haun tai hankkeen sivun osoite.',
  },
  {
    sv: {
      missing: 'Ekosystemet finns inte, eller så visas dess tal inte för dig. Välj ett ekosystem i tabellen.',
      noFigure: 'Det finns inget sådant nyckeltal. Välj ett nyckeltal i tabellen.',
      missingNote: 'Anteckningen finns inte, eller så är den inte din. Uppdatera sidan.',
      emptyNote: 'Anteckningen är tom. Skriv vad som förklarar talet eller vad man lärde sig.',
      strangeAddress:
        'Länken är inte en sida i den här tjänsten. Kopiera adressen till en idé, utlysning eller ett projekt.',
    },
    en: {
      missing: 'There is no such ecosystem, or its figures are not shown to you. Choose one from the table.',
      noFigure: 'There is no such figure. Choose one from the table.',
      missingNote: 'There is no such note, or it is not yours. Reload the page.',
      emptyNote: 'The note is empty. Write what explains the figure or what was learnt.',
      strangeAddress:
        'The link is not a page of this service. Copy the address of an idea, a call or a project.',
    },
  },
)

export const refuse = (what: keyof (typeof said)['fi']): Refusal =>
  new Refusal(what === 'emptyNote' || what === 'strangeAddress' ? 'invalid' : 'missing', `process.${what}`, [
    {
      text: inEach((l) => said[l][what]),
      ...(what === 'strangeAddress' && { field: 'address' }),
      ...(what === 'emptyNote' && { field: 'words' }),
    },
  ])
