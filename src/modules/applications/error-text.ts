import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { languages, words } from '../../kernel/text.ts'

const text = words(
  {
    missing:
      'Hakemusta ei ole, tai sinulla ei ole oikeutta nähdä sitä. Tarkista osoite tai pyydä kutsu hakijalta.',
    noCall: 'Hakua ei ole, tai se ei ole vielä julkinen. Tarkista osoite.',
    notPerson: 'Hakemuksen voi tehdä vain henkilö omissa nimissään.',
    notYet: 'Haku ei ole vielä auki. Voit aloittaa hakemuksen, kun hakuaika alkaa.',
    over: 'Hakuaika on päättynyt, joten uutta hakemusta ei voi enää aloittaa.',
    noForm: 'Haulla ei ole vielä lomaketta. Ota yhteyttä haun yhteystahoon.',
    needsIdea: 'Tässä haussa varsinainen hakemus tehdään lähetetyn idean pohjalta. Lähetä ensin idea.',
    closed: 'Hakemusta ei voi enää muuttaa eikä lähettää: hakuaika tai täydennysaika on päättynyt.',
    incomplete: 'Hakemusta ei voi vielä lähettää. Korjaa ensin puutteet.',
    formGone:
      'Hakemuksen lomaketta ei löydy järjestelmästä. Vastaukset ja lähetetyt versiot ovat tallessa. Pyydä ylläpitäjää palauttamaan lomake, tai ota yhteyttä haun yhteystahoon.',
    nothingNew: 'Mikään ei ole muuttunut sen jälkeen, kun hakemus lähetettiin.',
    withdrawn: 'Hakemus on peruttu. Voit aloittaa uuden sen pohjalta, jos haku on auki.',
    decided: 'Haku on jo päätetty, joten hakemusta ei voi enää perua.',
    noReason: 'Kirjoita perustelu.',
    notSubmitted: 'Täydennystä voi pyytää vain lähetettyyn hakemukseen.',
    notReopened: 'Hakemuksella ei ole avointa täydennyspyyntöä.',
    noSections: 'Valitse ainakin yksi osio, jota pitää täydentää.',
    noMessage: 'Kirjoita, mitä pitää täydentää.',
    badDue: 'Kirjoita määräpäivä, joka on tulevaisuudessa, esimerkiksi 5.3.2027.',
    notLate: 'Hakemus ei ole myöhässä.',
    noVersion: 'Tällaista lähetettyä versiota ei ole.',
    noInvitation: 'Kutsu ei ole enää voimassa. Pyydä uusi kutsu sen lähettäjältä.',
    noName: 'Kirjoita nimesi.',
    badEmail: 'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.',
    alreadyHas: 'Tällä henkilöllä on jo oikeus hakemukseen.',
    lastLeader: 'Hakemuksella on oltava ainakin yksi, joka saa lähettää sen. Anna oikeus ensin toiselle.',
    noRight: 'Henkilöllä ei ole oikeutta hakemukseen.',
  },
  {
    sv: {
      missing:
        'Ansökan finns inte, eller så har du inte rätt att se den. Kontrollera adressen eller be sökanden om en inbjudan.',
      noCall: 'Utlysningen finns inte, eller så är den inte offentlig än. Kontrollera adressen.',
      notPerson: 'En ansökan kan bara göras av en person i eget namn.',
      notYet: 'Utlysningen är inte öppen än. Du kan börja på ansökan när ansökningstiden börjar.',
      over: 'Ansökningstiden har gått ut, så det går inte längre att börja på en ny ansökan.',
      noForm: 'Utlysningen har ingen blankett än. Kontakta den som ansvarar för utlysningen.',
      needsIdea:
        'I den här utlysningen görs den egentliga ansökan utifrån en inlämnad idé. Lämna in idén först.',
      closed:
        'Ansökan kan inte längre ändras eller lämnas in: ansökningstiden eller kompletteringstiden har gått ut.',
      incomplete: 'Ansökan kan inte lämnas in än. Rätta till bristerna först.',
      formGone:
        'Ansökans blankett finns inte i systemet. Svaren och de inlämnade versionerna finns kvar. Be administratören återställa blanketten, eller ta kontakt med utlysningens kontaktperson.',
      nothingNew: 'Ingenting har ändrats sedan ansökan lämnades in.',
      withdrawn: 'Ansökan har återtagits. Du kan börja på en ny utifrån den om utlysningen är öppen.',
      decided: 'Utlysningen är redan avgjord, så ansökan kan inte längre återtas.',
      noReason: 'Skriv en motivering.',
      notSubmitted: 'Komplettering kan bara begäras av en ansökan som har lämnats in.',
      notReopened: 'Ansökan har ingen öppen begäran om komplettering.',
      noSections: 'Välj minst ett avsnitt som ska kompletteras.',
      noMessage: 'Skriv vad som ska kompletteras.',
      badDue: 'Skriv en frist som ligger i framtiden, till exempel 5.3.2027.',
      notLate: 'Ansökan är inte försenad.',
      noVersion: 'Det finns ingen sådan inlämnad version.',
      noInvitation: 'Inbjudan gäller inte längre. Be den som skickade den om en ny.',
      noName: 'Skriv ditt namn.',
      badEmail: 'Skriv e-postadressen i formen namn@exempel.fi.',
      alreadyHas: 'Personen har redan rätt till ansökan.',
      lastLeader: 'Ansökan måste ha minst en person som får lämna in den. Ge rätten åt någon annan först.',
      noRight: 'Personen har inte rätt till ansökan.',
    },
    en: {
      missing:
        'There is no such application, or you may not see it. Check the address, or ask the applicant for an invitation.',
      noCall: 'There is no such call, or it is not public yet. Check the address.',
      notPerson: 'Only a person can make an application, in their own name.',
      notYet: 'The call is not open yet. You can begin an application when it opens.',
      over: 'The call has closed, so a new application cannot be begun any more.',
      noForm: 'The call has no form yet. Ask the contact of the call.',
      needsIdea: 'In this call the full application grows from an idea that was sent. Send the idea first.',
      closed: 'The application cannot be changed or sent any more: the time for it is over.',
      incomplete: 'The application cannot be sent yet. Mend first what is missing.',
      formGone:
        'The form of the application is not in the system. The answers and the versions sent are kept. Ask the administrator to bring the form back, or the contact of the call.',
      nothingNew: 'Nothing has changed since the application was sent.',
      withdrawn:
        'The application has been withdrawn. You can begin a new one from it while the call is open.',
      decided: 'The call has been decided, so the application cannot be withdrawn any more.',
      noReason: 'Write the reason.',
      notSubmitted: 'Only an application that has been sent can be asked to be completed.',
      notReopened: 'There is no open request for completion.',
      noSections: 'Choose at least one section to be completed.',
      noMessage: 'Write what must be completed.',
      badDue: 'Write a day that is to come, such as 5.3.2027.',
      notLate: 'The application is not late.',
      noVersion: 'There is no such version.',
      noInvitation: 'The invitation does not hold any more. Ask who sent it for a new one.',
      noName: 'Write your name.',
      badEmail: 'Write the address like name@example.fi.',
      alreadyHas: 'This person has a right to the application already.',
      lastLeader: 'Somebody must be able to send the application. Give the right to another first.',
      noRight: 'This person has no right to the application.',
    },
  },
)

export type Reason = keyof (typeof text)['fi']

export const complaint = (reason: Reason, field?: string): Complaint => {
  const [fi, sv, en] = languages.map((language) => text[language][reason])
  return { text: { fi: fi!, sv: sv!, en: en! }, ...(field && { field }) }
}

const wordOf = (reason: Reason): string => reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

export const refuse = (kind: RefusalKind, reason: Reason, field?: string): Refusal =>
  new Refusal(kind, `application.${wordOf(reason)}`, [complaint(reason, field)])
