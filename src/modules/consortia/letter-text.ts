import { type Language, words } from '../../kernel/text.ts'

/** The letters that ship with the product, until an ecosystem writes its own. */
export const letterDefaults: Readonly<Record<Language, string>> = {
  fi: `Sitoumuskirje

{partner} sitoutuu olemaan mukana konsortiossa ja sen hakemuksessa seuraavasti.

Y-tunnus: {business-id}
Hanke: {title}
Haku: {call}
Ohjelma: {programme}
Hakuaika päättyy: {deadline}
Päätoteuttaja: {lead}

Tavoite: {aim}

Tehtävämme hankkeessa: {work}

Haemme rahoitusta: {share} €
Oma rahoitusosuutemme: {own-share} €

Jos hanke rahoitetaan, teemme yllä kuvatun työn, osoitamme siihen tarvittavat ihmiset ja oman rahoitusosuutemme sekä allekirjoitamme hankkeen yhteistyösopimuksen. Sitoumus raukeaa, jos hanketta ei rahoiteta.

{date}`,
  sv: `Åtagandebrev

{partner} förbinder sig att delta i konsortiet och dess ansökan enligt följande.

FO-nummer: {business-id}
Projekt: {title}
Utlysning: {call}
Program: {programme}
Ansökningstiden går ut: {deadline}
Huvudgenomförare: {lead}

Mål: {aim}

Våra uppgifter i projektet: {work}

Vi söker finansiering: {share} €
Vår egen finansiering: {own-share} €

Om projektet får finansiering utför vi arbetet som beskrivs ovan, avdelar de personer som behövs och vår egen finansiering och undertecknar projektets samarbetsavtal. Åtagandet förfaller om projektet inte får finansiering.

{date}`,
  en: `Letter of commitment

{partner} commits to take part in the consortium and its application as follows.

Business id: {business-id}
Project: {title}
Call: {call}
Programme: {programme}
The call closes: {deadline}
Lead partner: {lead}

Aim: {aim}

Our work in the project: {work}

We ask for: {share} €
Our own share: {own-share} €

If the project is funded, we do the work described above, assign the people that it needs and our own share of the costs, and sign the cooperation agreement of the project. The commitment lapses if the project is not funded.

{date}`,
}

