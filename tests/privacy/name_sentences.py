"""Sentences to develop the detection of names with: what is marked with [ ] is a name, the rest is not.

Made up for this purpose, and other ones than those of the measurement.
"""

#: A surname behind what somebody does, or behind a phrase.
ROLES = """
Wethouder [De Bruin] gaf in maart toestemming.
Aldus projectleider [Yilmaz] in het verslag.
Het besluit is van gemeentesecretaris [Boonstra].
Vraag het aan teammanager [Ter Braak].
Afgestemd met functioneel beheerder [Siebelink].
Dit is een wens van burgemeester [Terpstra].
De analyse van data-analist [Haverkamp] is gebruikt.
Raadslid [Van Ommeren] stelde hier vragen over.
Beleidsadviseur [Nguyen] schreef de toelichting.
Onderzoeker [El Bakkali] keek mee.
De uitleg is van informatiemanager [Roelofsen].
Privacy officer [Wiersma] is akkoord.
Jurist [Groenewegen] beoordeelde de grondslag.
Directeur [Van Zuilen] tekende het besluit.
De gegevens komen van collega [Hoogland].
Gedeputeerde [Oude Luttikhuis] is bestuurlijk verantwoordelijk.
Inspecteur [Kuijpers] leest elke uitkomst na.
Volgens beheerder [Stegeman] werkt het zo.
Teamleider [Özdemir] plant de controle.
Architect [Brinkhuis] tekende de koppeling.
"""

#: Titles, initials and small words.
INITIALS = """
Goedgekeurd door [J.P. Balk] op 3 mei.
De nota is van [A.M.C. van Dongen].
Ondertekend: [R. ten Cate].
Namens het college, [H.W. Stuiver].
Het rapport van [G.J. Eefting] is gebruikt.
Reviewer: [C. Verhaegen]
[B. van 't Veer] en [L. Dijksma] hebben getest.
Met vriendelijke groet, [Th. Wolfswinkel]
Steller: [E.J.M. Knoops]
De scan is gemaakt door [F. el Idrissi].
Prof. dr. [W. Oosterhuis] gaf advies.
Drs. [Kamerbeek] rondde het af.
Mevr. [Tahiri-Bouali] diende een klacht in.
Dhr. [Soerodimedjo] belde hierover.
De heer en mevrouw [Zijlmans] kregen een brief.
Mw. [X. Li] vertaalde het.
Ing. [P. Drost] bouwde de sensor.
Akkoord [M. Schreuder], 12 juni.
T.a.v. [D.J. Kleinjan]
Paraaf: [S. Rademaker]
"""

#: First names and surnames from everywhere.
FULL = """
Het dashboard is gemaakt door [Ruben Oldenziel].
De test werd uitgevoerd door [Aylin Karadağ].
Contactpersoon is [Ikram Ouahbi].
Opsteller: [Djamila Boussaid]
In opdracht van [Krzysztof Wójcik].
Namens [Kamla Bissessur] is dit ingevuld.
De code is van [Tuan Pham].
Auteur [Siti Rahayu] schreef hoofdstuk 2.
I.o.v. [Gert-Jan Boerrigter].
Contact: [Xiaoming Chen]
Gesproken met [Sjouke Hoekema] en [Tjitske Postma].
Aanspreekpunt [Mustafa Çelik] is met verlof.
[Anouk Schellevis] beheert de lijst.
Vervanger van [Roel Nijboer] is [Hatice Şahin].
Beoordeeld door [Sharda Gangaram Panday].
Geschreven door [Hendrikus Johannes Bosman].
Volgens [Kwame Mensah] is dat zo.
Ontwikkeld door [Ewelina Dąbrowska] in 2019.
De eigenaar is [Maarten-Jan 't Hart].
Besproken met [Nils d'Ancona].
De gegevens komen uit het bestand van [Lotte van Wessem].
Het idee komt van [Abdelkader Benhaddou].
Gemaild met [Rachid Ait Moussa].
Overgenomen van [Marit de Rooij-Teunissen].
Getest door [Joëlle Crouwel].
Uitgelegd door [Zoë Maesen].
Bij afwezigheid: [Femke Uiterwijk].
Contactpersonen: [Sven Molendijk], [Naomi Sastrowidjojo] en [Bart Kalkman].
De stagiair, [Daan Verkuijlen], maakte de eerste versie.
Met dank aan [Oluwaseun Adeyemi].
[Imane Zaoui] (team Data) leest mee.
Eindredactie: [Pieternel Hoogeboom]
Beheer: [Jeroen Smeenk], [Patricia Ooms]
Vraag 3 is beantwoord door [Guusje van Rhijn].
Sollicitant [Ahmad Barakzai] vroeg om uitleg.
De moeder van [Dylan Kromosoeto] maakte bezwaar.
Akkoord van [Geertruida Anna Smid] d.d. 1 juli.
De leverancier stuurde [Ivan Petrović].
Ingevuld door: [Cor Vlasblom]
Tekst [Inge Bakhuizen], beeld [Wim Tigchelaar].
Spreek [Herman Nijland] aan bij twijfel.
Review [Karima Azzouzi] nog verwerken.
[Thijs Brouns] heeft toegang tot alle dossiers.
Dossier van [Willemijn Sonneveld] is als proef gebruikt.
Zie de mail van [Noortje Kersten] over de drempel.
Het account van [Bas Timmer] is gesloten.
"""

