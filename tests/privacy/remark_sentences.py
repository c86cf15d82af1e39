"""Sentences to develop the detection of remarks with, other ones than those of the measurement."""

#: Each holds a remark that was meant for colleagues.
FOR_COLLEAGUES = """
Nog afstemmen met de jurist.
Graag even aanvullen door het team.
Doel: betere planning. Klopt dit nog?
Svp controleren of dit artikel goed is.
Leverancier: n.t.b.
Drempelwaarde nog te bepalen.
Dit veld niet opnemen in de publicatie.
Onderstaande tekst niet in het register zetten.
Naam weglakken voor publicatie.
Graag lakken: het adres hieronder.
Deze paragraaf schrappen voordat dit online gaat.
Politiek gevoelig, eerst langs het bestuur.
Het rapport ligt onder geheimhouding bij de raad.
Uitsluitend bestemd voor het managementteam.
Alleen bedoeld voor medewerkers van de afdeling.
Let op: niet met de pers delen.
TLP:AMBER
Classificatie: intern
Dep. V.
Voorlopige versie, wijzigingen volgen.
Versie 0.4 concept
Conceptversie, niet verder verspreiden
>> navragen bij de leverancier
Invullen door functioneel beheer
PM: cijfers van 2023.
Lorem ipsum dolor sit amet
Mag nog niet naar de raad.
Niet voor derden bestemd.
Hier komt nog een toelichting.
Deze zin moet eruit.
Off the record: de proef is mislukt.
Graag discreet mee omgaan.
Dit stuk niet doorzetten aan bewoners.
Vertrouwelijk behandelen!
Opm. JK: artikel klopt niet.
(vraag: is dit de juiste wet?)
Oude tekst laten staan of weg?
Nog niet vastgesteld door het college.
Wil je deze alinea nog even nalopen voor we publiceren?
Die tweede zin klopt volgens mij niet meer.
Moet de naam van de leverancier hier genoemd worden?
Kan dit stukje er niet beter uit?
Haal die voetnoot maar weg.
Laat de drempelwaarde weg in de versie voor de site.
Zet dit niet in het register, daar krijgen we gedoe mee.
Ik twijfel of dit onder artikel 22 valt.
Geen idee wat hier moet staan.
Wat moet hier ingevuld worden?
Wie vult dit in?
Deze cijfers eerst laten checken door control.
Dit mag pas online na het besluit van het college.
Pas publiceren na 1 juli!
Niet rondsturen a.u.b.
Alleen voor jullie ogen.
Dit blijft tussen ons.
Graag in vertrouwen behandelen.
Onderstaande is niet voor de buitenwereld.
Deze uitleg is te technisch, kan iemand die herschrijven?
Tekst moet korter, max 200 woorden.
hier nog iets over bezwaar zetten
link naar dpia nog toevoegen
bedrag klopt niet, navragen bij inkoop
Nog geen reactie van de leverancier ontvangen op deze tekst.
wie weet wat de bewaartermijn is?
Zie opmerking in de kantlijn.
Overgenomen uit de offerte, dus niet letterlijk zo plaatsen.
For internal use only
Not for distribution outside the project team
Internal note: numbers not verified
Please do not publish this paragraph.
Can someone confirm this is still correct?
Remove before publishing.
needs review by legal
to be completed
STRENG GEHEIM
Geheim, niet kopiëren
VERTROUWELIJK: niet doorgeven aan de ondernemingsraad
INTERN GEBRUIK - niet voor derden
Rubricering: Dep.V.
Aan de webredactie: graag onderstaande alinea niet overnemen.
@Petra kun jij dit nog checken
Kunnen we dit zo openbaar maken?
Is dit niet te gevoelig voor buiten?
Liever niet opnemen, ligt gevoelig bij de OR.
Dit hoeft de burger niet te weten.
Hoeft niet op de site.
Hier wil de wethouder eerst nog naar kijken.
De jurist moet hier nog naar kijken.
Deze omschrijving is nog niet afgestemd.
Weet niet of dit klopt.
Kopie uit oude versie, nog actualiseren.
Dit heb ik overgenomen van de vorige registratie.
Deze vraag snap ik niet.
Moet dit erin of niet?
Mogen we de naam van het bedrijf noemen?
Mag de formule openbaar?
Staat dit niet al bij het doel?
Hoort dit niet bij risico's?
dubbel met vorige alinea, schrappen?
Vorige zin kan weg.
Bovenstaande zin herformuleren.
nog B1 maken
taalniveau nog aanpassen
Hier de definitieve tekst plakken.
[tekst volgt]
[naam systeem invullen]
Nog geen tekst.
Nog leeg.
Komt later.
Wordt nog aangevuld door team data.
Dit onderdeel wordt later ingevuld.
Tekst wordt nog aangeleverd door de leverancier.
Nog niet gereed voor publicatie
Eerst akkoord FG nodig voordat dit openbaar mag.
Wachten tot de rechtszaak voorbij is, dan pas noemen.
Vanwege de lopende rechtszaak deze passage niet naar buiten brengen.
Persvoorlichting wil dit niet in de openbare versie.
De drempel niet vermelden, anders gaan mensen ermee sjoemelen.
Niet noemen dat het model eerder is stilgelegd.
Formule graag weglaten: concurrentiegevoelig.
Alleen delen met de projectgroep.
Dit document is uitsluitend bestemd voor de stuurgroep.
Verspreiding beperkt tot de afdeling.
Mag niet buiten het team komen.
niet mailen naar bewoners
Wissen na lezen.
Hou dit even voor jezelf.
Houd deze informatie binnen de afdeling.
Even checken bij Fatma.
Volgens Bart klopt dit niet meer.
Ben ik hier nog iets vergeten?
Ik weet niet zeker of dit nog actueel is.
Dit lijkt me niet juist.
Hebben we hier een bron voor?
Citaat controleren!
Nakijken!
Check!
Spelling nog nalopen
Voor de redactie: kopje aanpassen.
Notitie voor mezelf: cijfers 2024 opvragen
Nb. deze alinea is door ChatGPT geschreven, nog controleren
Reminder: hoofdstuk 3 herschrijven
Hoi Karin, wat vind je van deze omschrijving?
Zou je deze tekst voor vrijdag willen reviewen?
Willen jullie hier nog op reageren?
Ik hoor graag of jullie het hiermee eens zijn.
Graag jullie input op dit stuk.
Graag jouw reactie voor 1 maart.
Voel je vrij om deze tekst aan te passen.
Deze zin is van de vorige projectleider, mag weg.
Het stuk over de leverancier moet eruit voordat het online gaat.
Dit is een werkdocument.
Ruwe versie, niet lezen
Nog in ontwikkeling: tekst onder voorbehoud.
De naam van de melder graag onleesbaar maken.
Namen zwart maken voor publicatie.
Haakjes weghalen als de cijfers er zijn.
Gelet op artikel 5.1 Woo dient deze bijlage buiten de openbaarmaking te blijven.
Bovenstaande passage s.v.p. niet overnemen in de te publiceren versie.
Verzoeke deze zinsnede te laten vervallen.
Ter informatie van de redactie: deze cijfers zijn nog niet vrijgegeven.
Deze tekst is onder geheimhouding gedeeld met de raad.
Kabinet: niet ter inzage leggen.
Alleen ter kennisneming van het bestuur.
Uitsluitend ambtelijk.
Ambtelijk concept, nog niet voorgelegd aan de wethouder
Stuk is nog niet bestuurlijk vastgesteld
Nog te accorderen door directie
Wacht nog op fiat van de FG
vraag staat uit bij legal
placeholder, moet nog vervangen worden
hier hoort eigenlijk een plaatje
wat bedoelen ze hier met impact?
kweenie of dit erin moet
nog ff checken
ff kijken of dit klopt
Kan dit zo de deur uit?
Is dit nog actueel?
Wat vul ik hier in?
Moet ik dit veld invullen of mag het leeg?
Snap niet wat ze bij dit veld willen weten.
Welke wet moet ik hier noemen?
Ik heb maar wat ingevuld, graag controleren.
Sorry, ik wist niet wat ik hier moest zetten.
Dit stond er al, ik heb er niets aan veranderd.
Dit is nog de tekst van de leverancier, zelf nog aanpassen.
Kees vragen of dit nog zo is.
Akkoord van de CISO ontbreekt nog.
Tabel klopt niet met de bijlage, nazoeken.
Drempelwaarde bewust niet ingevuld.
De werkelijke grens noemen we liever niet.
We houden dit liever vaag.
Zet hier maar iets algemeens neer.
Formuleer dit wat vriendelijker voor de buitenwereld.
Maak hier een lopende zin van.
Knip deze zin in tweeën.
Plak hier de tekst uit de DPIA.
Neem dit stuk niet mee bij het publiceren.
Gooi de laatste twee zinnen er maar uit.
Verwijder mijn naam voordat dit live gaat.
Mijn naam hoeft er niet bij.
Onze namen graag weghalen.
Let op, hier staan nog namen in!
Namen nog weghalen
Bevat bedrijfsgeheimen van de leverancier, niet vrijgeven
Deze methode niet prijsgeven, dan werkt de controle niet meer
Niet aan de grote klok hangen.
Voor intern beraad.
Persoonlijke beleidsopvatting, hoort hier niet thuis.
Opsporingsinformatie, niet verstrekken.
Rood: alleen voor opsporingsteam
Bronbescherming! Deze regel nooit openbaar maken.
for your eyes only
pls don't share outside the team
TBC with legal
Do we really want to say this publicly?
Needs a better description.
Not sure this is right, please check.
This paragraph should not go public.
Please leave this field blank for now.
zie comment van Bas
Versie voor commentaar
commentaar verwerken van JZ
2e lezer: deze alinea is onbegrijpelijk
@Ilse, jij weet dit vast
Marleen, wil jij dit nog aanvullen?
Tekst onder de streep is alleen voor ons.
even parkeren
Later uitwerken
Volgt na vaststelling
Onbekend, uitzoeken!
Geen tijd gehad om dit uit te zoeken
???
Kan iemand van team Juridisch hiernaar kijken?
De eerste alinea is van mij, de rest moet nog.
Graag feedback op de laatste paragraaf.
Wil je de afkortingen nog uitschrijven?
Zullen we dit samenvoegen met het veld hierboven?
Ik zou dit weglaten.
Wij willen dit liever niet op internet hebben.
Laat deze zin staan tot de uitspraak van de rechter.
Voor publicatie nog langs de woordvoerder.
Kan dit openbaar gemaakt worden zonder toestemming van de leverancier?
Juridisch risico, eerst bespreken
Heel deze alinea mag geschrapt worden.
te technisch, herschrijven
Dit is te vaag.
Veel te lang, inkorten!
Bijlage 3 niet meeleveren.
Alleen de samenvatting publiceren, niet het hele stuk.
Onderstaande namen zijn vertrouwelijk.
Bedragen zijn bedrijfsvertrouwelijk.
Svp vertrouwelijk houden tot het debat.
Werktekst, graag aanvullingen in rood.
Rode tekst is nieuw, blauwe tekst mag weg.
gele passages nog afstemmen
Zie track changes
Tekst hieronder gekopieerd uit het jaarplan, nog omwerken
Dit kan beter.
Wie is hiervan de eigenaar, weet jij dat?
Deze vraag overgeslagen, geen idee.
Voorbeeld nog anonimiseren!
Oude naam van de afdeling, bijwerken.
Link werkt niet meer
Dit stuk is niet van ons, hoort bij team Inkomen.
Nog geen toestemming van de betrokkene om dit te vermelden.
Ter goedkeuring bij de directeur.
do we have a source for this?
"""

