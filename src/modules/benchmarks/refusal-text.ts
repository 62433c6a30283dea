import { words } from '../../kernel/text.ts'

export const refusalText = words(
  {
    missing: 'Vertailua ei ole, tai se on poistettu. Valitse vertailu luettelosta.',
    missingNote: 'Huomiota ei ole, tai se ei ole sinun. Päivitä sivu.',
    emptyNote: 'Huomio on tyhjä. Kirjoita, mikä eron selittää tai mitä siitä opittiin.',
    strangeAddress: 'Linkki ei ole tämän palvelun sivu. Kopioi idean, haun tai hankkeen sivun osoite.',
    'no-target': 'Verrattavaa aluetta ei ole näissä tilastoissa. Valitse toinen alue tai toinen aluetaso.',
    'target-without-values':
      'Verrattavalla alueella ei ole yhtään lukua valituissa muuttujissa. Valitse muuttujia, joista alueella on tieto.',
    'no-variables':
      'Yksikään muuttuja ei erota alueita toisistaan. Valitse muuttujia, joissa alueilla on eri arvoja.',
    'bad-question': 'Vertailun valinnat eivät kelpaa. Tarkista muuttujat ja painot.',
  },
  {
    sv: {
      missing: 'Jämförelsen finns inte, eller så har den tagits bort. Välj en jämförelse i förteckningen.',
      missingNote: 'Anteckningen finns inte, eller så är den inte din. Uppdatera sidan.',
      emptyNote: 'Anteckningen är tom. Skriv vad som förklarar skillnaden eller vad man lärde sig.',
      strangeAddress:
        'Länken är inte en sida i den här tjänsten. Kopiera adressen till en idé, utlysning eller ett projekt.',
      'no-target': 'Området finns inte i den här statistiken. Välj ett annat område eller en annan nivå.',
      'target-without-values':
        'Området har inget tal i de valda variablerna. Välj variabler där området har uppgifter.',
      'no-variables':
        'Ingen variabel skiljer områdena från varandra. Välj variabler där områdena har olika värden.',
      'bad-question': 'Jämförelsens val duger inte. Kontrollera variablerna och vikterna.',
    },
    en: {
      missing: 'There is no such benchmark, or it has been removed. Choose one from the list.',
      missingNote: 'There is no such note, or it is not yours. Reload the page.',
      emptyNote: 'The note is empty. Write what explains the difference or what was learnt.',
      strangeAddress:
        'The link is not a page of this service. Copy the address of an idea, a call or a project.',
      'no-target': 'The territory is not in these statistics. Choose another territory or another level.',
      'target-without-values':
        'The territory has no figure in the chosen variables. Choose variables that it has figures of.',
      'no-variables': 'No variable tells the territories apart. Choose variables in which they differ.',
      'bad-question': 'The choices of the benchmark are not valid. Check the variables and weights.',
    },
  },
)
