"""What is written to a colleague in English."""

from typing import Final

from algreg_lib.privacy.remarks.notes import CLOSES, CLOSES_PART, NEAR, OPENS, STARTS, each, note

#: The same in English.
_SPREAD: Final = (
    r"(?:share|publish|distribute|circulate|cite|forward|quote|copy|disclose|release"
    r"|print|include|mention|spread|leak)d?"
)
_MENDED: Final = (
    r"(?:completed|confirmed|added|checked|reviewed|decided|determined|updated|filled|removed|redacted|anonymi[sz]ed"
    r"|translated|rewritten|verified|announced|discussed)"
)
_MEND: Final = (
    r"(?:remove|delete|check|verify|confirm|rewrite|redact|anonymi[sz]e|update|review"
    r"|shorten|translate|rephrase|drop|strip)"
)
ENGLISH: Final = (
    note(
        "do_not_ don't_ dont_ never_ not_to_be",
        rf"(?:{OPENS}|(?<=please ))(?:do not|don'?t|never|not to be) (?:\w+ ){{0,2}}?{_SPREAD}\b",
    ),
    note(
        "internal_use internal_only internal: internal_- internal_– for_internal internal_note internal_comment "
        "not_for_",
        r"\binternal (?:use )?only\b|\bfor internal (?:use|purposes|distribution|eyes)\b",
        rf"{STARTS}internal(?: note| remark| comment| draft| memo)?(?: ?:| [–-])",
        r"\bnot for (?:external|public|distribution|publication|release|circulation|outside|sharing)\b",
    ),
    note(
        each("can could would will", "someone somebody anyone anybody you we"),
        rf"\b(?:can|could|would|will) (?:someone|somebody|anyone|anybody|you|we) [^.?\n]{{0,40}}"
        rf"\b(?:{_MEND}|look|help|explain|fill|add|publish|mention)\b[^.?\n]*\?",
    ),
    note(
        "to_be_ needs_ needs_to_be",
        rf"{OPENS}(?:still )?to be {_MENDED}\b|\b(?:still|yet|needs) to be {_MENDED}{CLOSES_PART}",
        r"\bneeds (?:a |some |more |legal |another |better )*(?:review|checking|rewriting|updating|work"
        r"|input|sign-?off|source|citation|description|wording|text)\b",
    ),
    note(
        (
            *each("remove delete redact anonymize anonymise drop strip", "before"),
            *("before_publ", "before_releas", "before_we_publ", "before_shar"),
            *each("please", "remove delete check verify confirm rewrite redact update review"),
            *("anonymize!", "anonymise!", "redact!", "remove!", "check!", "verify!", "confirm!"),
            *each(
                "remove delete check verify confirm rewrite redact update review", "this these the_name the_text that"
            ),
        ),
        rf"\b{_MEND}\b{NEAR}\bbefore (?:we )?(?:publi|releas|shar|send|going)\w*",
        rf"(?:{OPENS}|\bplease |- ?){_MEND}"
        r"(?:!| (?:this|these|that|the (?:names?|text|section|paragraph|sentence|numbers?|link)))",
    ),
    note("please pls plz", r"\b(?:please|pls|plz)\b(?! (?:contact|visit|see|note|refer|call|e-?mail))"),
    note(
        each("do should shall", "we"),
        rf"{STARTS}(?:do|should|shall) we\b[^.?\n]*\b(?:say|have|mention|publish|include|name|share|need|want|keep"
        r"|leave)\b[^.?\n]*\?",
    ),
    note(
        each("paragraph section sentence text field name passage", "should must may can"),
        r"\bthis (?:paragraph|section|sentence|text|field|name|passage) (?:should|must|may|can) (?:not|be)\b",
    ),
    note(
        "to_be_ needs_to_be for_legal_review for_internal_review for_peer_review for_review",
        rf"{STARTS}(?:\w+ ){{1,3}}to be {_MENDED}{CLOSES}|\bthis needs to be \w+{CLOSES}",
        rf"{OPENS}for (?:legal |internal |peer )?review(?: only)?{CLOSES}",
    ),
    note("tbc eyes_only", rf"{OPENS}tbc\b|\beyes only\b"),
    note(
        "work_in_progress not_final not_approved not_verified not_finished not_reviewed not_yet_",
        rf"\bwork in progress\b|\bnot (?:yet )?(?:final|finished|approved|verified|reviewed|ready){CLOSES_PART}",
    ),
    note(
        "not_sure_ i_don't_know i_do_not_know i_dont_know who_knows is_this_ should_we_ should_this",
        r"\bnot sure (?:if|whether|about|what|how|this|that)\b|\bi (?:don'?t|do not) know\b|\bwho knows\b[^.?\n]*\?",
        r"\bis this (?:still )?(?:correct|true|right|ok|okay|accurate|public|up to date)\b[^.?\n]*\?",
        rf"\bshould (?:we|this|i) [^.?\n]{{0,50}}\b(?:{_MEND}|publish|mention|include|name"
        r"|be public|stay|here)\b[^.?\n]*\?",
    ),
)
