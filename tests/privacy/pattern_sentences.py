"""Sentences to develop the detection of numbers, accounts, servers, paths, secrets, remarks with.

They are other ones than those of the measurement. What has to be found stands between «».
"""

FOUND = {
    "phone": r"""
Vraag Bea (toestelnr «3381»)
""",
    "birth_date": r"""
111222333; Noor; «12-03-2017»
1234.56.782 / Bakker / «12-03-2016»
de vorige beheerder (van «'63») weet dit nog
ik ben van «3/4/1999» en kan niet inloggen
moeder «1961», dochter «1990»
zusje («2013») ook
Ruud H. (*«1950») is met pensioen
patiënt in de figuur: «3 mei '46»
gebjr «1988», mail volgt
Transporteur: Ferdinand Bakboord, «16 maart 1971», bsn 111222333
vader Rachid («1971») is verhuisd
Het geboortejaar van de melder («1952») staat erin.
mw Geertje 88 jr («3-9-'36»), score klopt
ik ben van «'58», dus bijna met pensioen
('Anna Kowalska','«1987-02-11»','Dorpsweg 2')
Ouder van twee kinderen, geboren «1991», zonder werk
Testpersoon 8; BSN 111222333; «04-09-1979»
123456782 | De Bruin | «03-11-'71»
111222333 / Bakker / «7-2-1958»
De melder (K. Verdonk, «09-08-1966») is teruggebeld.
De indiener (mw. Aydın, «23.01.1990») trok de aanvraag in.
geb.dat. «150472», vrouw
geboortedatum «120365» in de lijst
geb. «01/02/88», zonder partner
Collega Bart (*«3 juni 1961») gaat met pensioen.
Zij is geboren op «30-04-1999» in Assen.
Fout bij «29-02-1996», de verjaardag van de tester.
Dit geldt ook voor «14-03-2001», haar geboortedatum.
Partner: Noor, «12 nov. 1986»; kind: Bas, «4 feb 2012».
Dochter Saar, «9-9-2011», woont bij haar vader.
Man, «02-05-1949», alleenstaand
dob: «1975-06-30»
DOB «17 March 1980»
GEBDAT=«19810312»
v, geboren «'82», zonder werk
Kind (geboren «2014-05-06») is overgeslagen.
De cliënt werd geboren in «1947» te Emmen.
Geboortejaar: «1963»
geboren te Zwolle, «3 mei 1970»
Klager, geb. te Breda op «11-12-1955»
Betrokkene («12 maart '81») reageert niet.
Voornaam: Kees, geslacht: m, geboren: «5-5-65»
geboortedata: «3-4-1971» en «5-6-1973»
geboorteplaats Ede, «03-04-1971»
""",
    "user_id": r"""
curl -u «nachtjob»:Winter2023Winter http://api.intern:8080
usr=«pdekker» dst=10.2.3.4
assignee «u_kdejong», reporter Bea
De taak loopt als svc en «svcRapport» faalt.
«beh-kdevries» is vergrendeld
Proefaccount: «gast.lezer» met pw Kijk-even-mee7
Inlog kaartviewer: «kaart_lezer» (vraag Bea)
Loket zit op balieweb.lan, inlog «bl-chef» / Zomerzon7
mijn inlog doet raar («stage23-04»)
Toegang van de leverancier loopt via «ext-topicus-02».
Het beheeraccount «wtr-lezer» draait elke nacht.
service principal «sp-risico-batch-acc» vernieuwen
psql -h 10.1.2.3 -U «plezer» -d register
sudo: «batch-run» : TTY=pts/0
DB_USER=«score_rw» staat in de omgeving
ssh «kdekker»@bi-jump02
Users «p304417» en «x104983» hebben te veel rechten.
Arts «AD-vermeulenk» heeft de lijst gezien.
ssh naar de node als «svc_kaart_nacht»
Draait onder «svc-vthbatch».
service account «sa_rapportage»
Batch draait als «srv_risico»
run as «jobuser01»
sudo -u «dpietersen»
owner=«kjansen»
Wijziging doorgevoerd door «p204511» op 3 mei
aangepast door «u88123»
Verwijderd door «s1204431» om 10:41
Autorisaties: «jbakkerk», «mboer03» en «pnguyen» mogen schrijven.
Rechten: «kverdonk», «bosmanj»
Accounts «adm-dekker» en «dekkerj» opheffen
Laatst gewijzigd door: «kpostma.ext»
Laatst opgeslagen door «k.postma»
Aangemaakt door: «bdevries1»
Inloggen met «beheer02» / S1oot!kant
Inloggen kan met «raadpleger01».
Ingelogd als «jvdmeer»
Login: «pbos», rol: lezer
gebruiker «pkoster» heeft geen rechten meer
user «root_vth»
Username = «h.bakker»
uid=«jvdlaan»,ou=mensen
Medewerkernummer «4410233»
pers.nr. «102934»
P-nummer «P104882»
personeelsnr «77120»


RBAC-rol toegekend aan «tmulder2».
AD-account «mkaya»
user-id «EX10234»
Inlognaam: «jansenp03»
Gebruikersaccount «w.vanderlaan» is geblokkeerd
Bestand vergrendeld door «hofmanp».
Geopend door «hvdberg»
chown «jsmit»:data
Auteur: «mvisser»
modified by «t.mulder»
created_by: «dkoster»
Toegekend aan «KDEBOER».
Git-auteur «pjansen02»
Token hoort bij «adm.bakker»
«INTERN\pbakker» mag lezen
Eigenaar: «PROV\DeVriesK»
Behandelaar «KAY01» heeft akkoord gegeven
door «u118204» op 3 mei
Toegang voor «hdevries» en «pbakker»
Rapport gemaakt door «mdeboer»
""",
    "plate": r"""
Regel uit de export: 09:22:10; «KL418T»; zuid
camera 3; «12ABC3»; 80 km/u
De auto («ab12cd») stond stil
ANPR-hit «GX481K» om 8 uur
kenteken «GX 481 K»
de witte bus, «V-418-KL»
scan: «83ZKT9»
parkeerrecht voor «RS-482-N»
""",
    "case_number": r"""
datalek «FG-ZD-0112» is gesloten
Klacht «K2023-41» en «K2023-42» gaan over hetzelfde.
Nota «2024-0000098123» ligt klaar.
ticket bij de leverancier «CS0412345»
Vergunning «OMV.21.07.00233» is ingetrokken.
Kapmelding is beantwoord in «HZ_KAP-22-0871».
Overlast, staat onder «MOR 2023 66120».
slagboom stuk, gemeld onder «FMS 44210»
Klacht geregistreerd als «KL-SD-23-0044».
Wob-verzoek, zie besluit «2021/WOB/044».
zk «07-3391» is dubbel
Aanvraag OLO «6104427», ingediend in mei
De vergunning onder DSO «2024052100317» is verleend.
OLO-nummer «5530291»
In «ZK24001822» en «ZK24001937» was de uitkomst anders.
Schadeclaim nr. «SC-00417/21» ligt bij de verzekeraar.
AWB-nummer «ZWO 22/1407»
Rb. Den Haag «SGR 21/4480»
zaak «AMS 23/992 PW»
Melding «M2404 0912» bij TOPdesk
«I 2403 118» in TOPdesk is nog open
TOPdesk-melding «W2311 045»
Incident «INC0048213» is gesloten.
«CHG0031187» staat gepland.
change «C 2402 017»
Zaak «Z/23/118204» loopt nog
Ons kenmerk: «2023-Z04417»
Uw kenmerk «BEZ-2022-0417»
Bezwaar «BEZ.2023.0093»
Woo-verzoek «WOO-2023-112» van een inwoner
Wob-verzoek «2019/0441»
Klacht «K23-0871» is gegrond
klachtnummer «2022.118»
meldingnr. «774120»
dossier «VTH-2021-00443»
Proces-verbaal «PL0600-2023118204»
pv-nr «2023118204-1»
BVH-nummer «2023118204»
BVH «2022304417»
mutatienummer «PL1500-2022104411»
cliëntnummer «40118»
Wmo-nummer «218844»
cliënt «C104882» krijgt hulp
Jeugdwet-beschikking «JW-2023-00418»
beschikking «WMO.23.004418»
Debiteur «304118»
UWV-dossier «88120441»
CJIB «1122 3344 5566 7788»
parketnummer «16-104882-22»
rekestnummer «C/16/523411 / FA RK 21-884»
zaak-/rolnummer «C/05/402118 / HA ZA 22-118»
incidentnr «2024-0193»
datalek «DL-2023-014» is gemeld
ticket #«48213»
zie zaak #«2204188»
JIRA-ticket «VTH-1182»
Aanvraagnr. «A2023.00441»
aanslagnummer «8812.04.417»
vergunning «2022-OV-00417» ingetrokken
Handhavingszaak «HZ-2024-0017»
Dossier: «2023.0041.88»
casus «C-22-0118»
AVG-verzoek «2023/1182»
zaaknummer «22 / 1183»
TOPdesk «M23 04 118»
Melding openbare ruimte «1182044»
""",
    "credential": r"""
curl -u nachtjob:«Winter2023Winter» http://api.intern:8080
Er zat een sleutel bij (de oude sleutel is weg («Kp7-Rtq-1122-Xx»)).
job draait (wachtzin «groene vijver 7»)
kluisje, code «0-4-0-4»
wachtwoord staat in settings.yml («Dennen!2023»), nog wissen
toegangscode viewer «3311-wilg»
wachtwoord pdf «Kade17»
Loket zit op balieweb.lan, inlog bl-chef / «Zomerzon7»
passphrase «drie natte handdoeken»
wachtzin «twee-droge-sokken», vraag Bea
sleutelkast code «C3391#», eerste verdieping
kluis «40-11-62» in het archief
export PGPASSWORD=«x8Tt_4mLq»
wachtwoord van de zip met foto's: «Berk!4_mei»
Code van het sleutelkastje in de hal: «5512»
Pincode van de tablet in de bus: «2209»
De wifi-code op de werf is «molenwiek2021».
wifi: «Zomer@haven3»
wifi-wachtwoord «polder-1953»
FTP: ftp.leverancier.example map /uit wachtwoord «Zwaluw_en_uil»
ww «haring7!»
ww: «haring»
(wachtwoord «Appel!taart»)
het wachtwoord is «kanaal88»
pw=«Trein2020»
pw «Fiets#12»
API-key «a81c9f20d3e84b7c»
api_key: «9f3c-22ab-8d1e»
x-api-key: «k3j4h5g6f7»
client_secret = "«Q8~zz11abC»"
token «d9b2-77ac-1f3e»
Authorization: «Bearer abcdefghijklmnop1234»
Authorization: Basic «dXNlcjpwYXNz»
Server=db01;User Id=app;Password=«Gr0en!»;
postgres://«app:Rood123»@db01/vth
SAS-token «sv=2022-11-02&sig=abcDEF123»
AccountKey=«Zm9vYmFyMTIzNDU2Nzg5MA==»
passphrase: «drie blauwe eenden»
passphrase "«korte zinnen werken»"
toegangscode «4471#»
alarmcode «8812»
inloggen met lezer / «Lezer2019!»
user lezer, pass «Lezer2019!»
gebruiker: lezer ww: «Lezer01»
Inloggegevens: lezer / «Lezer!01»
het standaardwachtwoord is «Welkom123»
beheerwachtwoord: «B3heer»
wachtwoord voor de zip is «bever24»
zip-wachtwoord «Bever#24»
ontgrendelen met «Spaarne!9»
PUK-code «12345678»
toegangssleutel «4f9a7c21»
wachtwoord "«zomervakantie»"
«Welkom01» is nog steeds het wachtwoord
Wachtwoord gereset naar «Zomer22!»
wachtwoord: «zomer»
code alarm «4418»
encryptiesleutel «8f2eaa1b9c0d4e5f»
""",
    "internal_host": r"""
10.9.8.7 heet «kaart-db-3»
reservekopie op «nas-zolder», uitwijk «jenkins-west»
Alleen via «https://kaart-int.provwest.nl/beheer» te zien.
Draait op «kaart.gemeentewest.intra».
primary «pgs-bag-01» en standby «pgs-bag-02»
Recorder «nvr-hal-2» op 10.1.2.3
dashboard op «grafana03», alert om 23:10
Back-up via «wsus-noord» (10.3.4.5)
ssh kdekker@«bi-jump02»
mach. heet «PMP-OUD3»
zie «https://portaal.rijksnet.nl/dossier»
Server «APP-STD-ACC03» wordt vervangen door «APP-STD-PRD04».
Server «APP-STD-ACC03» gaat uit.
Jobs staan op «lnx-batch07» en lopen 's nachts.
Draait op «gis-node2»
verhuisd van «vth-sql01» naar «vth-sql02»
op de SQL-cluster «GEOCL02»
cluster «HADOOP-PRD»
database «VTH_PRD» op «DBPRD07»
op host «web-prd-a»
«jira.stad.lan»
«https://intranet.stad.nl/vth»
«mijn-intranet.provincie.nl»
«datalab-acc.stad.nl»
«stadx.sharepoint.com/sites/vth»
«srv-file02»:445
«srvfile02»
«nas01»
op «kubprd-worker3»
image van «registry.stad.local:5000/vth»
«bi-prod.stad.intern»
Citrix-farm «CTX-FARM02»
«ctx-prd-05»
op laptop «NB-04412»
werkplek «LT004512»
pc «WS-1182»
VM «azv-vth-03»
container «ca-vth-prd-01»
op de printserver «PRT-HAL2»
RDP naar «stad-rds03»
ping «gw-hal-01»
«sqlcluster-01»
«dwh-tst-02»
«SAPPRD01»
""",
    "internal_path": r"""
mount -t cifs «//nas-west/algo$/uitwisseling» naar de node
rsync naar 192.168.1.2:«/srv/archief/register»
Foto's staan op «Teams/Parken/Bestanden/voorjaar».
Zie «https://stadx.sharepoint.example/sites/Team-Vth/Gedeelde%20documenten/DPIA» voor meer.
FTP-map «/uit/vth/dagelijks»
map «/in/vth/wekelijks» op de server
Teams-kanaal: «Stad X > Project Peil > Algemeen > Bestanden > 02 Advies»
Teams: «Team VTH > Kanaal Model > Bestanden»
te vinden via «Verkenner > Afdeling > VTH > Model»
«G:\Afdeling\VTH\model.xlsx»
«G-schijf > Afdeling > VTH»
«G-schijf, map Afdeling/VTH»
map Modellen/2023 op de «Q-schijf»
«\\srv01\vth$\model.xlsx»
«file:///G:/Afdeling/VTH/model.xlsx»
«git@git.stad.lan:vth/model.git»
«ssh://git@git.stad.lan/vth/model.git»
«~/projecten/vth/model.py»
«/home/kjansen/model.py»
«/mnt/vth_share/model»
«M:/Vth/2022/uitvoer.csv»
«OneDrive - Stad X/VTH/model.xlsx»
«..\..\uitvoer\lijst.csv»
«%APPDATA%\vth\model.ini»
«s3://vth-prd/uitvoer/»
«abfss://vth@stvth.dfs.core.windows.net/uit»
netwerkmap «Vth\Model\2022»
staat in «K:\Vth Model\2022»
in de map «Afdeling\VTH\Werk»
Corsa-map «Bestuur/VTH/2022/Advies»
te vinden onder «/data/vth/uitvoer»
""",
    "address": r"""
Klager («Lange Vaart 8, Heerenveen») heeft gebeld.
woont op het adres «3011 AB 12-3»
De camera keek uit op «Veldweg 88, Nieuweroord»
Woning van de klager: «Dorpsstraat 14, Nieuweroord».
Adres indiener: «Korte Wijk 7, Drachten».
Straat en huisnummer: «Lange Kade 12, Stavoren»
Straatnaam en huisnummer van de melder: «Hoge Brug 5, Smilde»
wonende te Hoorn, «Grote Noord 21»
zij woont «Parkzicht 9 in Ede»
«Kerkstraat 12-2, Zwolle»
«Kerkstraat 12 te Zwolle»
«Lindelaan 3b, 7411 AB Deventer»
«7411AB 3»
«postcode 7411 AB, nr. 3»
perceel «Zeedijk 40, Sint Jacobiparochie»
de boerderij aan «De Meent 6, Rouveen»
De overlast op «Molenstraat 31, Breskens» houdt aan.
oprit van «Eikenlaan 50, Borger»
""",
    "remark": r"""
«Hoi Els, kun jij deze alinea nog nakijken»? Groet
«Kan jij dit nog checken»?
«Wil je hier nog naar kijken»?
«Kun je dit bevestigen»?
«Zou jij dit willen aanvullen»?
«To do: bellen met de leverancier»
«To-do tekst inkorten»
«Eerste versie, moet nog langs het MT».
«moet nog door de jurist»
«moet nog naar de directie»
«Moet nog worden bekeken door de FG».
«Vertrouwelijk»! Zie verder.
«Vertrouwelijk». Niet tonen aan het bureau.
Wordt nog gebruikt «(check dit nog)»
Wordt gestopt «(navragen)»
«check dit»
«Even checken of dit klopt»
«ik weet niet zeker of dit klopt»
«Dit klopt volgens mij niet meer»
«weet niet of dit er in mag»
«Volgens mij is dit verouderd»
«Concept, niet definitief»
«concept - 12 mei»
«Concepttekst van 3 mei»
«Alleen voor intern gebruik».
«Niet voor de website»
«Mag niet op de site»
«mag dit wel in het register?»
«Kan dit weg?»
«Hier nog tekst invoegen»
[«tekst invoegen»]
[«naam invullen»]
«<nog in te vullen>»
Leverancier: «[…]»
Grondslag: «xxx»
Grondslag: «??»
Drempel: «nnb»
Drempel: «n.n.b.»
Einddatum: «volgt»
Evaluatie: «nog onbekend»
Leverancier: «nog onbekend, opvragen»
«wacht op akkoord van de FG»
«in afwachting van reactie van de jurist»
«Ligt nog bij de jurist»
«ter review»
«Opmerking voor de redactie: tekst is te lang»
«Nog te doen: tekst over rechten»
«aub niet delen»
«intern houden»
«graag niet openbaar maken»
«Onder embargo tot 3 mei»
«voor eigen gebruik»
«niet verspreiden»
«Hou dit onder ons»
«niet op papier zetten»
«bewust niet vermeld dat de proef mislukte»
«dit liever niet noemen»
«hier liever niet te veel over zeggen»
«Gevoelig: klacht van de vakbond loopt»
«Tekst overgenomen van de leverancier, nog herschrijven»
«copy-paste uit de DPIA, nog aanpassen»
«@redactie graag inkorten»
«zie mijn opmerking hierboven»
«afstemmen met de FG»
«nog niet naar buiten»
""",
}