#: A first name by itself, a surname by itself, and possessives.
ALONE = """
Vraag het aan [Fatima].
Bel [Marjolein] bij problemen.
[Mohammed's] model is vervangen.
Overleg met [Ingrid] en [Wouter] over de planning.
Met groet, [Saskia]
Dit moet [Khadija] nog nakijken.
Volgens [Gijs] klopt de lijst.
[Esra] weet hoe het werkt.
Besproken met [Bram] en [Aisha] op 4 april.
Afspraak met [Nienke]: elke maand controleren.
Aldus [Van der Meer].
Dit is een wens van [Van den Bosch].
De opmerking van [Ter Horst] is verwerkt.
Input van [Sander] ontvangen.
Actiepunt [Annemarie]: bijlage zoeken.
Zoals [Jolanda] al zei.
"""

#: What has capitals, and is nobody.
NOBODY = """
De Van Gogh-laan en de Marie Curiestraat zijn gemeten.
Op het Spinozaplein hangt een camera.
De camera's in de Jan Luijkenstraat tellen fietsers.
Basisschool De Klaproos en het Erasmus College doen mee.
Het Johannes Fontanus College stuurt gegevens.
Het Sint Antonius Ziekenhuis levert tellingen.
De Stichting Hendrick de Keyser beheert panden.
Van Dam Installaties BV plaatste de sensoren.
Het bureau Van Aalst & Verhoef schreef het rapport.
De leverancier is Ordina.
Opgesteld door Capgemini.
Gemaakt door PBLQ en Hooghiemstra & Partners.
Contactpersoon: Afdeling Burgerzaken.
Contactpersoon: Servicedesk Informatievoorziening.
Opgesteld door het Team Ruimte.
Namens Gedeputeerde Staten van Drenthe.
In opdracht van het Ministerie van Binnenlandse Zaken.
In opdracht van Rijkswaterstaat.
Volgens Artikel 6 van de AVG.
Volgens Europese regels mag dit.
De Wet Dwangsom en de Wet Pachtprijzen.
De Wet Maatschappelijke Ondersteuning geldt.
Zie de Wet Gemeentelijke Antidiscriminatievoorzieningen.
De Kruskal-Wallis toets en de Mann-Whitney toets.
De Cox regressie en de Lasso methode.
De methode van Bland en Altman.
Random Forest en Gradient Boosting zijn vergeleken.
Decision Tree, Naive Bayes en Support Vector Machine.
Het model van Black en Scholes.
Een Bayesiaans Netwerk en een Neuraal Netwerk.
Microsoft Teams, Google Maps en Adobe Acrobat.
Het pakket Key2Burgerzaken van Centric.
De software van Pink Roccade en Green Valley.
De chatbot Maxine en de virtuele assistent Bobby.
Robot Tessa praat met ouderen.
Het systeem Marple doorzoekt bestanden.
Amazon Alexa en Apple Siri.
Burgemeester en Wethouders stellen het vast.
De Raad van State en de Hoge Raad.
De Tweede Kamer en de Eerste Kamer.
Provinciale Staten van Zuid-Holland.
Gemeente Sint Anthonis en Gemeente Heerhugowaard.
Waterschap Hunze en Aa's.
Waterschap Peel en Maasvallei.
Hoogheemraadschap De Stichtse Rijnlanden.
Omgevingsdienst Midden-Holland.
Veiligheidsregio Gelderland-Zuid.
GGD Hart voor Brabant.
Regio Gooi en Vechtstreek.
De wijken Oud-Zuid, De Baarsjes en Nieuw-West.
In Den Helder en Bergen op Zoom geldt dit niet.
De Oude Rijn en de Nieuwe Maas.
Van Maandag tot Vrijdag is er toezicht.
In Mei en Juni wordt er geteld.
De Algemene Rekenkamer en het Centraal Planbureau.
De Nederlandse Vereniging voor Statistiek.
De Afdeling Werk en Inkomen.
Team Handhaving en Toezicht.
De functionaris Gegevensbescherming is gevraagd.
De manager Bedrijfsvoering is eigenaar.
De directeur Ruimte en Economie besluit.
De teamleider Vergunningen controleert.
De wethouder Financiën is verantwoordelijk.
De projectleider Smart City leidt dit.
Aanspreekpunt: Functioneel Beheer.
Beheerder: Dienst Stadsbeheer.
Eigenaar: Sector Publiekszaken.
Auteur: Kenniscentrum Data.
De medewerker Klantcontact kijkt het na.
De medewerkers van Burgerzaken zien de score.
Iedere medewerker Toezicht krijgt een lijst.
Vraag het aan Burgerzaken.
Akkoord van Juridische Zaken.
Bel Klantcontact.
Met vriendelijke groet, Gemeente Hollandia
Namens Divosa.
Zie Bijlage A. Daarna volgt stap B.
Zie paragraaf B. Van belang is de drempel.
Categorie C. De uitkomst telt.
Aldus Stichting Mens en Data.
De Bergse Maas en de Grote Markt.
De term Big Data komt van Doug.
Kunstmatige Intelligentie (AI) en Machine Learning.
De Handreiking Algoritmeregister en het Toetsingskader.
De Rabobank en de Vries Bank.
Model Maatregelen Water.
Haven van Rotterdam en Haven van Moerdijk.
Inwoners van Rozenburg en Hoek van Holland.
De Joodse Raad en het Rode Kruis.
Kerk De Hoeksteen en Moskee Al Hidaya.
Het Huygens Instituut en het Trimbos-instituut.
Zorgverzekeraar Menzis en vervoerder Arriva.
De Jonge Akademie adviseerde.
Voetbalclub Willem II en Sparta.
Sporthal De Kooi en zwembad De Welle.
"""

