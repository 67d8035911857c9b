"""How phrases of time look. Each rule is a pattern; all of them together make one scanner."""

from __future__ import annotations

import re

from ..words import word_set

_MONTHS = "january february march april may june july august september october november december"
MONTHS = tuple(_MONTHS.split())
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
)
NUMBERS = {word: number for number, word in enumerate(f"{_ONES} seventeen eighteen nineteen twenty".split())}
NUMBERS |= {"a": 1, "an": 1, "one": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "a couple of": 2}
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split())}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
HOLIDAYS = (
    r"Christmas(?: Day| Eve)?|New Year['’]s (?:Day|Eve)|Halloween|Valentine['’]s Day|Independence Day"
    r"|(?:the )?Fourth of July|Veterans['’]? Day|Thanksgiving(?: Day)?|Labor Day|Memorial Day"
    r"|(?:Martin Luther King(?: Jr\.?)?|MLK) Day|Presidents['’]? Day|Easter(?: Sunday| Monday)?|Good Friday"
    r"|Boxing Day|(?:St\.? )?Patrick['’]s Day|May Day|Remembrance Day|Bastille Day|Juneteenth"
)

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_ANY = rf"(?:{_MONTH}\b|{_SHORT})"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[0-9]|20)\d\d"
_NUMBER = (
    r"(?:\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:-[a-z]{3,5})?|sixty)"
)
_UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)"
_PART = r"(?:early|late|mid|the (?:beginning|start|middle|end) of)"
_NUMERAL = r"(?<![\d.,/:$£€#+-])"
_ENDS = r"(?![\d%]|[.,/:]\d|-\d)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_NTH = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

