"""Proposes names of people in a text, from titles, announcements, initials, and lists of first names and surnames.

A row of words with capitals is a name when something says so (a title before it, a known first name in it), and
nothing says it is a street, an organisation, a law, a method or a product.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.lists import package_words
from algreg_lib.privacy.namelists import PREFIXES, NameLists, folded, name_lists

#: Signs with which a name can begin: the capitals of the Latin script.
UPPER: Final = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_LETTER: Final = r"[^\W\d_]"
_WORD: Final = rf"[{UPPER}]{_LETTER}*(?:['’]{_LETTER}+)*(?:-{_LETTER}+)*"
_INITIALS: Final = rf"(?:(?:[{UPPER}]|Th|Chr|Ph|IJ|Joh|Jac|Fr|Wm)\.[ -]?)+(?!\w\.)"
_BETWEEN: Final = "|".join(re.escape(word) for word in sorted(PREFIXES, key=len, reverse=True))
_ITEM: Final = re.compile(rf"{_INITIALS}|{_WORD}")
_SPACE: Final = "[ \u00a0]"
#: A row of words with capitals, with the small words that names have in between.
_ROW: Final = re.compile(
    rf"(?:{_INITIALS}|{_WORD})(?:{_SPACE}?(?:(?:{_BETWEEN}){_SPACE}|[dl]['’])*(?:{_INITIALS}|{_WORD})){{0,7}}"
)
_INVERTED: Final = re.compile(
    rf"(?<![\w.])([{UPPER}]{_LETTER}+(?:-[{UPPER}]{_LETTER}+)?), ?((?:[{UPPER}]\.[ -]?){{1,5}})"
    rf"((?:(?:{_BETWEEN})\b ?){{0,3}})(?![{UPPER}])"
)
_TITLES: Final = frozenset(
    "dhr mevr mw mevrouw meneer mijnheer heer drs ir ing mr dr prof ds hr mej juffrouw professor doctor zuster broeder "
    "mevr/dhr dhr/mevr heer/mevrouw ms mrs".split()
)
#: Abbreviations with the shape of initials.
_NO_INITIALS: Final = frozenset(
    "B.V. N.V. C.V. U.S. V.S. E.U. A.I. I.T. P.O. A.U.B. N.B. P.S. V.O.F. N.A.W. T.A.V. O.V. G.G.D.".split()
)
#: Ends of Dutch nouns and adjectives that departments and systems are called by.
_NOUN: Final = re.compile(
    r"(?:ing|ingen|heid|schap|isatie|teit|zaken|beleid|dienst|elijke?|ische?|atie|logie|iek|ties?|ment|eren|aal|ale|ief|eel|ele|"
    r"loket|beheer|data|matig|kundig|kunde|recht|rechten|wezen|proces|project|programma)$"
)
#: Small words that open an Arabic or Berber name, also at the start of a sentence.
_ARABIC: Final = frozenset({"el", "ait", "ben", "bou", "abu", "bin", "ould"})
#: Ends of Dutch and Frisian first names.
_FIRST_SHAPE: Final = re.compile(
    r"(?:ke|tje|pje|sje|iek|ien|ine|ina|ette|elle|anne|lien|lijn|lotte|linde|jan|bert|brecht|hard|wijn|brand|mar|mer|ward"
    r"|fried|win|wout|ger|rik|olf|aart|elis|inus|ius|aas)$"
)
#: Ends of words for what somebody does for a living, before a name: `taxateur`, `toezichthouders`, `oud-collega`.
_ROLE_SHAPE: Final = re.compile(
    r"(?:eur|ist|houder|leider|meester|kundige|ambtenaar|medewerker|manager|officer|voerder|beheerder|ontwikkelaar|collega|consulent"
    r"|engineer|scientist|architect|wetenschapper|bewaker|werker|verpleger|docent|leraar|agent|vrijwilliger)(?:s|en|'s|n)?$"
)
#: Words behind which a single letter is a class.
_LETTERED: Final = re.compile(
    r"\b(?:categorie|type|optie|groep|klasse|variant|bijlage|artikel|lid|sub|onder|onderdeel|deel|fase|stap|zone|tabel|vitamine|schaal|punt"
    r"|niveau|label|vak|lijn|spoor|route|kolom|scenario|alternatief|en|of)$",
    re.IGNORECASE,
)
#: What people do and systems do not, behind a first name at the start of a sentence.
_PERSON_VERBS: Final = frozenset(
    "vult zegt vindt weet kent wil denkt vroeg zei stuurde belt mailt mailde belde schreef gaf kijkt neemt bouwde "
    "twijfelt"
    "vond wilde had zou zit".split()
)
#: Ends of surnames, by language.
_SURNAME_SHAPE: Final = re.compile(
    r"(?:stra|sma|inga|enga|ema|huizen|huis|hof|veld|kamp|mans|sen|oğlu|oglu|ic|ski|ska|wicz|escu|yan|ova|ov|dze|poulos"
    r"|kort|horst|broek|donk|hout|steen|berg|burg|beek|man|ers|eijer|meijer|meyer)$"
)
_ARTICLES: Final = frozenset({"de", "het", "een", "deze", "dit", "die", "dat", "the"})

#: What ties a second name to the first.
_JOINTS: Final = frozenset({", ", " en ", " of ", ", en ", " & ", "/", " / ", " and ", "; ", "\n", " (", " - "})

#: How clearly the words before a name announce one.
_NOTHING, _ROLE, _ANNOUNCED, _TITLE = range(4)


class _Token(NamedTuple):
    start: int
    end: int
    word: str  #: as it stands
    key: str  #: in lower case without accents, without the 's of a possessive
    initials: bool


def name_hits(text: str) -> Iterator[Hit]:
    """Proposed names, in the order of the text; they do not overlap each other, but for those written surname first."""
    alone = name_lists().dutch_first
    before = 0  # where the last name ended: what is tied to it with `en` or a comma is announced by it
    for match in _ROW.finditer(text):
        start, row = match.start(), match.group()
        if start and (text[start - 1].isalnum() or text[start - 1] in "@\\/_."):
            continue
        joined = before > 0 and start - before < 6 and text[before:start] in _JOINTS
        if (
            row.isalpha()
            and not joined
            and not (folded(row) in alone or text[start - 1 : start] == "(" or _may_announce(text, start))
        ):
            continue  # most rows: one word, no first name, unannounced
        for hit in _in_row(text, [_token(item, start) for item in _ITEM.finditer(row)], joined=joined):
            before = hit.end
            yield hit
    if ", " in text:
        yield from _inverted(text)


def _token(item: re.Match[str], offset: int) -> _Token:
    word = item.group()
    initials = "." in word
    end = offset + item.end() - (len(word) - len(word.rstrip(" -")))
    word = word.rstrip(" -")
    bare = re.sub(r"['’]s$", "", word)
    return _Token(offset + item.start(), end, word, folded(bare), initials)


def _in_row(text: str, tokens: list[_Token], *, joined: bool) -> Iterator[Hit]:
    position = 0
    while position < len(tokens):
        hit, position = _name_at(text, tokens, position, joined=joined and position == 0)
        if hit is not None:
            yield hit


def _name_at(text: str, tokens: list[_Token], at: int, *, joined: bool) -> tuple[Hit | None, int]:
    """The name that begins at this token, if any, and the token to go on from."""
    lists = name_lists()
    announced, start = _announcement(text, tokens[at].start)
    if joined:
        announced = max(announced, _ANNOUNCED)
    if tokens[at].key in _TITLES and announced < _TITLE:
        return None, at + 1
    behind = _reach(tokens, at, announced, lists)
    confidence = _confidence(text, tokens[at:behind], announced, lists)
    if not confidence:
        return None, at + 1
    if _blocked(text, tokens, at, behind, announced):
        return None, behind
    return Hit(start, tokens[behind - 1].end, "name", confidence), behind


def _reach(tokens: list[_Token], at: int, announced: int, lists: NameLists) -> int:
    """The token behind the longest row from here that can be one name: at most five parts, one surname at the end."""
    behind = at + 1
    while behind < len(tokens) and behind < at + 5:
        token, before = tokens[behind], tokens[behind - 1]
        if token.start - before.end > 14 or _is_acronym(token, lists) or token.key in _TITLES:
            break
        if _is_double(tokens, at, behind, announced):
            behind += 1
            break
        if not (_goes_on(before, lists) or (behind == at + 1 and not _ends(before, announced))):
            if not (token.key in lists.surnames and token.key not in lists.plain):
                break
            behind += 1
            break
        behind += 1
    return behind


def _is_double(tokens: list[_Token], at: int, behind: int, announced: int) -> bool:
    """Whether this part follows a surname with small words between (`E.A. Scholten van der Linde`)."""
    gap = tokens[behind].start - tokens[behind - 1].end
    first = tokens[at].initials or announced == _TITLE
    return first and behind > at + 1 and gap > 4 and not _is_organisation(tokens[behind].key)


def _goes_on(token: _Token, lists: NameLists) -> bool:
    """Whether a part is never the end of a name: initials, first names, and prefixes with a capital."""
    return token.initials or token.key in PREFIXES or token.key in lists.first


def _ends(token: _Token, announced: int) -> bool:
    return announced >= _ROLE and token.key in name_lists().surnames and token.key not in name_lists().weak_first


def _confidence(text: str, parts: list[_Token], announced: int, lists: NameLists) -> float:
    """How surely these parts are a name, before anything speaks against it; 0 when nothing speaks for it."""
    first, last = parts[0], parts[-1]
    if last.initials or last.key in PREFIXES:
        return 0.0
    if len(parts) == 1:
        return _alone(text, last, announced, lists)
    if first.initials:
        return _with_initials(text, parts, announced, lists)
    if first.key in PREFIXES:
        return _with_capital_prefix(text, parts, announced, lists)
    return _with_first_name(text, parts, announced, lists)


def _alone(text: str, token: _Token, announced: int, lists: NameLists) -> float:
    if announced == _TITLE:
        return 0.0 if token.key in _exact_organisation() | _functions() or _is_acronym(token, lists) else 0.95
    if token.key in lists.plain or token.key in lists.places or _is_acronym(token, lists):
        return 0.0
    if announced == _NOTHING:
        return 0.5 if _is_first_name_alone(text, token, lists) or _is_surname_aside(text, token, lists) else 0.0
    known = token.key in lists.first or _is_surname(text, token, lists)
    rare = announced >= _ANNOUNCED and len(token.key) > 3 and token.key in lists.weak_first
    return 0.7 if known else 0.6 if rare else 0.0


def _is_first_name_alone(text: str, token: _Token, lists: NameLists) -> bool:
    """Whether a word is a common first name within a sentence, where nothing but a name has a capital."""
    if len(token.key) < 4 or token.key not in lists.dutch_first:
        return False
    opens = _opens_sentence(text, token.start) and not text[: token.start].rstrip().endswith(":")
    if opens and _next_word(text, token.end) not in _PERSON_VERBS:
        return False
    return not _hyphened(token) and _next_word(text, token.end) not in {"heet", "heten"}


def _is_surname_aside(text: str, token: _Token, lists: NameLists) -> bool:
    """Whether a known surname stands alone between brackets, as in `(Hoekstra)`."""
    return (
        token.key in lists.surnames
        and text[token.start - 1 : token.start] == "("
        and text[token.end : token.end + 1] in {")", ","}
    )


def _with_initials(text: str, parts: list[_Token], announced: int, lists: NameLists) -> float:
    initials, surname = parts[0].word, parts[1]
    if initials.upper().replace(" ", "") in _NO_INITIALS and announced < _TITLE:
        return 0.0
    prefixed = _gap(text, parts[0], surname) != "" or surname.key in PREFIXES
    if announced >= _ANNOUNCED or prefixed or _is_surname(text, parts[-1], lists) or surname.key in lists.surname_ends:
        return 0.9
    odd = surname.key in lists.plain or _NOUN.search(surname.key) or _is_acronym(surname, lists)
    told = initials.count(".") > 1 or " " not in text[parts[0].start : surname.start] or announced
    told = told or (len(surname.key) > 3 and not _is_lettered(text, parts[0].start))
    return 0.8 if told and not odd else 0.0


def _is_lettered(text: str, start: int) -> bool:
    """Whether a letter with a stop can be that of a list or a class (`categorie A. Verder …`), not an initial."""
    before = text[max(0, start - 30) : start].rstrip()
    if not before or before[-1] in ".!?\n;" or text[start - 1 : start] == "\n":
        return True
    return _LETTERED.search(before) is not None


def _with_capital_prefix(text: str, parts: list[_Token], announced: int, lists: NameLists) -> float:
    """`Van der Meer`, `El Amrani`: a surname by itself, only when it is known in full or announced."""
    last = parts[-1]
    full = folded(" ".join(text[parts[0].start : last.end].split()))
    if announced == _TITLE:
        return 0.9
    if last.key in lists.common or full in lists.places:
        return 0.0
    if announced and last.key not in lists.places:
        return 0.8
    if parts[0].key in _ARABIC:
        return 0.6 if len(parts) > 2 or full in lists.surnames else 0.0
    several = text[parts[0].start : last.end].count(" ") > 1
    return 0.6 if full in lists.surnames and (several or not _opens_sentence(text, parts[0].start)) else 0.0


def _with_first_name(text: str, parts: list[_Token], announced: int, lists: NameLists) -> float:
    first, last = parts[0], parts[-1]
    surname = _is_surname(text, last, lists)
    prefixed = _gap(text, parts[-2], last) != "" or parts[-2].key in PREFIXES
    strange = _is_strange(text, last, lists) and not surname
    if first.key in lists.first or _compound_first(first, lists):
        return _trusted(text, last, strange=strange and not prefixed, surname=surname)
    if first.key in lists.weak_first or _looks_like_first(text, first, lists):
        shaped = not strange and (prefixed or _SURNAME_SHAPE.search(last.key) is not None)
        known = surname or last.key in lists.weak_surnames or shaped or announced
        return 0.7 if known and not strange else 0.0
    if announced >= _ANNOUNCED:
        return 0.7 if not any(_is_strange(text, part, lists) for part in parts) else 0.0
    return _unknown_first(text, parts, announced, lists) if surname else 0.0


def _trusted(text: str, last: _Token, *, strange: bool, surname: bool) -> float:
    """Behind a sure first name any word with a capital is a surname (Bloem, Klok): Dutch nouns have none."""
    if surname or not strange:
        return 0.95 if surname else 0.8
    lists = name_lists()
    other = last.key in lists.common or _is_acronym(last, lists) or _has_inner_capital(last.word)
    return 0.0 if other or f" {last.word.lower()} " in text else 0.6


def _looks_like_first(text: str, token: _Token, lists: NameLists) -> bool:
    """Whether an unknown word has the shape of a Dutch first name and stands within a sentence."""
    if not _FIRST_SHAPE.search(token.key) or _opens_sentence(text, token.start):
        return False
    return not _is_strange(text, token, lists)


def _unknown_first(text: str, parts: list[_Token], announced: int, lists: NameLists) -> float:
    """An unknown word before a known surname: only where both can be nothing else."""
    first, last = parts[0], parts[-1]
    if any(_is_strange(text, part, lists) for part in parts) or _opens_sentence(text, first.start):
        return 0.0
    if announced:
        return 0.6
    return 0.6 if len(parts) == 2 and len(first.key) > 2 and len(last.key) > 3 else 0.0


def _compound_first(token: _Token, lists: NameLists) -> bool:
    parts = token.key.split("-")
    return len(parts) > 1 and all(part in lists.first or part in lists.weak_first for part in parts)


def _is_surname(text: str, token: _Token, lists: NameLists) -> bool:
    """Whether a surname list knows it, with the small words before it or without; either half of a double name."""
    if any(half in lists.surnames for half in (token.key, *re.split(r"-(?:van |de |der |den )*", token.key))):
        return True
    before = text[max(0, token.start - 16) : token.start].split()
    for size in range(1, min(len(before), 3) + 1):
        if folded(" ".join((*before[-size:], token.key))) in lists.surnames:
            return True
    return False


def _is_strange(text: str, token: _Token, lists: NameLists) -> bool:
    """Whether a word is rather something else than a name: a plain word, a place, an acronym, a kind of noun."""
    if token.initials or token.key in PREFIXES:
        return False
    key = token.key
    if key in lists.plain or key in lists.places or _is_acronym(token, lists) or _has_inner_capital(token.word):
        return True
    return bool(_NOUN.search(key)) or _is_organisation(key) or f" {token.word.lower()} " in text


def _is_acronym(token: _Token, lists: NameLists) -> bool:
    word = token.word
    if token.initials or token.key in PREFIXES or not word.isupper():
        return False
    return len(word) < 5 or not any(token.key in names for names in (lists.surnames, lists.surname_ends, lists.first))


def _has_inner_capital(word: str) -> bool:
    tail = re.sub(r"^(?:Mc|Mac|De|Van|El|Al|IJ|O['’]|D['’]|L['’])", "", word)[1:]
    return any(sign.isupper() for sign in re.sub(rf"['’-][{UPPER}]", "", tail)) and not word.isupper()


def _gap(text: str, left: _Token, right: _Token) -> str:
    return text[left.end : right.start].strip()


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“‘(•-*")
    return not before or before[-1] in ".!?:\n\r;|"


# What speaks against a name


def _blocked(text: str, tokens: list[_Token], at: int, behind: int, announced: int) -> bool:
    parts, last = tokens[at:behind], tokens[behind - 1]
    if _is_street(text, last):
        return True
    if announced == _TITLE:
        return False
    lists = name_lists()
    if any(_is_organisation(part.key) and part.key not in lists.surnames for part in parts if not part.initials):
        return True
    if any(_has_inner_capital(part.word) for part in parts if not part.initials):
        return True
    whole = folded(text[parts[0].start : last.end])
    if whole in lists.companies or whole in lists.places:
        return True
    if _before_is_institution(text, parts[0].start, announced):
        return True
    return _tied_to_organisation(text, last.end) or _hyphened(last)


def _tied_to_organisation(text: str, end: int) -> bool:
    """Whether the word behind makes it an organisation or thing: `Anne Frank stichting`, `De Jong & Partners`."""
    following = _next_word(text, end)
    if re.match(rf" ?& ?[{UPPER}]", text[end : end + 4]):
        return True
    if text[end : end + 2].lstrip(" -")[:1].islower() and text[end : end + 1] != "-":
        return bool(_institutions().fullmatch(following))
    return _is_organisation(following)


def _is_street(text: str, last: _Token) -> bool:
    always, with_number = _street_ends()
    key = last.key
    if always.search(key) and not _is_surname(text, last, name_lists()):
        return True
    numbered = re.match(r" \d{1,4}\b(?![.:/-]\d)", text[last.end : last.end + 7])
    if numbered and with_number.search(key):
        return True
    return bool(
        always.fullmatch(_next_word(text, last.end)) or always.search("x" + _next_word(text, last.end).lstrip("-"))
    )


def _hyphened(last: _Token) -> bool:
    """Whether a word was tied on with a hyphen (`Monte Carlo-simulatie`)."""
    tail = last.word.rpartition("-")[2] if "-" in last.word else ""
    return bool(tail) and tail.islower() and tail not in PREFIXES


def _before_is_institution(text: str, start: int, announced: int) -> bool:
    words = text[max(0, start - 40) : start].split()
    if not words or announced >= _ANNOUNCED or text[start - 1] not in " \u00a0-\"“'‘":
        return False
    word = words[-1].strip("\"“”'‘’(").casefold()
    if word in PREFIXES and word not in _ARTICLES and len(words) > 1:
        return False
    return bool(_institutions().fullmatch(word)) or (word in _ARTICLES and announced < _ROLE)


def _next_word(text: str, end: int) -> str:
    match = re.match(rf"[ \u00a0]?-?({_LETTER}[\w.]*)", text[end : end + 40])
    return match.group(1).casefold().rstrip(".") if match else ""


def _is_organisation(key: str) -> bool:
    return bool(key) and bool(_organisations().fullmatch(key))


# What announces a name


def _may_announce(text: str, start: int) -> bool:
    """Whether the word before `start` can be the last of an announcement; quick, and true too often."""
    end = start - 1
    while end > 0 and not text[end].isalnum():
        end -= 1
    begin = end
    while begin > 0 and not text[begin - 1].isspace() and end - begin < 30:
        begin -= 1
    word = text[begin : end + 1].strip("(:;,.\"'“”‘’[]<>*–-").casefold()
    if _ROLE_SHAPE.search(word):
        return True
    return word in _last_words() or word.rpartition("/")[2] in _TITLES or word in PREFIXES


def _announcement(text: str, start: int) -> tuple[int, int]:
    """How clearly the words before `start` announce a name, and where that name begins with its small words."""
    if not _may_announce(text, start):
        return _NOTHING, start
    left = text[max(0, start - 64) : start]
    words = left.split()
    if not words or (not left[-1:].isspace() and left[-1] not in ":('\"“‘/"):
        return _NOTHING, start
    cut = len(words)
    while cut and words[cut - 1] in PREFIXES:
        cut -= 1
    strength = _strength(words[:cut])
    if cut < len(words) and (not strength or (strength == _ROLE and words[cut:] == ["van"])):
        return _strength(words), start  # `medewerkers van …` is no surname with `van`
    if cut < len(words):
        start -= len(left) - _start_of_word(left, len(words) - cut)
    return strength, start


def _start_of_word(text: str, from_end: int) -> int:
    """Where the last `from_end` words of the text begin."""
    return [match.start() for match in re.finditer(r"\S+", text)][-from_end]


def _strength(words: list[str]) -> int:
    if not words:
        return _NOTHING
    last = words[-1]
    bare = [word.strip("(:;,.\"'“”‘’[]<>*–-").casefold() for word in words[-4:]]
    if last.isupper() and len(last) > 1:
        return _NOTHING
    if bare[-1] in _TITLES or bare[-1].rpartition("/")[2] in _TITLES:
        return _TITLE
    if last.endswith((".", ";", "!", "?")) and bare[-1] not in {"t.a.v", "w.g"}:
        return _NOTHING
    phrases = {" ".join(bare[-size:]) for size in range(1, len(bare) + 1)}
    if phrases & _announcements():
        return _ANNOUNCED
    role = phrases & _functions() or (words[-1][:1].islower() and _ROLE_SHAPE.search(bare[-1]))
    return _ROLE if role else _NOTHING


def _inverted(text: str) -> Iterator[Hit]:
    """Names written as in a list of literature or staff: `Jansen, P.A. van`."""
    lists = name_lists()
    for match in _INVERTED.finditer(text):
        surname, initials = match.group(1), match.group(2)
        key = folded(surname)
        full = folded(f"{match.group(3).strip()} {surname}".strip())
        if initials.replace(" ", "").upper() in _NO_INITIALS or full in lists.places or _is_organisation(key):
            continue
        known = any(name in lists.surnames for name in (full, key, *key.split("-")))
        if known or (initials.count(".") > 1 and key not in lists.plain and not _NOUN.search(key)):
            yield Hit(match.start(), match.start() + len(match.group().rstrip()), "name", 0.8)


# The word lists as fast structures


@cache
def _announcements() -> frozenset[str]:
    return frozenset(package_words("aankondigingen"))


@cache
def _last_words() -> frozenset[str]:
    phrases = (*package_words("aankondigingen"), *package_words("functies"), *_TITLES)
    return frozenset(phrase.rpartition(" ")[2].rstrip(".") for phrase in phrases)


@cache
def _functions() -> frozenset[str]:
    return frozenset(package_words("functies"))


@cache
def _exact_organisation() -> frozenset[str]:
    return frozenset(folded(word) for word in package_words("organisatiewoorden") if "*" not in word)


@cache
def _organisations() -> re.Pattern[str]:
    return _ends_with("organisatiewoorden")


@cache
def _institutions() -> re.Pattern[str]:
    return _ends_with("instellingen")


def _ends_with(name: str) -> re.Pattern[str]:
    words = package_words(name)
    return re.compile("|".join(re.escape(folded(word)).replace(r"\*", ".*") for word in words))


@cache
def _street_ends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Ends of words that are always a street, and those that are one only before a house number."""
    words = [folded(word) for word in package_words("straatwoorden")]
    always = "|".join(re.escape(word) for word in words if not word.startswith("!"))
    numbered = "|".join(re.escape(word.lstrip("!")) for word in words)
    return re.compile(rf"(?:{always})$"), re.compile(rf"(?:{numbered})$")
