"""Whether an organisation is one of the public bodies of TOOI, and which one was probably meant."""

import re
from typing import Final

from algreg_lib.standard import near_organisations, organisation, successors

#: What people put before or behind the name that TOOI has: `De Nationale ombudsman`, `Bergen (L)`.
_AROUND: Final = re.compile(r"(?i)^\s*(?:de|het)\s+|\s*\([^()]*\)\s*$")


def unknown_body(name: str) -> str | None:
    """A sentence with the nearest names for a name that TOOI does not have, empty text without any; else None."""
    if organisation(name) is not None or organisation(_AROUND.sub("", name)) is not None:
        return None
    near = [body.name for body in near_organisations(name, most=6) if not body.ended][:2]
    meant = "' of '".join(near)
    return f"Bedoelt u '{meant}'?" if near else "Staat zij er niet in? Gebruik dan de officiële naam."


def ended_body(name: str) -> str | None:
    """A sentence with the successors of a body that ended; None when it exists or is not known."""
    body = organisation(name)
    if body is None or not body.ended:
        return None
    year = f" sinds {body.ended}" if body.ended.isdigit() else ""
    next_bodies = [other.name for other in successors(body)]
    if not next_bodies:
        return f"Zij is opgeheven{year}. Gebruik de naam van de organisatie die het werk nu doet."
    return f"Zij is opgeheven{year}. Opvolger: {' of '.join(next_bodies)}."