#: The same kinds again, in other words, written after the first were solved.
AGAIN = """
Ik heb dit nagevraagd bij [Corine Vermaat] van de provincie.
Onze controller [Bosscher] rekent het na.
Programmeur [Wessel] kent de code.
De uitzondering is bedacht door [Van Heusden].
Uit het gesprek met [Meryem Aksoy] bleek dit niet.
[K.L. Tjoa] is hoofd van de sectie.
Door [Pim] nagekeken, nog niet akkoord.
Vragen? [Anne-Fleur de Haan] helpt verder.
Data-eigenaar: [Rutger Wesselink]
Systeemeigenaar: [H. Bloemendal]
Proceseigenaar is [Ellen Pruijssers].
Secretariaat: [Bep Roozendaal]
De uitslag is besproken met dhr. [Vlaming].
Bezwaar ingediend door [Yusuf Demirtaş].
Mw. [Appelboom] vroeg inzage.
Raadsvragen van [Chantal Heemstra] (oppositie).
Chef [Mulder] tekent af.
Kandidaat [Wang Fang] is uitgenodigd.
Rekenmeester [Oscar Dijkmans] deed de schatting.
[Nguyen Thi Lan] schreef de handleiding.
Het verzoek kwam van advocaat [Spong].
Ontworpen door [Bogdan Ionescu] uit Roemenië.
Gebeld met [Jos], die belt terug.
Zie ook het commentaar van [P. van den Akker-Bos].
Dossierhouder: [Sjaak Wijnands]
[Annelies] vraagt of dit weg kan.
Deze versie is van [Dirk Jan Keijzer].
Laatst gewijzigd door [Mirjam Oud].
Onderzoek [Hoeksma] 2017 is de basis.
Klokkenluider [Ferry Bouwmeester] meldde het.
Afgetekend: [L.M. Hassani]
Opgehaald bij [Gülşen Polat].
Onze FG, [Marleen Tuinstra], heeft gekeken.
Het stuk van [Kortekaas] en [De Lange] is leidend.
CISO [Robert Aalbers] wil versleuteling.
Dit doet [Youri] elke maandag.
Overdracht aan [Margriet Lodder] is gepland.
Foto van [Tarek Haddou] staat in de bijlage.
De vader van [Jayden] belde de school.
Lead: [Indra Mahabier], backup: [Sunita Ori].
"""

#: Near misses again, for the roles and phrases.
NOBODY_AGAIN = """
De adviseur Ruimtelijke Ordening toetst het plan.
De beheerder Civision kent de instellingen.
Onze leverancier Exxellence levert de koppeling.
De ontwikkelaar Gemeente Utrecht deelt de code.
De consulent Inkomen belt de aanvrager.
De jurist Omgevingsrecht leest mee.
Een inspecteur Bouwtoezicht gaat langs.
De wethouder Wonen en Zorg krijgt een rapport.
De programmamanager Energietransitie is opdrachtgever.
De onderzoeker Veiligheid deelt de uitkomst.
Het afdelingshoofd Belastingen tekent.
De klant Digitaal of op papier helpen.
Burger Service Nummer en Basis Registratie.
Partner Zorgverzekeraars Nederland deed mee.
Bij Veilig Thuis werkt men zo.
Bij Werkzaak Rivierenland en Stroomopwaarts.
Namens Cliëntenraad Sociaal Domein.
Samen met Talis en Portaal.
In opdracht van Vattenfall en Enexis.
Overleg met Wijkraad Noord.
Reactie van Adviesraad Wmo.
Input van Cedris en Stimulansz.
Notitie van Berenschot over AI.
Gecontroleerd door BDO.
Beoordeeld door Kiwa.
Ontwikkeld door Deloitte Nederland.
Getraind met Tensorflow en Keras.
Model van Huff en wet van Zipf.
De Rorschachtest en de Turing test.
Volgens Handboek Inkomen 2024.
Verslag Commissie Bestuur.
Aanwezig: Directieteam en Ondernemingsraad.
Casus van Veilig Verkeer Nederland.
Aanvraag van Stichting Samenloop.
Dossier van Jeugdbescherming Brabant.
De Thorbeckelaan en het Rembrandtpark.
Het Anna van Saksenpark is druk.
Kamer van Koophandel en Huis van Bewaring.
De Dag van de Arbeid en Nacht van de Vluchteling.
Rechtbank Midden-Nederland en Hof Arnhem-Leeuwarden.
"""