#: What sounds like one, but tells something to the citizen.
FOR_CITIZENS = """
De medewerker kan het formulier aanvullen.
U kunt de gegevens zelf controleren en aanvullen.
De inwoner moet het formulier invullen.
De waarde is nog te hoog voor een oordeel.
Het algoritme helpt om persoonsgegevens weg te lakken voor publicatie.
De tool lakt namen, zodat stukken openbaar kunnen worden.
Vertrouwelijke gegevens worden versleuteld.
Gevoelige persoonsgegevens worden niet gebruikt.
De medewerkers hebben een geheimhoudingsplicht.
Het besluit is nog niet onherroepelijk.
De regeling is alleen bedoeld voor mensen met een laag inkomen.
De kaart is uitsluitend bestemd voor bewoners met een vergunning.
De toelichting staat in de bijlage.
Het college heeft de regels vastgesteld.
De chatbot vraagt: klopt dit adres?
De uitkomst wordt niet met derden gedeeld.
De gegevens worden niet gepubliceerd.
De gemeente informeert de raad elk jaar.
Het concept van de verordening lag ter inzage.
Oude gegevens worden na een jaar verwijderd.
De pers kan vragen stellen aan de woordvoerder.
De burgemeester wijst een nader te bepalen gebied aan.
In de eerste versie van het model ontbrak de leeftijd.
Bent u het niet eens met het besluit?
Klopt uw adres niet?
Hoe maakt u bezwaar?
Wie beslist over mijn aanvraag?
Kan ik bezwaar maken?
Wat doet de gemeente met mijn gegevens?
Mag de gemeente mijn gegevens delen?
Hoe kan ik mijn gegevens laten verwijderen?
Weet u niet zeker of u in aanmerking komt?
Heb je vragen over dit algoritme?
Wil je weten welke gegevens we van jou gebruiken?
Ben je het niet eens met de beslissing?
Welke gegevens gebruiken we?
Wat gebeurt er als ik niets doe?
Wij delen uw gegevens niet met anderen.
We publiceren de uitkomsten elk jaar op onze website.
De medewerker controleert of het adres klopt.
De behandelaar kijkt altijd zelf naar deze melding.
De medewerker kan dit veld leeg laten.
Een jurist leest de tekst van het besluit na.
Het systeem markeert namen die niet openbaar mogen worden.
De tool lakt namen in documenten voordat ze openbaar worden gemaakt.
Het model herkent passages die moeten worden weggelakt.
De medewerker bepaalt of een passage wordt weggelakt.
Persoonsgegevens worden verwijderd voordat het document op de website wordt geplaatst.
Het algoritme stelt een tekst voor; de medewerker past deze tekst aan.
Deze tekst wordt door een medewerker gecontroleerd.
De samenvatting wordt altijd nagekeken door een redacteur.
De chatbot geeft geen antwoord als hij het niet zeker weet.
Als de chatbot het niet weet, wordt de vraag doorgestuurd naar een medewerker.
De drempelwaarde wordt niet openbaar gemaakt, omdat mensen daar misbruik van kunnen maken.
De broncode is niet openbaar.
De weging is niet openbaar vanwege de opsporing.
Deze informatie is niet openbaar op grond van artikel 5.1 Woo.
De gegevens worden alleen intern gebruikt.
Het dashboard is alleen bedoeld voor intern gebruik door de gemeente.
De uitkomst is alleen zichtbaar voor medewerkers van team Toezicht.
Vertrouwelijke stukken worden niet verwerkt.
De leverancier mag de gegevens niet verspreiden.
De gegevens mogen niet worden gedeeld met derden.
Het algoritme wordt nog verder ontwikkeld.
De evaluatie wordt in 2025 afgerond.
Het algoritme is nog in ontwikkeling.
Er is nog geen evaluatie uitgevoerd.
In een volgende fase wordt het model aangevuld met andere bronnen.
De proef loopt nog tot eind 2025.
Het is nog niet bekend wanneer de proef stopt.
De impact is nog niet onderzocht.
Het model wordt later uitgebreid met foto's.
Vul het formulier volledig in.
Controleer of uw gegevens kloppen.
Stuur een e-mail naar de gemeente.
Neem contact op als u twijfelt.
Let op: u moet zelf de wijziging doorgeven.
Lees meer in de handleiding.
Kijk op de website voor meer uitleg.
Zie de bijlage voor een lijst van kenmerken.
Bekijk deze lijst met veelgestelde vragen.
Niet alle velden hoeven te worden ingevuld.
Het veld mag leeg blijven.
Dit veld is verplicht.
Deze lijst wordt elk jaar aangepast.
Deze regel geldt niet voor kinderen.
Die cijfers worden door het CBS gepubliceerd.
Dit register is openbaar.
Dit model is openbaar.
De lijst met namen gaat naar de inspecteur.
De inspecteur beslist of dit bedrijf wordt bezocht.
Dit kenmerk telt niet mee.
Dit onderdeel van het model is uitgezet.
Het kenteken wordt onleesbaar gemaakt.
Gezichten worden zwart gemaakt voordat iemand de foto ziet.
Mensen die niet willen dat hun naam wordt genoemd, kunnen dat melden.
Bij twijfel beslist de medewerker.
Bij twijfel vraagt de medewerker het na bij een collega.
Een collega kijkt mee bij moeilijke zaken.
Wie twijfelt, kan de uitkomst laten controleren.
Stap 1: invullen. Stap 2: controleren.
laag -> middel -> hoog
Versie 1.2 -> 1.3
Stappen: aanvraag -> controle -> besluit.
Route: melding → beoordeling → bezoek
Afstemmen met de wijkagent hoort bij het werk.
Het team stemt de planning af met de buurt.
De planner overlegt met de chauffeur.
Actie: de inspecteur gaat langs.
Het college is eindverantwoordelijk.
Ik geef toestemming, zegt de inwoner in de app.
Vraag: hoe oud is de aanvrager?
Vragen? Bel de gemeente.
Nog vragen? Mail ons.
Heeft u een klacht over de chatbot?
Wat betekent dit voor u?
Wat als het model een fout maakt?
Waarom gebruiken we dit algoritme?
Is er een mens betrokken bij het besluit?
Zijn er risico's?
Wordt mijn aanvraag door een computer beoordeeld?
Het concept wordt aan de medewerker voorgelegd.
De chatbot schrijft een conceptbrief, die de medewerker aanpast.
Een concept van het besluit ligt ter inzage.
Het conceptbesluit wordt gecontroleerd door een tweede medewerker.
De interne controle vindt elk kwartaal plaats.
Intern wordt de uitkomst elk kwartaal getoetst.
De intern begeleider krijgt een overzicht.
Gevoelige gegevens zoals gezondheid worden niet gebruikt.
Het model is gevoelig voor fouten in de invoer.
Het is gevoelig voor vertekening.
De gemeente houdt het embargo van het CBS aan.
De raad besprak het rapport achter gesloten deuren.
De redactie van de website plaatst het bericht.
De burger hoeft niets te doen.
U hoeft dit niet te weten om een aanvraag te doen.
De inwoner kan laten weten of dit zo goed is.
Wij horen graag of u tevreden bent.
Laat ons weten wat u van deze pagina vindt.
Heeft deze tekst u geholpen?
Was deze uitleg duidelijk?
Kloppen deze gegevens niet? Dan kunt u ze zelf aanpassen.
Dit nummer vermelden als u belt.
Graag uw kenmerk vermelden.
Alleen bevoegde medewerkers kunnen het bestand openen.
Het bestand is alleen toegankelijk voor het projectteam.
Overleg met leverancier gepland op 3 mei.
Toegang is nog niet ingetrokken.
Certificaat verloopt nog dit jaar, vervangen door beheer.
Wie heeft toegang? Alleen de beheerders.
Wie controleert de uitkomst? Een medewerker.
Check de meterstand elke maand.
De inspecteur kan dit stuk van het rapport aanpassen.
Je mag zelf kiezen welke gegevens je invult.
Weet je het antwoord niet? Dan kun je de vraag overslaan.
Ik wil bezwaar maken, hoe doe ik dat?
Staat uw vraag er niet bij?
Komt de uitkomst niet overeen met de werkelijkheid? Laat het ons weten.
Zo nodig vraagt de medewerker om meer informatie.
De medewerker vult de ontbrekende gegevens aan.
De medewerkers kunnen de lijst aanvullen met eigen kennis.
Eerst controleert het systeem de invoer, daarna kijkt een medewerker.
Even een afspraak maken kan via de website.
Niet alle gegevens zijn openbaar.
De resultaten zijn nog niet openbaar.
Het rapport komt online zodra de raad het heeft vastgesteld.
De leverancier houdt de werking van het model geheim.
Bedrijfsgeheimen van de leverancier worden niet gedeeld.
De scores zijn alleen zichtbaar voor het team Handhaving.
De gegevens blijven binnen de gemeente.
De foto's blijven binnen Europa.
Zo blijft de controle onder toezicht van de afdeling.
De uitkomst is niet bedoeld voor andere doelen.
Deze tool is niet voor kinderen.
Het document wordt na een jaar vernietigd.
De bijlage beschrijft de kenmerken.
In dit veld staat de datum van de aanvraag.
Het veld opmerkingen wordt niet gebruikt.
Vrije tekst wordt niet verwerkt.
De tekst wordt vertaald naar vijf talen.
Voor elke zin geeft het model een score.
De alinea's worden gesorteerd op onderwerp.
De samenvatting kan fouten bevatten; lees altijd het hele stuk.
Lees de tekst goed door voordat u tekent.
Controleer altijd de bron.
Wie de regels overtreedt, krijgt een boete.
Wie kan dit bestand openen?
Waar staat deze informatie?
Kan ik deze beslissing laten herzien?
Is dit algoritme eerlijk?
Worden er foto's van mij gemaakt?
Mag een computer dit beslissen?
Waarom krijg ik deze brief?
Hoort dit bij het toezicht van de provincie?
Hoe zeker is het model van zijn zaak?
Het model weet niet wie de aanvrager is.
Het is niet zeker of de proef doorgaat.
De gemeente weet nog niet of het algoritme wordt vervangen.
We weten niet precies hoeveel mensen dit raakt.
Wij vinden het belangrijk dat u weet hoe dit werkt.
Wij noemen dit een vals alarm.
We laten de leeftijd weg, zodat het model niet op leeftijd let.
Namen en adressen laten we weg.
Wij halen de namen uit de tekst voordat het model die leest.
Eerst worden namen weggehaald, pas daarna leest het model de tekst.
Dit moet nog worden getoetst door de rechter.
Hierover moet de raad nog beslissen.
De wet moet nog door de Eerste Kamer.
Er volgt nog een tweede ronde.
De uitkomst volgt binnen zes weken.
Nog geen account? Maak er een aan.
Nooit wachtwoorden delen.
Deel nooit je wachtwoord.
Stuur geen foto's van je paspoort mee.
Openbare informatie wordt niet gelakt.
Interne medewerkers hebben toegang via hun werkplek.
Het interne team beoordeelt de uitkomst.
Checken of de sleuf leeg is doet de robot zelf.
Graag zien we dat bewoners meedenken.
Graag helpen we u verder.
Het algoritme is met open vragen getest bij twintig bewoners.
De parkeerwachter voert het kenteken in en wacht op antwoord.
Koppeling getest op 3 maart, werkt weer.
Back-up teruggezet door beheer, alles weer online.
Licentie verlengen voor 1 januari.
Zaak doorgezet naar juridische zaken.
Kunt u aantonen dat het niet klopt?
De rechter kan dit besluit vernietigen.
Voor publicatie worden alle namen verwijderd.
Een jurist kijkt hier altijd naar.
De adviseur vult de vragenlijst in en bespreekt die met de klant.
Het bestand wordt niet meegeleverd aan de leverancier.
Welke regels gelden hier?
Het bezwaar moet nog worden behandeld.
Wij beantwoorden uw vraag binnen twee weken.
De foto blijft alleen op de telefoon staan.
De kaart is te vaag om personen te herkennen.
De lijst gaat eerst naar de teamleider en daarna naar buiten.
De robot stopt als er iemand in de buurt komt.
Alleen de samenvatting wordt bewaard.
Dit kenmerk is te gevoelig voor toeval.
Deze grens is bewust laag gekozen.
Gebruik dit formulier om een fout te melden.
Gebruik de zoekbalk om een regeling te vinden.
Let op: het model kan zich vergissen.
Let op: dit is geen besluit.
Nog geen inwoner heeft bezwaar gemaakt.
Zet de schakelaar om als u geen meldingen wilt.
Verwijder de app als u niet meer mee wilt doen.
Weet je het zeker? De app vraagt het twee keer.
Er is nog geen antwoord op de vraag hoe dit in de winter werkt.
Wij toetsen dit elk jaar opnieuw.
Wij willen dit in de toekomst ook voor scholen doen.
Dit doen we om fouten te voorkomen.
Dit kunt u zelf controleren.
Dit is nog nooit gebeurd.
Hier werken mensen en computers samen.
Hier staat een camera.
Hier kan een medewerker de score aanpassen.
Eerst kijkt de computer, dan de mens.
Eerst wordt gekeken of het adres bestaat.
We noemen dit een signaal.
Dit noemen we een signaal.
Deze informatie delen we met de politie als de wet dat zegt.
Die informatie is niet voor de politie bestemd.
De bijlagen worden niet openbaar gemaakt.
De leverancier noemt dit verrijken.
Zie ook het veld doel.
Bij vragen: bel het klantcontactcentrum.
"""
