"""What an import tells a person at once."""

from algreg_lib.inventory.importing.importing import Import
from algreg_lib.inventory.importing.report_workbook import REPORT_NAME


def import_summary(imported: Import) -> tuple[str, ...]:
    """What a person should know at once, as Dutch sentences."""
    made = imported.report
    sources = len(made.sources)
    origin = "één blad of bestand" if sources == 1 else f"{sources} bladen of bestanden"
    count = len(imported.inventory)
    lines = [f"{count} {'registratie' if count == 1 else 'registraties'} in de inventaris, uit {origin}."]
    target = imported.written[0].name
    lines += made.remarks["remark"][made.remarks["about"] == target].tolist()
    lines += [f"Kolom '{m.label}' lijkt op het veld {m.key} ({m.likeness} van 100)." for m in imported.proposed]
    if imported.proposed:
        lines.append("Klopt dat niet? Pas het bestand -kolommen.toml aan en importeer opnieuw.")
    told = [
        f"{number} {one if number == 1 else more}"
        for number, one, more in (
            (int(made.recoded["count"].sum()), "waarde omgezet", "waarden omgezet"),
            (len(made.unplaced), "tekst zonder plaats", "teksten zonder plaats"),
            (len(made.hidden), "verborgen of bijzondere cel", "verborgen of bijzondere cellen"),
            (len(made.to_do), "oude tekst waarvoor u moet kiezen", "oude teksten waarvoor u moet kiezen"),
            (int((made.remarks["about"] != target).sum()), "opmerking", "opmerkingen"),
        )
        if number
    ]
    if told:
        lines.append(f"{', '.join(told)}: zie {REPORT_NAME}.".capitalize())
    return tuple(lines)