#: Written last, when the lists had grown. At first 31 of the 38 were found; after that only a role word with a capital
#: at the start of a sentence was added.
LAST = """
Informatieadviseur [Marcella Tuithof] toetst dit jaarlijks.
De procesbeschrijving is van [Wiebren Altena].
Toelichting door [N.A. Oudenampsen].
Zie voor achtergrond de presentatie van [Chaima Lahlali].
Wijkteamcoach [Petronella Kraaijeveld] gebruikt de lijst niet.
Interviewer: [Gabriëlle Stokvis]
De grens van 80 procent komt van [Roderick Huizenga].
Omgevingsmanager [Sietse Jorna] spreekt de bewoners.
Klachtbehandelaar [Van Wageningen-Kuil] heeft gebeld.
De vragen van mevrouw [Oosterbroek] zijn beantwoord.
Bestuursadviseur [Youp Schellekens] schreef mee.
Meegelezen: [Tirza Koopal], [Femke Snel] en [Ilse Wagenvoort].
Het script van [Rinaldo] draait elke nacht.
[Huub Verstegen] is sinds juli de eigenaar.
Inlezen doet [Salomé Pieterse].
Dhr. [Ouwehand] kreeg ten onrechte een brief.
De verwerking is besproken met FG [Margo Tieleman].
Besluit van heffingsambtenaar [Kroezen].
[Lex ter Haar] en [Hidde Visch] hebben de bias gemeten.
Volgens [Simone] ontbreekt een toets.
Deze code is geschreven door [Thanh Hà Vu].
Mijn voorganger [Emiel Drewes] koos deze methode.
Goedkeuring: [C.J. Speelman], concerndirecteur.
Ambtelijk opdrachtgever [Loes Diepenbroek] wil door.
Melder [Nasir Popal] hoorde niets meer.
Aan [Bernadette] gevraagd of dit klopt.
Vertaling [Halina Sobczak].
De tabel is gevuld door [Ties van der Zanden].
Trainer [Rochelle Vreugdenhil] gaf de cursus.
Namens de leverancier tekende [Matteo Ferrari].
Afspraak met wethouder [Poppe] op 3 juni.
Uit mail [Dorien Kapteijns]: graag aanpassen.
De zorg van [Aminata Diallo] is meegenomen.
Tweede contact: [Jurriaan Wouda].
Onderhoud door [Ronnie] van ICT.
"""

#: Notes to each other in a working file: a name alone, without a capital, behind a role or before a deed.
NOTES = """
nog even met [karin] afstemmen
bel [henk] even, die weet het
volgens [mohamed] klopt dit niet meer
mail [jolanda] voor de laatste versie
[Petra] (JZ) kijkt nog naar de grondslag
[Jeroen], kun jij dit veld invullen?
@[Sanne]: klopt dit nog?
navragen bij [Wim] of [Ellen]
[Ellen] en [Wim] pakken dit op
Dit heeft [Kroeze] vorig jaar al eens uitgezocht.
Hiervoor moet je bij [Smeets] zijn.
Volgens mij weet [Dijkhuizen] hier meer van.
Dat moet [Kuiper] maar beslissen.
De lijst staat bij [Feenstra] op de schijf.
[JANSEN], P. heeft het dossier
Behandeld door DE [VRIES]
De toelichting komt van [Tesfalem Weldu].
Zie het memo van [Hiwet Gebretsadik] van 3 mei.
[Ngozi Eze] heeft de data opgeschoond.
Het script van [Bjarne Lund] draait elke nacht.
In het gesprek gaf [Soumia Azarfane] aan dat de lijst te lang is.
Gesproken: [Van Dongen], [Peeters], [Azarkan].
Afwezig: [Marijke]
eigenaar = [R. Kuipers]
[R. Kuipers] (VTH)
Eigenaar [Kuipers R.]
Besproken in overleg d.d. 12-3 ([Lieke], [Tom], [Fouad])
wie: [Fouad]
[Fouad]/[Lieke]
[Lieke] -> [Fouad]
Ingevuld op 4 april, [B. Timmer].
[mw. Timmer] wil dit eerst met haar leidinggevende bespreken
De aanvraag van mevrouw [Rensink-Bakker] bleef liggen.
De casus [Yilmaz] laat zien dat het anders kan.
Het dossier-[Pietersma] is hiervoor gebruikt.
De zaak [Hoekstra] loopt nog.
familie [Boumans] kreeg drie brieven
[Boumans] senior tekende bezwaar aan.
Mijn collega's [Anouk] en [Rachid] hebben de test gedaan.
Onze stagiaire ([Lotte]) heeft de tabel gemaakt.
Contact met leverancier loopt via [Bram] van Centric.
Reactie [Visser]: akkoord
Opmerking [Anja]: zie bijlage
[Anja] 12/3: aangepast
12-03 [Anja]: aangepast
[AdV] heeft dit gecontroleerd
Leidinggevende is nu [Marloes], voorheen [Kees].
[Tuncay] zei dat het algoritme dan stopt.
Vorige maand is [Ineke] met pensioen gegaan.
Sinds het vertrek van [Ineke] doet niemand dit.
De heer of mevrouw [Chen] is niet bereikbaar.
[Zhang Wei] bouwde de koppeling.
[Lê Thị Mai] en [Phạm Minh Đức] hebben gecodeerd.
Aanspreekpunt voor inwoners: [Fien] of [Guus].
Ontwikkelaar [Ivo] van de leverancier
De brief is ondertekend door wethouder [Van 't Wout].
Namens [Rijkaart] tekende [Van Keulen].
Uit het verslag: '[Corina] vroeg of dit mag.'
"Dat kan niet", aldus [Haverkate].
Interview 3, [Roelien], klantmanager sinds 2009
Interview met een beleidsmedewerker ([Jorn Wessel])
Bron: gesprek [Marco] 4 mei
Zie ook de notitie [Scholtens] uit 2019.
"""

