import { inEach, type Language, words } from '../../kernel/text.ts'
import type { Trouble } from './asking.ts'

/** Why a source gave nothing new, and what happens then or is to be done. */
export const troubleText = words(
  {
    troubles: {
      busy: 'Lähde on ruuhkainen. Tilasto haetaan uudelleen hetken päästä.',
      server: 'Lähteen palvelussa on häiriö. Tilasto haetaan uudelleen hetken päästä.',
      refused: 'Lähde ei hyväksynyt pyyntöä. Tarkista osoite ja valinta.',
      gone: 'Taulukkoa ei ole enää tässä osoitteessa. Etsi sen uusi osoite lähteestä.',
      cut: 'Vastaus katkesi kesken. Tilasto haetaan uudelleen hetken päästä.',
      timeout: 'Lähde ei vastannut ajoissa. Tilasto haetaan uudelleen hetken päästä.',
      unreachable:
        'Lähteeseen ei saatu yhteyttä. Tarkista osoite ja verkkoyhteys. Tilasto haetaan uudelleen.',
      'closed-address': 'Osoitteeseen ei lähetetä pyyntöjä: sen pitää olla julkinen https-osoite.',
      'too-large': 'Vastaus on liian suuri. Rajaa valintaa.',
      unreadable: 'Vastaus ei ole tilasto: lähde on ehkä huollossa. Tilasto haetaan uudelleen hetken päästä.',
      reclassified: 'Lähde on muuttanut luokitusta: osaa valituista luokista ei enää ole. Tarkista valinta.',
      'newest-missing':
        'Uusin ajanjakso puuttuu lähteestä vielä. Aiempi versio pysyy, ja tilasto haetaan uudelleen.',
    },
    outcomes: { new: 'Ensimmäinen versio', changed: 'Uusi versio', same: 'Ei muutoksia' },
  } satisfies { troubles: Record<Trouble, string>; outcomes: object },
  {
    sv: {
      troubles: {
        busy: 'Källan är överbelastad. Statistiken hämtas på nytt om en stund.',
        server: 'Källans tjänst har en störning. Statistiken hämtas på nytt om en stund.',
        refused: 'Källan godkände inte begäran. Kontrollera adressen och urvalet.',
        gone: 'Tabellen finns inte längre på denna adress. Sök dess nya adress hos källan.',
        cut: 'Svaret avbröts. Statistiken hämtas på nytt om en stund.',
        timeout: 'Källan svarade inte i tid. Statistiken hämtas på nytt om en stund.',
        unreachable: 'Källan kunde inte nås. Kontrollera adressen och nätet. Statistiken hämtas på nytt.',
        'closed-address': 'Begäran skickas inte till adressen: den ska vara en offentlig https-adress.',
        'too-large': 'Svaret är för stort. Begränsa urvalet.',
        unreadable:
          'Svaret är inte statistik: källan har kanske underhåll. Statistiken hämtas på nytt om en stund.',
        reclassified:
          'Källan har ändrat klassificeringen: en del av de valda klasserna finns inte längre. Kontrollera urvalet.',
        'newest-missing':
          'Den nyaste perioden saknas ännu hos källan. Den tidigare versionen gäller, och statistiken hämtas på nytt.',
      },
      outcomes: { new: 'Första versionen', changed: 'Ny version', same: 'Inga ändringar' },
    },
    en: {
      troubles: {
        busy: 'The source is busy. The dataset is fetched again in a while.',
        server: 'The source’s service has a fault. The dataset is fetched again in a while.',
        refused: 'The source did not accept the request. Check the address and the slice.',
        gone: 'The table is no longer at this address. Look for its new address at the source.',
        cut: 'The answer was cut. The dataset is fetched again in a while.',
        timeout: 'The source did not answer in time. The dataset is fetched again in a while.',
        unreachable: 'The source could not be reached. Check the address and the network. It is tried again.',
        'closed-address': 'Nothing is sent to this address: it must be a public https address.',
        'too-large': 'The answer is too large. Narrow the slice.',
        unreadable:
          'The answer is no statistics: the source may be down for care. It is fetched again in a while.',
        reclassified:
          'The source has changed the classification: some chosen categories are gone. Check the slice.',
        'newest-missing':
          'The newest period is still missing at the source. The former version stays, and it is fetched again.',
      },
      outcomes: { new: 'First version', changed: 'New version', same: 'No changes' },
    },
  },
)

export const sayTrouble = (trouble: Trouble): Record<Language, string> =>
  inEach((language) => troubleText[language].troubles[trouble])
