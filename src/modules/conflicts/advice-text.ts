import type { Complaint } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'

export const adviceText = words(
  {
    title: 'Neuvonta ja sparraus',
    lead: 'Jos olet neuvonut hakijaa tai auttanut hakemuksen sisällössä, kirjaa se tähän. Sisällössä auttanut on valmistellut asiaa eikä arvioi, esittele eikä päätä sitä. Merkintää ei voi itse poistaa.',
    kind: 'Mitä teit',
    kinds: {
      advised: 'Neuvoin: vastasin hakua tai menettelyä koskeviin kysymyksiin',
      sparred: 'Sparrasin: autoin hakemuksen sisällössä',
    },
    short: { advised: 'neuvonta', sparred: 'sparraus' },
    on: 'Päivä',
    words: 'Mitä asia koski',
    send: 'Kirjaa merkintä',
    none: 'Neuvontaa ei ole kirjattu.',
    who: 'Kuka',
    struck: (by: string, why: string) => `Yliviivannut ${by}: ${why}`,
    strikeTitle: 'Yliviivaa virheellinen merkintä',
    strikeLead: 'Merkintä jää näkyviin syineen. Omaa merkintäänsä ei voi yliviivata.',
    note: 'Merkintä',
    reason: 'Miksi merkintä on virheellinen',
    strike: 'Yliviivaa',
    refused: {
      noKind: 'Valitse, neuvoitko vai autoitko hakemuksen sisällössä.',
      noDay: 'Kirjoita päivä muodossa 5.3.2026.',
      future: 'Päivä on tulevaisuudessa. Kirjaa neuvonta vasta, kun se on annettu.',
      noReason: 'Kerro, miksi merkintä on virheellinen.',
      noAdvice: 'Merkintää ei ole, se on jo yliviivattu, tai se on omasi.',
    },
  },
  {
    sv: {
      title: 'Rådgivning och sparring',
      lead: 'Om du har gett sökanden råd eller hjälpt med ansökans innehåll ska du anteckna det här. Den som har hjälpt med innehållet har berett ärendet och varken bedömer, föredrar eller avgör det. Du kan inte själv ta bort anteckningen.',
      kind: 'Vad du gjorde',
      kinds: {
        advised: 'Gav råd: svarade på frågor om utlysningen eller förfarandet',
        sparred: 'Sparrade: hjälpte med ansökans innehåll',
      },
      short: { advised: 'rådgivning', sparred: 'sparring' },
      on: 'Dag',
      words: 'Vad det gällde',
      send: 'Anteckna',
      none: 'Ingen rådgivning har antecknats.',
      who: 'Vem',
      struck: (by, why) => `Struken av ${by}: ${why}`,
      strikeTitle: 'Stryk en felaktig anteckning',
      strikeLead: 'Anteckningen förblir synlig med skälet. Man kan inte stryka sin egen anteckning.',
      note: 'Anteckning',
      reason: 'Varför anteckningen är felaktig',
      strike: 'Stryk',
      refused: {
        noKind: 'Välj om du gav råd eller hjälpte med ansökans innehåll.',
        noDay: 'Skriv dagen i formen 5.3.2026.',
        future: 'Dagen är i framtiden. Anteckna rådgivningen först när den har getts.',
        noReason: 'Berätta varför anteckningen är felaktig.',
        noAdvice: 'Anteckningen finns inte, är redan struken eller är din egen.',
      },
    },
    en: {
      title: 'Advice and sparring',
      lead: 'If you have advised the applicant or helped with what the application says, note it here. Who helped with its content has prepared the matter, and neither assesses, presents nor decides it. You cannot remove the note yourself.',
      kind: 'What you did',
      kinds: {
        advised: 'Advised: answered questions on the call or the procedure',
        sparred: 'Sparred: helped with what the application says',
      },
      short: { advised: 'advice', sparred: 'sparring' },
      on: 'Day',
      words: 'What it was about',
      send: 'Note it',
      none: 'No advice has been noted.',
      who: 'Who',
      struck: (by, why) => `Struck by ${by}: ${why}`,
      strikeTitle: 'Strike a wrong note',
      strikeLead: 'The note stays, with the reason. Nobody strikes their own.',
      note: 'Note',
      reason: 'Why the note is wrong',
      strike: 'Strike',
      refused: {
        noKind: 'Choose whether you advised, or helped with what the application says.',
        noDay: 'Write the day as 5.3.2026.',
        future: 'The day is yet to come. Note the advice once it has been given.',
        noReason: 'Say why the note is wrong.',
        noAdvice: 'There is no such note, it has been struck already, or it is your own.',
      },
    },
  },
)

export const adviceComplaint = (
  what: keyof (typeof adviceText)['fi']['refused'],
  field?: string,
): Complaint => ({
  ...(field && { field }),
  text: inEach((l) => adviceText[l].refused[what]),
})