/** What the pages of letters say. */
export const letterText = words(
  {
    title: 'Sitoumuskirje',
    sign: 'Allekirjoita',
    signTitle: 'Allekirjoita sitoumuskirje',
    signLead:
      'Lue kirje. Kun allekirjoitat, teksti, nimesi, asemasi ja aika tallentuvat, eikä niitä voi enää muuttaa.',
    signer: 'Nimi',
    position: 'Asema organisaatiossa',
    right: 'Minulla on oikeus sitoa organisaatio tähän.',
    language: 'Lue muulla kielellä:',
    signed: (name: string, position: string, at: string) => `Allekirjoittanut ${name}, ${position}, ${at}`,
    signedTitle: 'Kirje on allekirjoitettu',
    signedLead: 'Tulosta kirje tai tallenna se PDF-tiedostona selaimen tulostuksesta.',
    hash: 'Tarkiste (SHA-256)',
    hashSays: 'Sama teksti, nimi, asema ja aika antavat aina saman tarkisteen.',
    intact: 'Laskettu uudelleen: täsmää.',
    broken: 'Laskettu uudelleen: ei täsmää. Kirjeen sisältö on muuttunut.',
    print: 'Tulosta',
    open: 'Avaa kirje',
    none: 'Kirjettä ei ole allekirjoitettu.',
    withdraw: 'Peru kirje',
    reason: 'Miksi kirje perutaan',
    reasonHelp: 'Syy jää kirjeen viereen.',
    withdrawn: (at: string, why: string) => `Peruttu ${at}. Syy: ${why}`,
    count: (signed: string, all: string) => `${signed}/${all} kirjettä allekirjoitettu`,
    template: 'Sitoumuskirjeen pohja',
    templateLead:
      'Pohjasta tehdään ekosysteemin konsortioiden sitoumuskirjeet. Allekirjoitetut kirjeet eivät muutu.',
    templateLanguage: 'Kieli',
    body: 'Teksti',
    bodyHelp: 'Aaltosulkeissa oleva täytetään. Rivi, jonka tietoa ei ole, jää pois.',
    own: 'Ekosysteemin oma pohja',
    shipped: 'Palvelun oma pohja',
    save: 'Tallenna pohja',
    reset: 'Palauta palvelun pohja',
    fields: {
      partner: 'kumppani',
      'business-id': 'kumppanin y-tunnus',
      lead: 'johtava organisaatio',
      title: 'konsortion nimi',
      call: 'haku',
      programme: 'ohjelma',
      deadline: 'hakuajan loppu',
      aim: 'tavoite',
      work: 'mitä kumppani tekee',
      share: 'haettava raha',
      'own-share': 'oma rahoitusosuus',
      date: 'päivä',
    },
    newsTitle: (partner: string, title: string) => `${partner} allekirjoitti sitoumuskirjeen: ${title}`,
    faults: {
      noSigner: 'Kirjoita nimesi.',
      noPosition: 'Kirjoita asemasi, esimerkiksi toimitusjohtaja.',
      noRight: 'Vahvista, että sinulla on oikeus sitoa organisaatio.',
      changed: 'Kirjeen teksti muuttui sillä välin. Lue se uudelleen ja allekirjoita sitten.',
      signedAlready: 'Kirje on jo allekirjoitettu. Peru se ensin, jos teksti pitää vaihtaa.',
      notSigned: 'Kirjettä ei ole. Tarkista osoite.',
      noReason: 'Kirjoita syy. Yksi lause riittää.',
      unknown: 'Pohjassa on aaltosulkeissa sana, jota ei tunneta. Käytä vain luettelon sanoja.',
      missing: 'Pohjassa on oltava ainakin {partner} ja {title}.',
      empty: 'Kirjoita pohja.',
    },
  },
  {
    sv: {
      title: 'Åtagandebrev',
      sign: 'Underteckna',
      signTitle: 'Underteckna åtagandebrevet',
      signLead:
        'Läs brevet. När du undertecknar sparas texten, ditt namn, din ställning och tiden, och de kan inte längre ändras.',
      signer: 'Namn',
      position: 'Ställning i organisationen',
      right: 'Jag har rätt att förbinda organisationen till detta.',
      language: 'Läs på ett annat språk:',
      signed: (name, position, at) => `Undertecknat av ${name}, ${position}, ${at}`,
      signedTitle: 'Brevet är undertecknat',
      signedLead: 'Skriv ut brevet eller spara det som PDF i webbläsarens utskrift.',
      hash: 'Kontrollsumma (SHA-256)',
      hashSays: 'Samma text, namn, ställning och tid ger alltid samma kontrollsumma.',
      intact: 'Räknad på nytt: stämmer.',
      broken: 'Räknad på nytt: stämmer inte. Brevets innehåll har ändrats.',
      print: 'Skriv ut',
      open: 'Öppna brevet',
      none: 'Brevet är inte undertecknat.',
      withdraw: 'Återta brevet',
      reason: 'Varför brevet återtas',
      reasonHelp: 'Skälet blir kvar bredvid brevet.',
      withdrawn: (at, why) => `Återtaget ${at}. Skäl: ${why}`,
      count: (signed, all) => `${signed} av ${all} brev undertecknade`,
      template: 'Mall för åtagandebrevet',
      templateLead:
        'Av mallen görs åtagandebreven för ekosystemets konsortier. Undertecknade brev ändras inte.',
      templateLanguage: 'Språk',
      body: 'Text',
      bodyHelp: 'Det som står i klamrar fylls i. En rad som saknar uppgift faller bort.',
      own: 'Ekosystemets egen mall',
      shipped: 'Tjänstens mall',
      save: 'Spara mallen',
      reset: 'Återställ tjänstens mall',
      fields: {
        partner: 'partnern',
        'business-id': 'partnerns FO-nummer',
        lead: 'ledande organisation',
        title: 'konsortiets namn',
        call: 'utlysning',
        programme: 'program',
        deadline: 'ansökningstidens slut',
        aim: 'mål',
        work: 'vad partnern gör',
        share: 'sökt finansiering',
        'own-share': 'egen finansiering',
        date: 'dag',
      },
      newsTitle: (partner, title) => `${partner} undertecknade åtagandebrevet: ${title}`,
      faults: {
        noSigner: 'Skriv ditt namn.',
        noPosition: 'Skriv din ställning, till exempel verkställande direktör.',
        noRight: 'Bekräfta att du har rätt att förbinda organisationen.',
        changed: 'Brevets text ändrades under tiden. Läs den på nytt och underteckna sedan.',
        signedAlready: 'Brevet är redan undertecknat. Återta det först om texten ska bytas.',
        notSigned: 'Brevet finns inte. Kontrollera adressen.',
        noReason: 'Skriv ett skäl. En mening räcker.',
        unknown: 'Mallen har ett okänt ord i klamrar. Använd bara orden i förteckningen.',
        missing: 'Mallen ska ha åtminstone {partner} och {title}.',
        empty: 'Skriv mallen.',
      },
    },
    en: {
      title: 'Letter of commitment',
      sign: 'Sign',
      signTitle: 'Sign the letter of commitment',
      signLead:
        'Read the letter. When you sign, the text, your name, your position and the time are kept, and can no longer be changed.',
      signer: 'Name',
      position: 'Position in the organisation',
      right: 'I have the right to bind the organisation to this.',
      language: 'Read in another language:',
      signed: (name, position, at) => `Signed by ${name}, ${position}, ${at}`,
      signedTitle: 'The letter is signed',
      signedLead: 'Print the letter, or save it as PDF from the print dialogue of your browser.',
      hash: 'Checksum (SHA-256)',
      hashSays: 'The same text, name, position and time always give the same checksum.',
      intact: 'Counted again: it agrees.',
      broken: 'Counted again: it does not agree. The content of the letter has changed.',
      print: 'Print',
      open: 'Open the letter',
      none: 'No letter has been signed.',
      withdraw: 'Withdraw the letter',
      reason: 'Why the letter is withdrawn',
      reasonHelp: 'The reason stays beside the letter.',
      withdrawn: (at, why) => `Withdrawn ${at}. Reason: ${why}`,
      count: (signed, all) => `${signed} of ${all} letters signed`,
      template: 'Template of the letter of commitment',
      templateLead:
        'Letters of commitment in the consortia of the ecosystem are made from the template. Signed letters do not change.',
      templateLanguage: 'Language',
      body: 'Text',
      bodyHelp: 'What stands in braces is filled in. A line of which nothing is known is left out.',
      own: 'The ecosystem’s own template',
      shipped: 'The template of the service',
      save: 'Save the template',
      reset: 'Go back to the template of the service',
      fields: {
        partner: 'partner',
        'business-id': 'business id of the partner',
        lead: 'lead organisation',
        title: 'name of the consortium',
        call: 'call',
        programme: 'programme',
        deadline: 'end of the call',
        aim: 'aim',
        work: 'what the partner does',
        share: 'money asked for',
        'own-share': 'own share',
        date: 'day',
      },
      newsTitle: (partner, title) => `${partner} signed the letter of commitment: ${title}`,
      faults: {
        noSigner: 'Write your name.',
        noPosition: 'Write your position, such as managing director.',
        noRight: 'Confirm that you have the right to bind the organisation.',
        changed: 'The text of the letter has changed meanwhile. Read it again, then sign.',
        signedAlready: 'The letter is signed already. Withdraw it first if the text must change.',
        notSigned: 'There is no such letter. Check the address.',
        noReason: 'Write the reason. One sentence is enough.',
        unknown: 'The template has an unknown word in braces. Use only words of the list.',
        missing: 'The template must have at least {partner} and {title}.',
        empty: 'Write the template.',
      },
    },
  },
)