#: What looks like it in such a file, and names nobody.
NOBODY_IN_NOTES = """
De wijk Overvecht en de Vogelbuurt doen mee.
Het Van Abbemuseum en Huis ter Heide liggen buiten het gebied.
Met Tableau, Qlik en Cognos worden rapporten gemaakt.
De gemeente Heerde werkt samen met Epe en Hattem.
Oranje Fonds en Stichting Lezen en Schrijven betalen mee.
In Almere Poort en Nobelhorst staan vijf sensoren.
De Rekenkamer Rotterdam gaf in 2021 een oordeel.
Signalen komen van Veilig Thuis en Halt.
Centric, PinkRoccade en Sogeti leveren software.
Robot Wiske en chatbot Bibi beantwoorden vragen.
De meldingen van Slim Melden komen in Key2Zaken.
Naar aanleiding van de motie Bromet is het register gevuld.
De commissie-Donner en de wet-Dales worden genoemd.
Het Dijkstra-algoritme berekent de route.
Beslisboom, Random Forest en XGBoost zijn vergeleken.
Het vliegveld Schiphol en station Hollands Spoor vallen erbuiten.
De Jeugdwet, Wmo en Participatiewet zijn de grondslag.
Van Hasselt tot Zwartsluis zijn sensoren geplaatst.
Op Koningsdag en Tweede Kerstdag wordt niet gehandhaafd.
Kinderopvang Pippi en basisschool De Regenboog zijn uitgezonderd.
Het model gebruikt Pearson, Spearman en Kendall.
Ouders, verzorgers en voogden kunnen bezwaar maken.
Jongeren van Groningen tot Maastricht doen mee.
Handhavers, toezichthouders en BOA's gebruiken de app.
Zie artikel 4, lid A. Verder geldt de Awb.
De A. van Dongenstraat en het Burgemeester De Raadtplein.
In samenwerking met Politie Eenheid Oost-Nederland.
"""

