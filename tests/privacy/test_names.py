"""Names of people in the shapes that municipal texts have, on sentences to develop with (`name_sentences.py`)."""

import re

import pytest

from algreg_lib.privacy import default_lists, hits
from tests.privacy import name_sentences

_MARK = re.compile(r"\[(.+?)\]")


def _lines(*groups: str) -> list[str]:
    return [line for group in groups for line in group.strip().splitlines()]


def _names(text: str) -> set[str]:
    return {text[hit.start : hit.end] for hit in hits(text, default_lists()) if hit.kind == "name"}


def _missed(marked: str) -> set[str]:
    return set(_MARK.findall(marked)) - _names(_MARK.sub(r"\1", marked))


def test_most_names_are_found_whole():
    marked = _lines(
        name_sentences.ROLES,
        name_sentences.INITIALS,
        name_sentences.FULL,
        name_sentences.ALONE,
        name_sentences.AGAIN,
        name_sentences.LAST,
        name_sentences.NOTES,
        name_sentences.SHAPES,
    )
    names = sum(len(_MARK.findall(line)) for line in marked)
    assert names > 150
    assert sum(len(_missed(line)) for line in marked) <= 0.1 * names


@pytest.mark.parametrize(
    "text",
    _lines(
        name_sentences.NOBODY,
        name_sentences.NOBODY_AGAIN,
        name_sentences.NOBODY_IN_NOTES,
        name_sentences.NOBODY_IN_SHAPES,
    ),
)
def test_nobody_is_named_here(text):
    assert _names(text) == set()


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("Wethouder [Hoekstra] besluit.", "Wethouder Verkeer besluit."),
        ("Aldus [Van der Meer].", "Aldus de Van der Meer stichting."),
        ("[Fatima's] model is vervangen.", "Fatima is een model."),
        ("Opgesteld door [Xiaoming Chen].", "Opgesteld door Marketing Chengdu."),
        ("Gebeld met [Jos], die belt terug.", "Jos is een systeem."),
        ("De opmerking is van [Willem].", "De toren is van Willem II."),
        ("Akkoord van [Geertruida Smid].", "Akkoord van Gedeputeerde Staten."),
        ("Teamleider [Kandhai] leest mee.", "Teamleider Handhaving leest mee."),
        ("[Kamphuis] licht toe hoe het gaat.", "Software licht toe hoe het gaat."),
        ("Pruim en [Jan Jansen] schreven dit.", "Appel en peer."),
        ("Gemaild met [v.d. Meulen].", "Gemaild met de gemeente."),
        ("[Els Smit-de Groot] tekende.", "De Commissie-Veerman tekende."),
        ("Aan: [Wiegers, Anne-Marie] CC: team", "Aan: Wegen, Water CC: team"),
        ("Steller: [PJ van Loon]", "Steller: IT Beheer"),
        ("Contact: [K. (Kees) de Lange]", "Contact: Omgevingsdienst (OD) Noord"),
        ("Mevrouw [Klein Nagelvoort] belde.", "Klein Amsterdam en Groot Rotterdam."),
        ("[Jansen] & [Oosterveld] hebben dit gebouwd.", "Jansen & Oosterveld heeft dit gebouwd."),
        ("Rapport van [T.H. Uiterwaal] & [S. Brok]", "Rapport van Uiterwaal & Brok Advies"),
        ("Volgens [Postma] klopt het niet.", "De afvoer is berekend volgens Postma."),
        ("[Van Dongens] opmerking is verwerkt.", "Van Dongen is een dorp."),
        ("De heren [Ubachs] en [De Wolff] komen.", "De heren winnen met Wielen en De Wending."),
        ("[Leemans], [Kok] en [Lely] zijn ziek.", "Leemans, Kok en Lely zijn gemalen."),
        ("Volgens voorzitter [Xhemali].", "contact met melder\nLopend dossier"),
        ("Zie /medewerkers/[marloes-van-kesteren]", "Zie /medewerkers/werken-bij-ons"),
        ("bel [karin] even", "het karige plan"),
        ("[Demir, Ayşe]", "Demografie, Arbeid"),
        ("[MvdB]: tien jaar", "De RvdK: tien jaar"),
        ("De moeder van [Jayden] belde.", "Leeftijd moeder\nSterfte per jaar"),
        ("De buurman heet [Tjibbe].", "De module van de buurman heet Tjibbe."),
        ("Ze heet [Sopacua-Visser].", "Onze chatbot heet Sopacua."),
        ("Rekening t.n.v. [G. Oosterloo].", "Rekening t.n.v. de gemeente."),
        ("Staat op naam van [Veldsink].", "Staat op naam van Stichting Veldsink."),
        ("Overleg [Ruud] + [Ayşe] + ouders", "Overleg Zorg + Jeugd + ouders"),
        ("Piket: [Annechien] -> [Van Tilborg]", "Route: Zwolle -> Kampen"),
        ("Ingeleend: [Bareld] van DataWorks", "Ingeleend: DataWorks van Utrecht"),
        ("Meneer [Zijlema] uit de Rozenstraat klaagde.", "De route loopt uit de Rozenstraat."),
        ("Kenteken KL-12-M van [Hoogerbrugge]", "Kenteken KL-12-M van Hoogezand"),
        ("Per mei gestopt. [Wolthuis's] taken zijn verdeeld.", "Per mei gestopt. Wolthuis Advies's taken."),
        ("[Wieteke vd Brug] doet de telling.", "De Erasmus vd Brug"),
        ("[De Wit-Latumahina] (ziek)", "De Dijk (band)"),
        ("Getekend door [Foekje], de rest door Handhaving", "Foekje, de nieuwe chatbot"),
        ("Storing: [Rikkert] 0598-123456", "Storing: Rikkert 4"),
        ("Vandaag: [Annefloor Boersma] belt de leverancier.", "Vandaag: Vloerdelen Roermond is dicht."),
        ("Vragen van [Van Tilborg].", "De motie-Van Tilborg is aangenomen."),
        ("[Hendrika] keek mee.", "Wij noemen het model 'Hendrika' sinds mei."),
        ("In de casus speelt [Jorrit] een rol.", "In het filmpje speelt Jorrit een inwoner. Jorrit is verzonnen."),
        ("Brief van [Albert Oosterling].", "Getraind op brieven van Albert Oosterling."),
        ("Het stuk van [Wouter Buikema].", "Het stuk van Wouter Buikema (1794)."),
        ("Ir. [Lohuis] gaf uitleg.", "De stand bij gemaal Ir. Lohuis."),
        ("Dhr. [Haven] en mevr. [Kerk] tekenden.", "De heer Wethouder en mr. Raad."),
        ("Gebeld met [Xiaofeng].", "Gebeld met Mixing."),
        ("gemaakt door [sjoerd de vries]", "gemaakt door de vries"),
        ("In de nota van A-G [Vossebeld].", "In de nota van NS Vossebeld."),
        ("[Krijn v.d. B.] leest mee.", "Versie v.d. B. leest mee."),
        ("[Harmke] en Stefan zijn met verlof.", "Harmke en Stefan zijn de namen van de bussen."),
        ("Het schema is van [Marloes], de tekst van [Ilse].", "Marloes, de tekst van het loket."),
        ("Wethouder [Van der Ham] vroeg dit.", "Wethouders van Assen vroegen dit."),
        ("Medewerker [Bakker] heeft dit gedaan.", "Medewerker Zorg heeft dit gedaan."),
        ("Mevrouw [Zomer] belde.", "Zomer en winter."),
        ("Gezien [TvdB] en verwerkt.", "Gezien RvdK en verwerkt."),
        ("Ook [Xiaoming] en [Tjitske] komen.", "Barthel en Katz zijn gebruikt."),
    ],
)
def test_a_shape_with_a_name_has_a_twin_without(bad, good):
    assert _missed(bad) == set()
    assert _names(good) == set()