#: What sounds like one of these, but may be read by everybody.
PASSED = r"""
De avond is op het Stadhuisplein 1.
Lam geboren 3 april 2010, oormerk volgt.
De Uitvoeringswet van 16 mei 2018 en de Raad van 13 december 2004.
De prognose CBS 2019-2060 is gebruikt.
De moeder is in 2019 of 2020 verhuisd.
Het wachtwoord = kiest de bewoner zelf.
scikit-learn 1.4.0.1 en pandas 2.1.0.2 zijn gebruikt.
Modelversie 2.3.11.4 wordt getoetst; de vorige was 2.3.10.12.
Volg ons: Facebook, Instagram of @waterstad.
Inloggen kan met DigiD of eHerkenning; uw account is persoonlijk.
Een gebruiker met Windows11 of office365 ziet hetzelfde scherm.
De toegangscode wordt per post verstuurd.
Het wachtwoord bestaat uit minimaal 14 tekens.
Locaties: Kanaallaan 1 (provinciehuis), werf Raalte.
Kom langs op het Raadhuisplein 1, Ermelo.
Het rapport is van maart 2021 en de norm van 1998.
CPV 48000000-8 en het bestek met nummer 2021-BOR-044.
ORA-01017: invalid username
De uitkomst wordt vastgelegd in het systeem, 12 maanden lang.
Vermoeidheid na covid-19 telt mee op de server.
De sleutel is een UUID: 3f2b8c1e-90aa-4d0e-8a2f-77c1d2e0b9aa
De gebruikersnaam is hoofdlettergevoelig.
De regeling geldt voor mensen geboren na 1 januari 1960.
De Wet van 12 maart 1981 en het besluit (12-03-1981) gelden nog.
Raadsbesluit, 4 feb 2012, en de brief van 9-9-2011.
Vastgesteld op 04-09-1979; gewijzigd 12 nov. 1986.
Versie 150472 van het bestand.
De gebruiker logt in met DigiD en de beheerder beheert de rechten.
Rechten: inzage, correctie en verwijdering. Autorisaties: lezen en schrijven.
Wijziging doorgevoerd door beheer. Laatst gewijzigd door: redactie.
Gewijzigd door wet2023 en door de gemeente.
Draait onder Windows; het draait als service.
Het account van de inwoner wordt geblokkeerd. Login: verplicht. Owner: gemeente.
Auteur: onbekend. Eigenaar: waterschap. Aangemaakt door: leverancier.
De zaak ligt bij de rechter; het dossier telt 12000 pagina's.
Aanvraag 2023, melding 112, klacht 2022, Woo 2022.
Wet van 2023, nr. 118; Stb. 2021, 388; Kamerstukken II 2022/23, 26643, nr. 924.
Statenvoorstel PS2023-118, raadsvoorstel RV-2022-044 en besluit GS2023-0441.
Norm NEN-EN 12464-1, ISO/IEC 27001:2022, BIO-maatregel 12.4.1 en WCAG 2.1.
Incident in 2022. Een ticket kost 12 euro. De DSO-LV en het OLO zijn landelijke systemen.
De vergunning geldt 10 jaar. De schade is 12000 euro. Perceel 2 en lot 3.
Het wachtwoord is verplicht en wordt versleuteld. De pincode bestaat uit vijf cijfers.
De code van het model is openbaar. Een token van 2048 bits. Code van de bibliotheek: Python 3.11.
De wifi-tracking is gestopt. De sleutel is persoonsgebonden. De code is beschikbaar.
De server staat in Frankfurt. Draait op Azure. De database is van Oracle 19c. Host is de gemeente.
De cluster-analyse op de GPU. Python 3.11 op Windows 11 en Windows Server 2019 met SQL Server 2016.
COVID-19, PM10, CO2-uitstoot, MP3, A12, N201, G4, WOZ-2023 en BERT-base-01.
De Pw: bijstand. De WW: uitkering. Wachtwoord: verplicht. Het wachtwoord is sterk.
De data van gdpr, xgboost en kwetsbare groepen. Kamer 3 en lijn 4. De pincode is ingevoerd in 2019.
win-win, win10 en BI-tool; fase-2, sprint-3, T-1000 en cluster-3 in de analyse.
Data > Informatie > Kennis. Kaart: Noord > Zuid. Stap 1 > stap 2 > stap 3.
De gemeente heeft bewust niet gekozen voor een automatisch besluit. De zaak gaat naar een medewerker, ter controle.
Kun je dit formulier niet zelf invullen? Dan helpt de balie. Ik heb je vraag niet begrepen, zegt de chatbot.
Gegevens worden gekopieerd uit de BRP. Dat kan niet op papier. Artikel 3, [...] van de wet.
Menu > Instellingen > Privacy. Beheer > Gebruikers. Home > Werken > Vacatures.
De map met foto's. Via https://www.gemeente.nl/sites/wonen/map en www.gemeente.nl/in/beeld/nu.
En/of, m/v, 24/7, ja/nee, wel/niet, straat/wijk/buurt.
Bezoekadres: Stadhuisplein 1, Assen. Kantoor: Marktweg 12, Heerlen.
Artikel 12, Almere. Paragraaf 3, Utrecht. Op weg 12, Groningen. Lijn 3, Rotterdam.
Het model kijkt naar Kamer 3, Amsterdam; groep 8, Ede.
Formulier 12ABC3 en type KL418T zijn vervallen.
De gemeente kan de aanvraag nog nakijken. Kunt u dit bevestigen? vraagt de chatbot.
Een medewerker moet nog naar het resultaat kijken. De aanvraag moet nog langs een medewerker.
De medewerker checkt dit. De aanvraag wacht op een medewerker. Het systeem wacht op antwoord.
Vertrouwelijke gegevens, de niet-openbare weg, een concept-besluit en interne controle.
De handhaver moet nog een besluit nemen. De inwoner moet nog betalen.
Het model is in ontwikkeling. De evaluatie volgt in 2026. De einddatum is nog onbekend.
De resultaten worden niet op de site gezet. Het conceptbesluit ligt ter inzage. Versie 2.1.
Zie de bijlage. Er wordt nog onderzocht of het model goed werkt. Het systeem is voor intern gebruik.
De redactie controleert de tekst. Gevoelig: persoonsgegevens van bijzondere aard.
Het algoritme checkt of dit klopt. De inwoner kan dit weglaten.
"""
