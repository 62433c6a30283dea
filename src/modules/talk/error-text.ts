import type { Complaint } from '../../kernel/refusal.ts'
import { languages, words } from '../../kernel/text.ts'

const text = words(
  {
    noSubject: 'Kohdetta ei ole tai et näe sitä. Tarkista osoite.',
    noComment: 'Kommenttia ei ole tai et näe sitä. Se on voitu piilottaa.',
    closed: 'Keskustelu on suljettu. Pyydä koordinaattoria avaamaan se, jos haluat jatkaa.',
    empty: 'Kirjoita kommentti ennen lähettämistä.',
    tooLong: 'Kommentti on liian pitkä: enintään 10 000 merkkiä. Jaa se osiin.',
    noOffice:
      'Sinulla ei ole tehtävää tuossa ekosysteemissä. Valitse ekosysteemi, jossa toimit, tai näytä kommentti kaikille, jotka näkevät kohteen.',
    notAnswerable: 'Vastaukseen ei voi vastata. Vastaa ketjun ensimmäiseen kommenttiin.',
    noReason: 'Kerro, miksi kommentti piilotetaan. Syy näkyy sen paikalla.',
    offLinkGone:
      'Linkki ei ole voimassa. Voit kytkeä sähköpostit pois kirjautumalla ja avaamalla ilmoitusten asetukset.',
  },
  {
    sv: {
      noSubject: 'Objektet finns inte eller så ser du det inte. Kontrollera adressen.',
      noComment: 'Kommentaren finns inte eller så ser du den inte. Den kan ha dolts.',
      closed: 'Diskussionen är stängd. Be koordinatorn öppna den om du vill fortsätta.',
      empty: 'Skriv en kommentar innan du skickar.',
      tooLong: 'Kommentaren är för lång: högst 10 000 tecken. Dela den i delar.',
      noOffice:
        'Du har inget uppdrag i det ekosystemet. Välj ett ekosystem där du verkar, eller visa kommentaren för alla som ser objektet.',
      notAnswerable: 'Ett svar kan inte besvaras. Svara på trådens första kommentar.',
      noReason: 'Berätta varför kommentaren döljs. Orsaken visas på dess plats.',
      offLinkGone:
        'Länken gäller inte. Du kan stänga av e-posten genom att logga in och öppna aviseringarnas inställningar.',
    },
    en: {
      noSubject: 'It is not there, or you cannot see it. Check the address.',
      noComment: 'The comment is not there, or you cannot see it. It may have been hidden.',
      closed: 'The discussion is closed. Ask the coordinator to open it if you want to go on.',
      empty: 'Write a comment before sending it.',
      tooLong: 'The comment is too long: 10,000 characters at most. Split it.',
      noOffice:
        'You hold no office in that ecosystem. Choose one where you act, or show the comment to all who see this.',
      notAnswerable: 'An answer cannot be answered. Answer the first comment of the thread.',
      noReason: 'Say why the comment is hidden. The reason is shown in its place.',
      offLinkGone:
        'The link is not valid. You can switch mails off by signing in and opening the settings of notifications.',
    },
  },
)

/** A complaint in the three languages, at a field when one is named. */
export const complaint = (key: keyof (typeof text)['fi'], field?: string): Complaint => ({
  ...(field && { field }),
  text: Object.fromEntries(languages.map((l) => [l, text[l][key]])) as Complaint['text'],
})