# name → pattern; the first that fits wins
PATTERNS: dict[str, str] = {
    "iso": rf"{_NUMERAL}(?P<iso>\d{{4}}-\d\d-\d\d)(?:T\d\d:\d\d)?(?!\d|-\d)",
    "september": r"(?<![\d/])9/11(?![\d/])",
    "slashed": rf"{_NUMERAL}(?P<one>\d{{1,2}})(?P<mark>[/.])(?P<two>\d{{1,2}})(?P=mark)"
    rf"(?P<year>{_YEAR})(?![\d/.]\d|\d)",
    "month-day": (
        rf"(?P<month>{_ANY}) ?(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%]|[,.:]\d{{3}}\b|:\d|-year)"
        rf"(?:\s?(?:-|–|—|to|and)\s?(?P<until>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:]|[,.]\d\d|-year))?"
        rf"(?:,? (?P<year>{_YEAR})\b{_ENDS})?"
    ),
    "day-month": (
        rf"{_NUMERAL}\b(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?:\s?(?:-|–|—|to|and)\s?(?P<until>\d{{1,2}})(?:st|nd|rd|th)?)? (?:of )?(?P<month>{_ANY})"
        rf"(?:,? (?P<year>{_YEAR})\b{_ENDS})?"
    ),
    "month-year": rf"(?:{_PART}[- ])?(?P<month>{_ANY}),?(?: of)? (?P<year>{_YEAR}|that year|the same year)\b{_ENDS}",
    "holiday": (
        rf"\b(?:(?P<side>last|this|next) )?(?P<holiday>{HOLIDAYS})(?! (?!(?:in|on|at|and|or|was|is|will|with|for|to"
        rf"|after|before|when|by|but|has|had|next|last|this|as|the)\b)[a-z]| [A-Z])"
        rf"(?:,? (?:of )?(?P<year>{_YEAR})\b{_ENDS})?"
    ),
    "half-year": (
        rf"(?i:\bthe )?(?:(?P<nth>(?i:first|second)) half (?:of )?"
        rf"(?P<year>{_YEAR}|last year|this year|next year|the year)\b"
        rf"|\bH(?P<half>[12]) (?P<year2>{_YEAR})\b)"
    ),
    "quarter": (
        rf"\b(?:(?i:the )?(?P<nth>(?i:{_NTH}))[- ]quarter"
        rf"(?:(?: of| in)? (?P<year>{_YEAR}|last year|this year|next year))?"
        rf"|Q(?P<q>[1-4])(?:[ ,]+(?P<year2>{_YEAR}))?|(?P<year3>{_YEAR}) ?-?Q(?P<q2>[1-4]))\b(?!-final)"
    ),
    "season-year": rf"\b(?:(?:the )?(?P<season>{_SEASON}),?(?: of| in)? (?P<year>{_YEAR}))\b{_ENDS}",
    "named-side": (
        rf"\b(?P<side>(?i:last|this|next|this past|this coming|past|coming|previous)) "
        rf"(?P<name>{_DAY}|{_MONTH}|{_SEASON}|weekend|night|morning|afternoon|evening|Christmas|Easter)\b(?!s\b)"
    ),
    "side": (
        r"\b(?P<side>(?i:last|this|next|current|(?:the )?coming|(?:the )?previous|(?:the )?following|that|the same"
        r"|the next|the preceding|the past)) "
        r"(?P<unit>day|week|weekend|fortnight|month|quarter|year|decade|century)\b(?! (?:old|ago|earlier|later)\b)"
    ),
    "before-after": r"\bthe (?P<unit>day|week|month|year|quarter|night) (?P<side>before|after)\b"
    r"(?! (?:yesterday|tomorrow|last|next|the|a|his|her|their|its)\b)",
    "count": (
        rf"\b(?P<count>(?i:{_NUMBER})) (?P<unit>{_UNIT})s? "
        r"(?P<side>ago|earlier|later|previously|from now|hence|before(?=[.,;]|$)|after(?=[.,;]|$)|beforehand)\b"
    ),
    "ahead": rf"\b(?i:in|within) (?P<count>{_NUMBER}) (?P<unit>day|week|month|year)s?(?P<time>['’]? time)?\b",
    "near": (
        r"\b(?P<near>(?i:the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight))\b"
        r"(?: (?:morning|afternoon|evening|night))?"
    ),
    "weekday": (
        rf"\b(?<!Bloody )(?<!Black )(?<!Super )(?<!Cyber )(?<!Ash )(?<!Shrove )(?<!Palm )(?<!every )(?<!each )"
        rf"(?P<weekday>{_DAY})\b(?: (?:morning|afternoon|evening|night))?(?:"
        rf",? (?:the )?(?:(?P<month>{_ANY}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
        rf" (?:of )?(?P<month2>{_ANY}))"
        rf"(?:st|nd|rd|th)?\b(?:,? (?P<year>{_YEAR})\b)?)?"
    ),
    "span-of-years": (
        rf"{_NUMERAL}\b(?P<from>{_YEAR})(?:(?:-|–|—|/|(?<=[Ff]rom \d{{4}}) to |(?<=[Bb]etween \d{{4}}) and )"
        rf"(?P<until>{_YEAR})|(?:-|–|/)(?P<short>\d\d))\b(?!['’]?s\b){_ENDS}"
    ),
    "decade": r"\b(?:(?i:the )?(?i:early|late|mid)[- ])?(?:(?i:the ))?"
    r"(?:(?<![\d.,/:$£€#])(?P<decade>1[0-9]\d0|20\d0)['’]?s\b|['’](?P<short>[3-9]0)s\b)",
    "century": (
        r"\b(?:(?i:the )?(?i:early|late|mid)[- ])?"
        r"(?P<century>\d{1,2}(?:st|nd|rd|th)|(?i:[a-z]{5,11}(?:-first)?))[- ]century\b"
        r"(?! ago)"
    ),
    "month": rf"\b(?:(?i:early|late|mid)[- ])?(?P<month>{_MONTH})\b(?! [A-Z][a-z]|['’]\w)(?!-\w)",
    "year": (
        rf"{_NUMERAL}(?:(?i:\b(?:early|late|mid|fiscal|the year))[- ])?(?<![\w’'])(?P<year>(?:1[0-9]|20)\d\d)\b"
        rf"{_ENDS}(?!s\b|['’]s? ?\d|st|-)"
    ),
}
_COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_GROUP = re.compile(r"\(\?P<\w+>")
_BACK = re.compile(r"\(\?P=\w+\)")
# what no phrase begins with is left at once
_GATE = (
    r"(?:(?<!\w)|(?<=Q)|(?<=H))(?=[\d'’A-Z]|the |an? |last |this |next |that |current |coming |previous |following "
    r"|past |early|late|mid|sometime |earlier |in |within |noon|midnight|on|t|f|s|e|n|yesterday|winter|autumn)"
)
SCANNER = re.compile(
    _GATE
    + "(?:"
    + "|".join(
        f"(?P<r{number}>{_BACK.sub('[/.]', _GROUP.sub('(?:', pattern))})"
        for number, pattern in enumerate(PATTERNS.values())
    )
    + ")"
)
_NAMES = tuple(PATTERNS)
_LEAD = re.compile(
    r"(?:^|[\s(])(in|since|by|until|till|from|of|during|before|after|through|between|and|to|for|around|circa|a|an|the|at"
    r"|as|than|that|every|or|early|late|mid)[- ]$",
    re.IGNORECASE,
)
TRIGGERS = frozenset(name for name in (*MONTHS, *DAYS)) | word_set(
    "today yesterday tomorrow tonight ago earlier later previously week weekend fortnight month quarter year decade"
    " century day night morning afternoon evening last next previous following coming christmas easter halloween"
    " thanksgiving juneteenth spring summer autumn fall winter noon midnight jan feb mar apr jun jul aug sep sept oct"
    " nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. q1 q2 q3 q4 h1 h2 half new labor memorial"
    " independence veterans boxing good fourth patrick valentine presidents mlk martin"
)


def named(text: str, match: re.Match[str], start: int, end: int) -> tuple[str, dict[str, str]]:
    """The rule that a match of the scanner is of, and its parts; `lead` is the small word before it."""
    rule = _NAMES[int((match.lastgroup or "r0")[1:])]
    again = _COMPILED[rule].match(text, match.start(), end)
    parts = {key: value for key, value in again.groupdict().items() if value} if again else {}
    if rule in {"month", "year"}:
        before = _LEAD.search(text[max(start, match.start() - 9) : match.start()])
        inside = match.group() != parts.get(rule)  # "early 2019"
        parts["lead"] = before[1].lower() if before else "early" if inside else ""
    return rule, parts
