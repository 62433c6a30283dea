import type { Told } from './prose.ts'

/** What Regulation (EU) 2016/679, articles 13 and 14, asks to be told, as far as the software decides it. */
export const privacy: Told = {
  fi: {
    title: 'Tietosuoja',
    lead: 'Julkisia sivuja voi selata kirjautumatta, ilman evästeitä ja ilman seurantaa. Henkilötietoja käsitellään vain siinä määrin kuin yhteistyö vaatii.',
    sections: [
      {
        title: 'Rekisterinpitäjä',
        paragraphs: [
          'Rekisterinpitäjä on tämän palvelun ylläpitäjä. Ota ylläpitäjään yhteyttä kaikissa tietosuojan asioissa.',
        ],
        slot: 'contact',
      },
      {
        title: 'Mitä käynnistä jää',
        points: [
          'Palvelin kirjaa jokaisesta sivun haulla ajan, sivun polun, vastauksen tilan, keston ja satunnaisen tunnisteen. Hakusanoja, IP-osoitetta tai selaimen tietoja ohjelmisto ei kirjaa.',
          'Sivut eivät lataa mitään muiden palvelimilta.',
          'Jos valitset ulkoasun, valinta jää omaan selaimeesi.',
          'Ylläpitäjän muu tekniikka, kuten verkkopalvelun edessä oleva välityspalvelin, voi kirjata enemmän. Kysy siitä ylläpitäjältä.',
        ],
      },
      {
        title: 'Kirjautuneet käyttäjät',
        paragraphs: [
          'Kirjautuneesta käyttäjästä tallennetaan nimi, sähköpostiosoite, kieli ja tehtävät, istunnoista selaimen tunniste, verkko-osoite ja käyttöaika sekä pääsyavainten julkiset avaimet. Kirjautuminen käyttää välttämättömiä evästeitä (talkoot_session, toisen palvelun kautta kirjauduttaessa hetken myös talkoot_provider). Istunto päättyy, kun sitä ei ole käytetty 12 tuntiin, ja viimeistään 14 päivän kuluttua; istunnot näkee ja voi päättää omalla tilillä. Kirjautumislinkistä ja istunnosta säilytetään vain tiiviste.',
          'Jokaisesta muutoksesta kirjataan, kuka sen teki ja milloin, jotta julkista rahaa koskevat tiedot voidaan jäljittää. Kun ylläpitäjä on viranomainen, käsittelyn peruste on yleistä etua koskeva tehtävä (tietosuoja-asetuksen 6 artiklan 1 kohdan e alakohta).',
        ],
      },
      {
        title: 'Yksityishenkilöt hanketiedoissa',
        paragraphs: [
          'Hankeluettelot ovat viranomaisten julkaisemia luetteloita EU-tuen saajista. Osa saajista on yksityisiä elinkeinonharjoittajia, joiden toiminimi on heidän oma nimensä. Heidän hankkeensa ovat mukana luvuissa, mutta nimeä ei näytetä sivuilla, haussa, rajapinnassa eikä ladattavissa tiedostoissa.',
          'Hankkeiden ja ekosysteemien yhteyshenkilöitä ei ole otettu mukana tulevaan aineistoon.',
        ],
      },
      {
        title: 'Kenelle tietoja annetaan',
        paragraphs: [
          'Henkilötietoja ei luovuteta eikä siirretä muualle. Ne ovat ylläpitäjän omassa tietokannassa.',
        ],
      },
      {
        title: 'Oikeutesi',
        paragraphs: [
          'Voit pyytää ylläpitäjältä omat tietosi nähtäväksi, oikaistavaksi tai poistettavaksi ja vastustaa käsittelyä. Jos katsot, että tietojasi käsitellään väärin, voit tehdä valituksen tietosuojavaltuutetulle (tietosuoja.fi).',
        ],
      },
    ],
  },
  sv: {
    title: 'Dataskydd',
    lead: 'De offentliga sidorna kan läsas utan inloggning, utan kakor och utan uppföljning. Personuppgifter behandlas bara i den mån samarbetet kräver det.',
    sections: [
      {
        title: 'Personuppgiftsansvarig',
        paragraphs: [
          'Personuppgiftsansvarig är den som administrerar den här tjänsten. Kontakta administratören i alla frågor om dataskydd.',
        ],
        slot: 'contact',
      },
      {
        title: 'Vad som blir kvar av ett besök',
        points: [
          'För varje hämtad sida antecknar servern tidpunkten, sidans sökväg, svarets status, hur länge det tog och en slumpmässig beteckning. Programvaran antecknar varken sökord, IP-adress eller uppgifter om webbläsaren.',
          'Sidorna hämtar ingenting från andras servrar.',
          'Om du väljer utseende sparas valet i din egen webbläsare.',
          'Administratörens övriga teknik, till exempel en proxyserver framför tjänsten, kan anteckna mera. Fråga administratören.',
        ],
      },
      {
        title: 'Inloggade användare',
        paragraphs: [
          'Om en inloggad användare sparas namn, e-postadress, språk och uppdrag, om sessionerna webbläsarens beteckning, nätadress och användningstid samt nycklarnas offentliga del. Inloggningen använder nödvändiga kakor (talkoot_session, vid inloggning via en annan tjänst en stund även talkoot_provider). Sessionen upphör när den inte har använts på 12 timmar, och senast efter 14 dagar; sessionerna syns och kan avslutas på det egna kontot. Av inloggningslänken och sessionen sparas bara ett hashvärde.',
          'För varje ändring antecknas vem som gjorde den och när, så att uppgifter om offentliga medel kan spåras. När administratören är en myndighet är grunden för behandlingen en uppgift av allmänt intresse (artikel 6.1 e i dataskyddsförordningen).',
        ],
      },
      {
        title: 'Privatpersoner i projektuppgifterna',
        paragraphs: [
          'Projektlistorna är myndigheternas offentliga förteckningar över dem som fått EU-stöd. En del av dem är enskilda näringsidkare vars firma är deras eget namn. Deras projekt är med i siffrorna, men namnet visas inte på sidorna, i sökningen, i gränssnittet eller i filer som laddas ner.',
          'Kontaktpersoner för projekt och ekosystem har inte tagits med i det material som följer med.',
        ],
      },
      {
        title: 'Till vem uppgifter lämnas',
        paragraphs: [
          'Personuppgifter lämnas inte ut och överförs inte någon annanstans. De finns i administratörens egen databas.',
        ],
      },
      {
        title: 'Dina rättigheter',
        paragraphs: [
          'Du kan be administratören att få se, rätta eller radera dina uppgifter och motsätta dig behandlingen. Om du anser att dina uppgifter behandlas fel kan du klaga hos dataombudsmannen (tietosuoja.fi/sv).',
        ],
      },
    ],
  },
  en: {
    title: 'Privacy',
    lead: 'The public pages can be read without signing in, without cookies and without tracking. Personal data is handled only as far as working together needs it.',
    sections: [
      {
        title: 'Controller',
        paragraphs: [
          'The controller is whoever operates this service. Turn to the operator in every question of data protection.',
        ],
        slot: 'contact',
      },
      {
        title: 'What a visit leaves behind',
        points: [
          'For each page the server notes the time, the path of the page, the status of the answer, how long it took and a random identifier. The software notes neither search words, IP address nor anything of the browser.',
          'The pages load nothing from the servers of others.',
          'If you choose an appearance, the choice stays in your own browser.',
          'Other technology of the operator, such as a proxy in front of the service, may note more. Ask the operator.',
        ],
      },
      {
        title: 'Signed-in users',
        paragraphs: [
          'Of a signed-in user the name, mail address, language and offices are kept; of sessions what the browser calls itself, the network address and the time of use; of passkeys the public part. Signing in uses necessary cookies (talkoot_session, and for a moment talkoot_provider when another service is used). A session ends when it has not been used for 12 hours, and after 14 days at the latest; sessions are seen and ended on the own account page. Only a hash is kept of the sign-in link and of the session.',
          'Of each change it is written down who made it and when, so that what is told of public money can be traced. Where the operator is an authority, the ground is a task in the public interest (article 6(1)(e) of the General Data Protection Regulation).',
        ],
      },
      {
        title: 'Private persons in project data',
        paragraphs: [
          'The project lists are lists of beneficiaries of EU money that the authorities publish. Some beneficiaries are sole traders whose business bears their own name. Their projects are in the figures, but the name is not shown on pages, in search, in the interface or in files to download.',
          'Contact persons of projects and ecosystems have been left out of the data that comes with the product.',
        ],
      },
      {
        title: 'To whom data is given',
        paragraphs: [
          'Personal data is not handed over or moved elsewhere. It is in the operator’s own database.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'You may ask the operator to show, correct or erase your data, and object to its use. If you find that your data is handled wrongly, you may complain to the Data Protection Ombudsman (tietosuoja.fi/en).',
        ],
      },
    ],
  },
}
