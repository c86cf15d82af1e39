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
"""
