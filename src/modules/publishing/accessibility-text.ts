import type { Told } from './prose.ts'

/** The day on which the statement was last gone through. */
export const statementDay = '2026-11-21'

/**
 * The accessibility statement that act 306/2019 asks for; its parts are those of the model in Commission
 * Implementing Decision (EU) 2018/1523: state, what falls short, how it was found out, feedback, supervision.
 */
export const accessibility: Told = {
  fi: {
    title: 'Saavutettavuusseloste',
    lead: 'Seloste koskee tätä Talkoot-palvelua. Saavutettavuudesta säädetään laissa digitaalisten palvelujen tarjoamisesta (306/2019).',
    sections: [
      {
        title: 'Miten saavutettava palvelu on',
        paragraphs: [
          'Laki edellyttää, että palvelu täyttää WCAG-ohjeiston version 2.1 tasojen A ja AA vaatimukset. Palvelu on suunniteltu uudemman version 2.2 tason AA mukaan.',
          'Oman arviomme mukaan palvelu täyttää lain vaatimukset suurilta osin. Puutteet luetellaan alla.',
        ],
      },
      {
        title: 'Mikä ei ole vielä kunnossa',
        points: [
          'Luetteloista tuotujen hankkeiden ja organisaatioiden sekä lähteiden nimien kieltä ei aina tiedetä, joten ruudunlukija voi lukea nimen väärän kielen säännöillä (WCAG 3.1.2).',
          'Kartan alueita ei voi valita näppäimistöllä. Samat alueet ja linkit ovat kartan vieressä taulukossa tai luettelona.',
          'Palvelua ei ole vielä kokeiltu yhdessä apuvälineitä käyttävien ihmisten kanssa.',
          'Lähteiden linkit vievät muiden ylläpitämille sivuille, joita tämä seloste ei koske.',
        ],
      },
      {
        title: 'Mitä saavutettavuuden eteen on tehty',
        points: [
          'Kaiken voi tehdä näppäimistöllä, ja kohdistus näkyy aina. Sivun alussa on linkki suoraan sisältöön.',
          'Sivut toimivat myös ilman skriptejä.',
          'Jokaisen kaavion ja kartan luvut ovat myös taulukossa, eikä mitään kerrota pelkällä värillä.',
          'Tekstin kontrasti on vähintään 4,5:1 sekä vaaleassa että tummassa ulkoasussa.',
          'Liikettä ei näytetä, jos laitteen asetuksissa on pyydetty vähentämään sitä.',
          'Lomakkeiden virheet luetellaan sivun alussa, ja jokaisesta pääsee linkillä oikeaan kenttään.',
        ],
      },
      {
        title: 'Miten arvio on tehty',
        paragraphs: [
          'Seloste perustuu tuotteen tekijöiden omaan arvioon. Sivut tarkistetaan axe-core-ohjelmalla oikeassa selaimessa sekä skriptien kanssa että ilman niitä aina, kun ohjelmisto muuttuu.',
          'Talkoot on ohjelmisto, jonka jokainen ylläpitäjä asentaa itse. Palvelun ylläpitäjä vastaa siitä, että seloste pitää paikkansa juuri tässä palvelussa.',
        ],
      },
      {
        title: 'Anna palautetta',
        paragraphs: [
          'Kerro, jos jokin on vaikea käyttää, tai pyydä tieto muussa muodossa. Ylläpitäjä vastaa kahden viikon kuluessa. Palautetta voi antaa myös nimettömästi, mutta silloin siihen ei voi vastata.',
        ],
        slot: 'contact',
      },
      {
        title: 'Jos vastaus ei riitä',
        paragraphs: [
          'Anna palaute aina ensin palvelun ylläpitäjälle. Jos et saa vastausta kahden viikon kuluessa tai vastaus ei riitä, voit tehdä ilmoituksen valvontaviranomaiselle. Sen sivuilla kerrotaan, miten ilmoitus tehdään ja miten se käsitellään.',
        ],
        slot: 'authority',
      },
    ],
  },
  sv: {
    title: 'Tillgänglighetsutlåtande',
    lead: 'Utlåtandet gäller den här Talkoot-tjänsten. Tillgängligheten regleras i lagen om tillhandahållande av digitala tjänster (306/2019).',
    sections: [
      {
        title: 'Hur tillgänglig tjänsten är',
        paragraphs: [
          'Lagen förutsätter att tjänsten uppfyller kraven på nivåerna A och AA i version 2.1 av WCAG-anvisningarna. Tjänsten är planerad enligt nivå AA i den nyare versionen 2.2.',
          'Enligt vår egen bedömning uppfyller tjänsten till största delen lagens krav. Bristerna räknas upp nedan.',
        ],
      },
      {
        title: 'Vad som ännu inte är i skick',
        points: [
          'Språket i namnen på källor och på projekt och organisationer som kommer från listor är inte alltid känt, så en skärmläsare kan läsa namnet enligt fel språk (WCAG 3.1.2).',
          'Områdena på kartan kan inte väljas med tangentbordet. Samma områden och länkar finns bredvid kartan i en tabell eller en förteckning.',
          'Tjänsten har ännu inte prövats tillsammans med människor som använder hjälpmedel.',
          'Länkarna till källorna leder till sidor som andra upprätthåller och som detta utlåtande inte gäller.',
        ],
      },
      {
        title: 'Vad som har gjorts för tillgängligheten',
        points: [
          'Allt kan göras med tangentbordet, och fokus syns alltid. Överst på sidan finns en länk direkt till innehållet.',
          'Sidorna fungerar också utan skript.',
          'Siffrorna i varje diagram och karta finns också i en tabell, och ingenting sägs enbart med färg.',
          'Textens kontrast är minst 4,5:1 i både ljust och mörkt utseende.',
          'Rörelser visas inte om enheten är inställd på att minska dem.',
          'Fel i formulär räknas upp överst på sidan, och från varje fel leder en länk till rätt fält.',
        ],
      },
      {
        title: 'Hur bedömningen har gjorts',
        paragraphs: [
          'Utlåtandet bygger på produktens upphovsmäns egen bedömning. Sidorna kontrolleras med programmet axe-core i en riktig webbläsare, både med och utan skript, varje gång programvaran ändras.',
          'Talkoot är en programvara som varje administratör själv installerar. Tjänstens administratör ansvarar för att utlåtandet stämmer i just den här tjänsten.',
        ],
      },
      {
        title: 'Ge respons',
        paragraphs: [
          'Berätta om något är svårt att använda, eller be om uppgiften i en annan form. Administratören svarar inom två veckor. Respons kan också ges anonymt, men då går det inte att svara på den.',
        ],
        slot: 'contact',
      },
      {
        title: 'Om svaret inte räcker',
        paragraphs: [
          'Ge alltid först respons till tjänstens administratör. Om du inte får svar inom två veckor eller om svaret inte räcker kan du göra en anmälan till tillsynsmyndigheten. På dess webbplats berättas hur anmälan görs och hur den behandlas.',
        ],
        slot: 'authority',
      },
    ],
  },
  en: {
    title: 'Accessibility statement',
    lead: 'This statement is about this Talkoot service. Accessibility is laid down in the Finnish Act on the Provision of Digital Services (306/2019).',
    sections: [
      {
        title: 'How accessible the service is',
        paragraphs: [
          'The Act asks that the service meets levels A and AA of WCAG version 2.1. The service is designed to level AA of the newer version 2.2.',
          'By our own assessment the service mostly complies with the Act. What falls short is listed below.',
        ],
      },
      {
        title: 'What is not yet right',
        points: [
          'The language of the names of sources, and of projects and organisations that come from lists, is not always known, so a screen reader may read a name by the rules of the wrong language (WCAG 3.1.2).',
          'The regions of a map cannot be chosen from the keyboard. The same regions and links stand beside the map in a table or a list.',
          'The service has not yet been tried together with people who use assistive technology.',
          'Links to sources lead to pages kept by others, which this statement does not cover.',
        ],
      },
      {
        title: 'What has been done for accessibility',
        points: [
          'Everything can be done from the keyboard, and the focus is always visible. A page begins with a link straight to its content.',
          'The pages work without scripts as well.',
          'The numbers of every chart and map stand in a table too, and nothing is said by colour alone.',
          'Text has a contrast of at least 4.5:1 in both the light and the dark appearance.',
          'Nothing moves if the device is set to reduce motion.',
          'Errors in a form are listed at the top of the page, each with a link to its field.',
        ],
      },
      {
        title: 'How this was assessed',
        paragraphs: [
          'The statement rests on the makers’ own assessment. The pages are checked with axe-core in a real browser, with scripts and without, whenever the software changes.',
          'Talkoot is software that each operator installs for itself. The operator of the service answers for the statement being true of this very service.',
        ],
      },
      {
        title: 'Give feedback',
        paragraphs: [
          'Tell us if something is hard to use, or ask for the information in another form. The operator answers within two weeks. Feedback may be anonymous, but then it cannot be answered.',
        ],
        slot: 'contact',
      },
      {
        title: 'If the answer is not enough',
        paragraphs: [
          'Always give feedback to the operator of the service first. If there is no answer within two weeks, or the answer is not enough, you can notify the supervisory authority. Its website tells how a notification is made and handled.',
        ],
        slot: 'authority',
      },
    ],
  },
}