#: By shape: headers of mail, minutes, tables, lists with other signs, double surnames, initials written otherwise.
SHAPES = """
Van: [Karin Hofman] Aan: [Peter Zwiers] Onderwerp: drempel
Van: [Zijlstra, Marco van der] <m.vdzijlstra@x.example>
Aan: [Demirel, Sevda]; [Groot, Ellen de]; Postbus Belastingen
Verzonden: maandag 3 juni 2024 09:12 Aan: [Wiegers, Anne-Marie] CC: [Broek, Jan van den]
From: [Sharma, Priyanka] To: [Bouzid, Rachid] Subject: FW: register
CC: [Lammers, Fleur]; [Tjon, Kevin]
Onderwerp: RE: vraag van [Erik Wessels]
Van: [Hermans, T. (Tim)] Verzonden: 4 mei
Doorgestuurd bericht van [Aydın, Zeynep] aan [Kok, Marjan]
Van [Jeroen] aan [Linda]: kan dit zo?
Groet, [Edwin]
Mvg [Tom]
Gr. [Ilse V.]
Vr. gr. [Meryem]
Groeten van [Robbert]
Hartelijke groet [Wilma]
Fijne dag, [Hans]
Thx! [Rob]
gr [anouk]
Aanwezig: [Bakker], [Vos], [Ter Horst], [El Idrissi]
Aanwezig: [Karin Smit] (vz), [Joost Blom], [Ali Yıldız] (not.)
Afwezig (met bericht): [Wassink], [De Roo]
Actie: [Melvin]
Actie [Ruud]: cijfers opvragen
Actiehouder: [Groeneveld] / [Postma]
Verslag: [A. Jonker]
[Mirjam] licht toe dat de lijst klopt.
[Kuiper] geeft aan dat dit in mei komt.
Besluit: [Van Vliet] zoekt uit of dit mag.
Rondvraag: [Sietse] meldt dat de bron wijzigt.
Notulen: [Yvonne]
Testers: [Gerrit] / [Marlies] / [Fatma]
Reviewers: [De Graaf]; [Haverkort]; [Sluiter]
[Jansen] & [Oosterveld] hebben dit gebouwd.
Gelabeld door [Bos], [Mulder] & [Ferreira]
Contact: [Kim] & [Bas]
[Hoogeveen], [Siahaya] & [Brands] hebben samen het model getest.
Bevoegd: [A. Timmer]; [F. Yavuz]; [J.W. Bouma]
Eigenaren: [Vink]/[Schaap]/[Veldkamp]
Muskusrattenvanger [Sipke Dijkstra] voert de vangst in.
Gisspecialist [Marco Rossi] tekende de kaart.
Brugwachter [Henk Kramer] zag dat.
Vergunningverlener [Otten] leest de tekst.
Baliemedewerker [Willemsen] zag het fout gaan.
Dijkwacht [Sanne Dijkhuizen] liep langs.
Wachtcommandant [Bouwmeester] nam het over.
Boswachter [Tim Hoekstra] telt de reeën.
Hoogheemraad [Van Lynden van Sandenburg] wil een rapport.
Kaderarts [Van Haersma Buma]
Oud-wethouder [Meijerink] vroeg dit.
Dataduider [Kees Prins] zag iets raars.
Meetnetbeheerder [Van Beek]
[Saskia Prent] (projectleider)
[Hoekstra] (beheerder) en [Wolters] (CISO)
Projectleider: [Hadžić, Lejla]
Productowner: [Bouma, Tjitske]
Beheerder: [Kok]. Tester: [Visser]. Architect: [Prins].
[Klaas Wind], adviseur, en [Mia Groen], jurist
Architect: [Al-Masri]. Eigenaar: [Van Es].
Functie: jurist Naam: [Froukje Dekema] Afdeling: Vergunningen
Naam: [Bert Hoving] Functie: teamleider Tel: 06
Rol: eigenaar; naam: [S. Maduro]
Proceseigenaar: [Wolf]
FG: [Marije Bons]
PO: [Jasper]
I.o.m. [Kuipers] vastgesteld.
n.a.v. gesprek met [Terpstra] aangepast
o.v.v. [Brandsma]
Akk. [Swinkels]
Op aangeven van [Molenaar] gewijzigd.
Eerste versie van [Brink], nog niet af.
Concept van [Wieringa] ligt bij het college.
Ook [Vos] van de meetdienst doet mee.
Ook [Prins] van Inkoop kijkt mee.
De vragen lopen via [Roelfsema] van Beleid.
Vragen gaan via [Oosting] van het KCC.
Tweede controle door [Sitaram], [Brouwer] of [Ter Haar], afhankelijk van het rooster.
Controle door [Jansma], [Woudstra] en [De Wit].
Beoordeling vindt plaats door [Tiemens] of [Hoving].
Gesproken met [Daan] en [Mark] over het model.
Overleg met [Loes] en [Max] gepland.
Afgestemd met [Iris], [Roos] en [Job].
Ontvangen van [Ricci] (RWS) en [Aalbers] (Waternet).
Input komt van [Smeets] (afd. Beheer).
Volgens [Postma] klopt de lijst niet.
Volgens [Brouwers] moet de drempel omlaag.
Volgens [Kuiper] is dit bekend.
[Willemijn Postma-de Jong] stuurde het.
[Anneke Jansen-van der Meer] is ziek.
Mw. [Bos-ter Haar] belde.
Testregel: [Els Smit-de Groot]; BSN volgt
[K. de Vries-El Fassi] was erbij.
Wethouder [Van der Does de Willebois]
Burgemeester [Van Rijckevorsel van Kessel] tekende.
[Joost van Zuylen van Nijevelt]
[Carla Evers-Vermeer] en [Bas Kuiper-Kwon]
[R. Ramdjan Misier]
[Maria José Fernandes da Silva]
[Oude Nijhuis] belde terug.
Mevrouw [Klein Nagelvoort]
Gebeld met [van de Wetering].
Gebeld met [VAN DE WETERING]
[DE VRIES], [JANSEN] en [VAN DIJK] zijn akkoord
Namens [d'Hondt]
[Jan d'Arcy] en [Pim in 't Veld]
[Nel op den Kamp]
[L. v.d. Ploeg] en [M. vd Berg]
Aanwezig: de heren [Schippers] en [D'Souza]
[d'Ancona] leest mee
[J. in den Bosch]
Opsteller: [ter Weele]
[De Boer] wil dat de drempel omlaag gaat.
[De Haan] vraagt of dit mag.
[De Groot] heeft dit uitgezocht.
[Van Dongens] opmerking is verwerkt.
[Van Keulens] rapport
[De Wits] voorstel is goed
[Jansens] lijst klopt niet
Fam. [Hendriks] kreeg een brief.
dhr. [Kip] en mw. [Ali]
mevr. [S.]
Dhr [Van 't Hoff]
heer [Nguyen]
Mr. [Fransen] pleitte.
Dr. [Sterk] ontwierp dit
Prof. [Van Wee]
Ds. [Visser]
[JP de Vries] schreef dit
[HJ Smit] en [AM Kooistra]
Steller: [PJ van Loon]
[Karin B.] belde
Gesproken met [Mohamed A.] en [Lisa V.]
[Piet de J.] is vrij
Portefeuillehouder [M. (Mirjam) ten Broeke]
[J.A. (Jan) Hoekstra]
[H. (Henk) van Dijk] is eigenaar
[A.B.M. (Anton) Kerkhof], teamleider
Contact: [K. (Kees) de Lange]
[Jan P. Balkema] tekende
[LvdM]: akkoord
Medewerker: [Kaya, Mehmet]
[Bos, Ellen van den] (projectleider)
[Brouwer, K. (Karin)]
[Mulder, Pieter Jan]
[Van Kesterens] rapport is besproken
[Hannekes] lijst
[Peters] model is oud
[Boonstra's] vraag
[Ahmeds] tabel
Ecoloog [Brongers] liep de route na.
Sluiswachter [Hidde Faber] opent de sluis zelf.
Kwaliteitscontroleur [Achterkamp] tekent elke maand.
Rayonmanager [Van Boven] en teamchef [Lindhout] zijn het eens.
De adviescommissie, voorzitter [Rademaker], gaf geen advies.
Loketmedewerkster [Aicha] ziet de melding eerst.
Interim-manager [Goudsmit] wilde stoppen.
Onze jurist [Pauw] vindt van niet.
Nieuwe collega [Berfin] neemt dit over van [Gijsje].
Stagiaire [Lin] heeft de labels gezet.
De heren [Ubachs] en [De Wolff] zijn gehoord.
De dames [Pinto], [Roozen] en [Ockels] deden de interviews.
Wethouder Wonen, [Marit Kloosterboer], tekende.
Burgemeester [Jorritsma-Lebbink]
Data-analist [Jarno V.] is vertrokken.
Eigenaar | [Tamara Vos] | Beheer | [Kees Rook]
Proceseigenaar: [T. Vonk] / Technisch beheer: [S. Ouali]
1. [Klaas Veenhof]; 2. [Rita Lubbe]; 3. n.v.t.
Contact 1: [Anja Siebring] Contact 2: [Bart Oldekamp]
Geïnterviewden: [Fatoumata Bah], [Ruud Schenkel] en een medewerker van de GGD.
Wie: [Hanneke]; wanneer: juni; hoe: telefonisch
Gebruikers: [Loes Rutgers] (leest), [Ab Willink] (schrijft)
Accordering: [B. Ooijevaar] d.d. 12-03
Verantwoordelijk: team Parkeren, [Harm-Jan Lok]
Respondent 4 ([Willem B.])
Verantwoordelijke: [Stoffer], [Bijl], [Wagenvoort]
Toets: [Van Opstal]; 2e toets: [Erdem]
Versie 0.3 - [Marloes] - na overleg
v0.2 [J. Zwartjes], v0.3 [M. Ait Hammou]
Wijziging [Petra] 14/6: drempel aangepast
[Nico] 4-5: navragen
[Nadia] -> [Ton]: klopt dit?
@[Ellen] wil je kijken
E-mail: zie [Sjaan van Balen].
Dit veld heeft [Corina] vorige week gevuld.
Volgens mij weet [Toine] dit.
Op de dag dat [Sefa] begon stond er niets.
Met [Iwan Tulp] is afgesproken dat hij dit bijhoudt.
Bij [Laura] ligt nog een oude versie.
Dank aan [Mandy Plooij] voor het meelezen!
Zonder [Gerrit-Jan] was dit er niet.
Na het vertrek van [Eelkje Sinnema] is de kennis weg.
Tijdens het verlof van [Noa] doet [Bram van Houten] het.
Ik heb dit van [Hettema] gehoord.
Dat zei [Kuperus] ook al.
Hierover heeft [Damstra] contact gehad met de AP.
Zoals [Ouwehand] in zijn memo schrijft.
Het rekenblad van [Siebolt] gebruiken we nog steeds.
In de vergadering vroeg [Lies Kortleven] naar de grondslag.
Het verzoek kwam van mevrouw [Ndiaye], bewoonster.
De klager ([Ó Briain]) trok zijn klacht in.
Op verzoek van bewoner [T.] zijn beelden gewist.
[Yara de Kleijn] & [Stijn Maas] hebben de workshop gegeven.
Samen met [Bilgin] en [Oosterwolde] gekozen.
Reactie [Fenneke]: niet doen.
Antwoord [Tieleman]: kan later.
Gecheckt [Jorn] 2-3
Nog afstemmen met [Hatice] / [Ed].
Vorige eigenaar was [Folkerts], nu [Wiering].
Zie https://www.gemeente.example/medewerkers/[marloes-van-kesteren] voor contact.
Zie /team/[jan-smit]
De klacht van [Els D.] is afgerond.
Aanwezig: [H. Mulder], [G.J. Ploeg], [Fien], en [Sjaan K.]
Dat vroeg [Dijkhuizen] in de raad.
[Van Asseldonks] methode is beschreven
Opdracht: [Hermien ter Haar-Bos]
Naar wens van [Pauw] of [Kok] aangepast
[Öznur Yılmaz-Çelik]
Kandidaat: [Jensen, Mads]
Hoi [Daphne], de lijst staat klaar. Groetjes [Jochem]
beste [ingrid], zie de bijlage
[Olde Keizer] en [Groot Koerkamp] tekenden
[ALI YILMAZ] keurde goed
[JANSEN, P.]
Notulist: [Sanne R.]
"""

