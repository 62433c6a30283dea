import { type Complaint, Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import { words } from '../../kernel/text.ts'

const text = words(
  {
    noOrganisation: 'Toimijaa ei ole, tai sitä ei voi näyttää. Hae toimija nimellä Toimijat-sivulta.',
    noEntry: 'Kohtaa ei enää ole profiilissa. Avaa profiili uudelleen.',
    noTitle: 'Kirjoita otsikko ainakin yhdellä kielellä.',
    longTitle: 'Otsikko on liian pitkä. Lyhennä se enintään 160 merkkiin.',
    longText: 'Teksti on liian pitkä. Lyhennä se enintään 2 000 merkkiin.',
    longActivity: 'Kuvaus on liian pitkä. Lyhennä se enintään 600 merkkiin.',
    longWord: 'Sana on liian pitkä. Lyhennä se enintään 80 merkkiin.',
    noWord: 'Kirjoita osaaminen sanoin tai valitse asiasana.',
    noConcept: 'Asiasanaa ei ole YSOssa. Hae toisella sanalla tai kirjoita osaaminen omin sanoin.',
    unknownSubject:
      'Aihetta ei löydy YSOsta. Tarkista kirjoitusasu, tai jätä aihe pois ja kerro asia tekstissä.',
    noIndustry: 'Toimialaa ei ole luettelossa. Valitse toimiala luettelosta.',
    noKind: 'Valitse, millaisesta tarjouksesta tai tarpeesta on kyse.',
    badDay: 'Päivää ei voi lukea. Kirjoita se muodossa 31.12.2027.',
    pastDay: 'Päivä on jo mennyt. Anna tuleva päivä tai jätä kohta tyhjäksi.',
    futureDay: 'Päivä on tulevaisuudessa. Anna päivä, jolta kokoluokka on.',
    sizeDay: 'Kerro, miltä päivältä kokoluokka on, muodossa 31.12.2025.',
    badWebsite: 'Verkko-osoite ei kelpaa. Kirjoita se kokonaan, esimerkiksi https://www.esimerkki.fi.',
    noPlace: 'Valitse ekosysteemi, jonka sisällä tämä jaetaan, tai jaa julkisesti.',
    notYourPlace: 'Et toimi tässä ekosysteemissä. Valitse toinen tai jaa julkisesti.',
    tooManyCards: 'Profiilissa on jo 40 korttia. Poista vanhentuneita ja lisää sitten uusi.',
    tooManyPictures: 'Profiilissa on jo 8 kuvaa. Poista jokin ja lisää sitten uusi.',
    noPicture: 'Valitse kuvatiedosto.',
    notPicture: 'Tiedosto ei ole kuva, jonka voi avata. Valitse JPEG-, PNG- tai WebP-kuva.',
    noAlt: 'Kerro ainakin yhdellä kielellä, mitä kuvassa on. Kuvaa ei näytetä ilman sitä.',
    noSuchPicture: 'Kuvaa ei ole, tai se on poistettu.',
    already: 'Tämä on jo profiilissa.',
    changedSince: 'Kohtaa on muutettu sen jälkeen. Avaa historia uudelleen ja valitse siitä.',
    badEmail: 'Sähköpostiosoite ei kelpaa. Kirjoita osoite muodossa nimi@esimerkki.fi.',
    alreadyKeeps: 'Tämän osoitteen haltija pitää jo profiilia.',
    youKeep: 'Pidät jo tätä profiilia.',
    asked: 'Olet jo pyytänyt tätä. Koordinaattori vastaa pyyntöön.',
    answered: 'Pyyntöön on jo vastattu.',
    noRequest: 'Pyyntöä ei ole.',
    noWords: 'Kerro lyhyesti, miten edustat toimijaa.',
    noInvitation: 'Kutsu ei ole enää voimassa. Pyydä kutsujalta uusi.',
    noName: 'Kirjoita nimesi.',
    noKeeper: 'Henkilö ei pidä tätä profiilia.',
    tooMany: 'Olet lähettänyt monta kutsua lyhyessä ajassa. Odota kymmenen minuuttia ja jatka sitten.',
  },
  {
    sv: {
      noOrganisation: 'Aktören finns inte eller kan inte visas. Sök aktören med namn på sidan Aktörer.',
      noEntry: 'Punkten finns inte längre i profilen. Öppna profilen på nytt.',
      noTitle: 'Skriv en rubrik på minst ett språk.',
      longTitle: 'Rubriken är för lång. Korta den till högst 160 tecken.',
      longText: 'Texten är för lång. Korta den till högst 2 000 tecken.',
      longActivity: 'Beskrivningen är för lång. Korta den till högst 600 tecken.',
      longWord: 'Ordet är för långt. Korta det till högst 80 tecken.',
      noWord: 'Skriv kompetensen med ord eller välj ett ämnesord.',
      noConcept: 'Ämnesordet finns inte i YSO. Sök med ett annat ord eller skriv kompetensen med egna ord.',
      unknownSubject:
        'Ämnet finns inte i YSO. Kontrollera stavningen, eller lämna bort ämnet och berätta i texten.',
      noIndustry: 'Näringsgrenen finns inte i listan. Välj en ur listan.',
      noKind: 'Välj vad för slags erbjudande eller behov det gäller.',
      badDay: 'Dagen kan inte läsas. Skriv den som 31.12.2027.',
      pastDay: 'Dagen har redan passerat. Ange en kommande dag eller lämna fältet tomt.',
      futureDay: 'Dagen ligger i framtiden. Ange den dag som storleksklassen gäller.',
      sizeDay: 'Ange vilken dag storleksklassen gäller, som 31.12.2025.',
      badWebsite: 'Webbadressen duger inte. Skriv den helt, till exempel https://www.exempel.fi.',
      noPlace: 'Välj det ekosystem inom vilket detta delas, eller dela offentligt.',
      notYourPlace: 'Du är inte verksam i detta ekosystem. Välj ett annat eller dela offentligt.',
      tooManyCards: 'Profilen har redan 40 kort. Ta bort föråldrade och lägg sedan till ett nytt.',
      tooManyPictures: 'Profilen har redan 8 bilder. Ta bort någon och lägg sedan till en ny.',
      noPicture: 'Välj en bildfil.',
      notPicture: 'Filen är ingen bild som kan öppnas. Välj en bild i formatet JPEG, PNG eller WebP.',
      noAlt: 'Berätta på minst ett språk vad bilden visar. Utan det visas bilden inte.',
      noSuchPicture: 'Bilden finns inte eller har tagits bort.',
      already: 'Detta finns redan i profilen.',
      changedSince: 'Punkten har ändrats sedan dess. Öppna historiken på nytt och välj där.',
      badEmail: 'E-postadressen duger inte. Skriv den som namn@exempel.fi.',
      alreadyKeeps: 'Den som har adressen sköter redan profilen.',
      youKeep: 'Du sköter redan profilen.',
      asked: 'Du har redan bett om detta. Koordinatorn svarar.',
      answered: 'Begäran har redan besvarats.',
      noRequest: 'Begäran finns inte.',
      noWords: 'Berätta kort hur du företräder aktören.',
      noInvitation: 'Inbjudan gäller inte längre. Be om en ny.',
      noName: 'Skriv ditt namn.',
      noKeeper: 'Personen sköter inte denna profil.',
      tooMany: 'Du har skickat många inbjudningar på kort tid. Vänta tio minuter och fortsätt sedan.',
    },
    en: {
      noOrganisation:
        'The organisation is not there, or cannot be shown. Search for it by name among the organisations.',
      noEntry: 'This is no longer in the profile. Open the profile again.',
      noTitle: 'Write a title in at least one language.',
      longTitle: 'The title is too long. Shorten it to 160 characters at most.',
      longText: 'The text is too long. Shorten it to 2,000 characters at most.',
      longActivity: 'The description is too long. Shorten it to 600 characters at most.',
      longWord: 'The word is too long. Shorten it to 80 characters at most.',
      noWord: 'Write the competence in words, or choose a subject.',
      noConcept:
        'YSO has no such subject. Search with another word, or write the competence in your own words.',
      unknownSubject:
        'YSO has no such subject. Check the spelling, or leave the subject out and say it in the text.',
      noIndustry: 'The industry is not in the list. Choose one from the list.',
      noKind: 'Choose what kind of offer or need it is.',
      badDay: 'The day cannot be read. Write it as 31.12.2027.',
      pastDay: 'The day has passed. Give a day to come, or leave the field empty.',
      futureDay: 'The day is in the future. Give the day that the size class is of.',
      sizeDay: 'Say of which day the size class is, as 31.12.2025.',
      badWebsite: 'The web address is not valid. Write it in full, such as https://www.example.fi.',
      noPlace: 'Choose the ecosystem within which this is shared, or share it publicly.',
      notYourPlace: 'You hold no office in this ecosystem. Choose another, or share publicly.',
      tooManyCards:
        'The profile has 40 cards already. Remove some that are out of date, then add the new one.',
      tooManyPictures: 'The profile has 8 pictures already. Remove one, then add the new one.',
      noPicture: 'Choose a picture.',
      notPicture: 'The file is no picture that can be opened. Choose a JPEG, PNG or WebP picture.',
      noAlt: 'Say in at least one language what the picture shows. It is not shown without that.',
      noSuchPicture: 'The picture is not there, or has been removed.',
      already: 'This is in the profile already.',
      changedSince: 'This has been changed since. Open the history again and choose there.',
      badEmail: 'The e-mail address is not valid. Write it as name@example.fi.',
      alreadyKeeps: 'The holder of this address keeps the profile already.',
      youKeep: 'You keep this profile already.',
      asked: 'You have asked for this already. A coordinator will answer.',
      answered: 'The request has been answered already.',
      noRequest: 'There is no such request.',
      noWords: 'Say briefly how you represent the organisation.',
      noInvitation: 'The invitation is no longer valid. Ask for a new one.',
      noName: 'Write your name.',
      noKeeper: 'This person does not keep the profile.',
      tooMany: 'You have sent many invitations in a short time. Wait ten minutes, then go on.',
    },
  },
)

type Reason = keyof (typeof text)['fi']

export const complaint = (reason: Reason, field?: string): Complaint => ({
  ...(field && { field }),
  text: { fi: text.fi[reason], sv: text.sv[reason], en: text.en[reason] },
})

/** A refusal in the words of this module. */
export const refuse = (kind: RefusalKind, reason: Reason, field?: string): Refusal =>
  new Refusal(kind, `profile.${reason.replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, [
    complaint(reason, field),
  ])

/** Everything that is wrong with a form at once, each at its field. */
export function refuseAll(wrong: readonly (Complaint | false | undefined)[]): void {
  const complaints = wrong.filter((c): c is Complaint => Boolean(c))
  if (complaints.length > 0) throw new Refusal('invalid', 'profile.invalid', complaints)
}