#: The same shapes with nobody in them, and what is named after people.
NOBODY_IN_SHAPES = """
Van: Servicedesk Aan: Team Data Onderwerp: storing
Van: Gemeente Assen Aan: Provincie Drenthe
Datum: 3 maart Van: Afdeling Financiën Aan: College
Met vriendelijke groet, namens het team Data
Aanwezig: team Data, team Inkoop, de leverancier
Actie: Inkoop
Actie: Juridische Zaken
Afwezig: Handhaving
Van Dam & Zonen leverde de sensor.
Bureau Hiemstra & De Vries schreef het.
Peters & Partners, Nolte & Brandt en Visser & Smit
Ernst & Young en Hoppe & Co
Naam: Algoritme Parkeren Versie: 2
Functie: beheerder Naam: Zaaksysteem Leverancier: Centric
Eigenaar: Burgerzaken. Beheerder: ICT. Tester: Leverancier.
Ontvangen van Rijkswaterstaat (RWS) en Vewin.
Door Eneco, Vattenfall en Essent aangeleverd.
Controle door Deloitte, KPMG of EY.
Geleverd door Centric, Pink en Atos.
Gecontroleerd door Noord, Zuid en Centrum.
De stabiliteit volgens Bishop is berekend.
Berekend volgens Koppejan.
Route volgens Dijkstra met een grens.
Gewogen volgens Gini.
De kalibratie volgens Platt is gedaan.
Getrouwheid volgens Cohen's kappa.
Verdamping volgens Makkink, correctie volgens Thornthwaite.
Afvoer volgens Darcy-Weisbach
De afstand van Mahalanobis
Gerekend met de correctie van Bonferroni en de toets van Welch.
gecorrigeerd met factoren van Feddes
De Groot Handelshuis levert.
Mr. Fill is een prullenbak
Ir. Lelygemaal
Mr. Koekoekweg
Ir. D.F. Woudagemaal
Het Dr. Schaepmanplein
De Dr. Nolenslaan
Type B. Dijk
BV Smit en NV Jansen
AI Act en GIS Viewer en IT Beheer
Wouda, Lely, Hoogland en Cruquius zijn gemalen.
Smit, Bolnes en Wärtsilä zijn motoren in het gemaal.
Het gemaal Leemans en het gemaal De Blocq van Kuffeler
Windpark Jaap Rodenburg en zonnepark Piet de Wit
Windpark Krammer
Basisschool Pieter Jelles
Gymnasium Johan van Oldenbarnevelt
Het Stedelijk Lyceum Cornelis Haga
De Prins Hendriksluis en de Johan Frisosluis
De Commissie-Veerman en de Commissie-Donner
De Commissie Donner adviseerde
Mollen en muizen graven in de dijk.
Vangnetters zijn werknemers.
Bevers en dassen graven.
Wissels en seinen worden bewaakt.
Kappers en slagers krijgen een brief.
Mai is een chatbot
Mai (Montferland AI)
Het doel van Mai is antwoorden geven
Schrijfwijzen zoals Müller/Mueller
de spelling (Müller/Mueller) of dubbelklanken
De naam Hector verwijst naar het systeem.
De naam Iris staat voor het programma.
Rek.nr. en Tel.nr.
Rek. van de gemeente
Uplift-Van
De Hoge Veluwe en De Wieden
Gemeente Hof van Twente en De Ronde Venen leveren data.
De Wet Van der Steur is ingetrokken.
De Rijn, de Waal en de Lek worden gemeten.
Bos en Water werken samen.
Jonge ouders, Oudere werknemers en Starters
Beheer door Water en Groen.
Contact: Team Wijkbeheer Noord
Contact via Loket Werk.
Eigenaar: Domein Sociaal
Beheerder: Publiekszaken / Belastingen
Aanwezig: Wonen, Werk & Inkomen
Actie: Communicatie & Participatie
Gebouwd door Microsoft, Esri Nederland en Sweco.
Geleverd door Roxit Software.
Zie de motie Omtzigt c.s. en het amendement Leijten.
Het model heet Berta en draait op Snowflake.
Met Copilot en Claude zijn teksten herschreven.
Getest met Random Forest, XGBoost en Prophet.
Type A. Bomen; type B. Struiken
Bijlage B. Grondslagen
Park Lingezegen, Park Frankendael en Landgoed Clingendael
Zorggroep Almere, Stichting Humanitas en Leger des Heils
De wijken Stadshagen, Assendorp en Holtenbroek
Buurten zoals Oud-Zuid, De Pijp en Rivierenbuurt
Station Lelylaan en halte Burgemeester Cramergracht
Burgemeesters en wethouders besluiten.
Inspecteurs, Boa's en Toezichthouders krijgen de lijst.
Kinderen van Ouders met schulden
Wijziging Besluit bouwwerken leefomgeving
Verantwoordelijke: Directeur Stad
Verwerker: Topicus Onderwijs
PO: Team Data; FG: Privacy Office
Naam: Slimme Camera's
Naam systeem: Sofia
Naam algoritme: Otto
Applicatie: Iris Intelligence
Het project Sterk Huis en het project Jong Talent
Mail: info@gemeente.nl, Tel: 14 010
Met vriendelijke groet, het college
Akkoord: ja. Gezien: nee.
Getest op Windows en Mac
Van: Januari Tot: Maart
Van Hoog naar Laag
Klein Amsterdam en Groot Rotterdam
Nieuwe Gracht en Oude Haven worden afgesloten.
Oude Tonge en Nieuwe Pekela
Bodem, Lucht en Geluid zijn getoetst.
https://x.example/team/data-en-ict
/contact/openingstijden-balie
De Bilt heeft meegedaan en De Wolden kijkt mee.
De Lier wil meedoen.
Het Commissariaat voor de Media (CvdM) houdt toezicht.
Raad van de Rechtspraak (RvdR)
In de tabel staat kolom A. Daarna volgt kolom B. Verder niets.
De Klerk en de baas
Gebeld met de gemeente.
Met de Omgevingsdienst is dit afgestemd.
De Berg heeft een hoogte van 30 meter.
Wie vindt Amsterdam te duur?
De inspectie vindt Noord te druk.
Wie weet Excel te gebruiken?
De raad besprak Omgevingsvisie en Woonvisie.
"""
