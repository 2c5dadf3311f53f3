"""Small words that show which part a country plays, by language, in folded form."""

from __future__ import annotations

import re

from rules.fold import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


# before a country: it is the one that is hit
TOWARDS = {
    "en": _words("to against toward towards for"),
    "nl": _words("naar tegen aan richting jegens voor"),
    "de": _words("nach gegen an gegenuber für"),
    "fr": _words("vers contre a aux au pour envers destination"),
    "es": _words("a hacia contra al para"),
    "pt": _words("para contra a ao aos as"),
    "it": _words("a ad al allo alla all ai agli alle verso contro per"),
    "ru": _words("в против для"),
    "uk": _words("до проти в у для"),
    "pl": _words("do przeciw przeciwko dla wobec"),
    "ar": _words("الى إلى ضد على"),
    "id": _words("ke terhadap kepada untuk"),
    "cs": _words("do proti vůči pro"),
    "sv": _words("till mot för"),
}
# before a country, with sanctions, tariffs and lists only: it is the one that is hit
UPON = {
    "en": _words("on from over"),
    "nl": _words("op uit over"),
    "de": _words("auf aus uber"),
    "fr": _words("sur visant"),
    "es": _words("sobre"),
    "pt": _words("sobre"),
    "it": _words("su sul sullo sulla sull sui sugli sulle da dal dallo dalla dall dai dagli dalle"),
    "ru": _words("из на от"),
    "uk": _words("з на від"),
    "pl": _words("na z od"),
    "ar": _words("على من"),
    "id": _words("dari atas"),
    "cs": _words("na z ze"),
    "sv": _words("på från över"),
}
# before the name of a country, with controls and bans as well: «export controls on China». Not its
# adjective («on Chinese magnets») nor what is its own («on China's exports»): those it may impose
PLACED_ON = {
    "en": _words("on"),
    "nl": _words("op"),
    "fr": _words("sur"),
    "es": _words("sobre"),
    "pt": _words("sobre"),
    "it": _words("su sul sullo sulla sull sui sugli sulle"),
    "sv": _words("på"),
}
# before a country, with the same: who or whom, as the rest of the sentence says
OF = {
    "en": _words("of"),
    "nl": _words("van"),
    "de": _words("von"),
    "fr": _words("de du des d"),
    "es": _words("de del"),
    "pt": _words("de do da dos das"),
    "it": _words("di del dello della dell dei degli delle"),
}
# before a country: it did it
BY = {
    "en": _words("by"),
    "nl": _words("door"),
    "de": _words("durch von seitens"),
    "fr": _words("par"),
    "es": _words("por"),
    "pt": _words("por pela pelo"),
    "ru": _words("со"),
    "pl": _words("przez"),
    "ar": _words("قبل"),
    "id": _words("oleh"),
}
# before a country: the good comes from it
FROM = {
    "en": _words("from in of"),
    "nl": _words("uit in van"),
    "de": _words("aus in im von"),
    "fr": _words("de du en au des depuis"),
    "es": _words("de en desde del"),
    "pt": _words("de em do da no na desde"),
    "it": _words("di da in del della dell dei dal dalla dall dai nel nella nell"),
    "ru": _words("из в"),
    "uk": _words("з із в у"),
    "pl": _words("z ze w we"),
    "ar": _words("من في"),
    "id": _words("dari di"),
    "cs": _words("z ze v ve"),
    "sv": _words("från i"),
}
# before a country: goods are sent from it; not where something happens («in China»)
SENT = {
    "en": _words("from"),
    "nl": _words("uit vanuit"),
    "de": _words("aus"),
    "fr": _words("provenance venant de d du des depuis"),
    "es": _words("desde de del procedentes"),
    "pt": _words("de do da desde"),
    "it": _words("da dal dalla dall dai dagli dalle"),
    "ru": _words("из"),
    "uk": _words("з із"),
    "pl": _words("z ze"),
    "ar": _words("من"),
    "id": _words("dari"),
    "cs": _words("z ze"),
    "sv": _words("från"),
}
# may stand between the small word and the country
BETWEEN = _words(
    "the de het la le les el los las den die der dem das l o a os as all certain some several "
    "imports exports import export invoer einfuhren importen important importations importaciones "
    "il lo i gli importazioni esportazioni aziende imprese "
    "entreprises societes groupes clients acheteurs empresas compañias clientes compradores firms "
    "buyers customers users firmen bedrijven kunden konzerne "
    "imported chips goods products companies shipments sales supplies del des alle bepaalde "
    "bestimmte "
    "un une een ein eine einen einem einer um uma unos unas"
)
# may stand with a good between an adjective and its curb: «Chinese raw tin export ban»
OF_ORE = _words("raw ore ores metal metals mineral minerals unprocessed erts ertsen ruwe rauwe")
# in front of «of», «in» and the country: a body of it acts («a court in the US»)
BODIES = _words(
    "court courts government ministry tribunal corte juez gobierno ministerio justiça governo "
    "ministério gouvernement ministère cour rechter rechtbank regering ministerie gericht "
    "regierung ministerium parlament parliament parlement parlamento суд суда правительство "
    "governo ministero tribunale parlamento corte tar "
    "министерство парламент уряд міністерство rząd sąd ministerstwo vláda soud domstol regeringen"
)
# behind a country: it is the one that is hit («Russia hit by new EU sanctions»)
_HIT = (
    r"(?:(?:is|was|are|were|gets|been|has) )*(?:hit|targeted|struck|slapped|sanctioned|punished|"
    r"blacklisted) (?:by|with) |faces? |faced |wordt getroffen |(?:getroffen|geraakt) door |"
    r"(?:est |a ete )?(?:visee?|frappee?|touchee?)s? par |(?:golpead|afectad|castigad)[oa] por |"
    r"objeto de |(?:colpit|bersagliat|sanzionat)[aoie] (?:da|dal|dalla|dalle) |(?:atingid|"
    r"afetad)[oa] por |alvo de |попал[аи]? под |потрапил[аи]? п[іи]д |"
    r"(?:objet|dotkniet)[aey] |terkena |dikenai |kena "
)
IS_HIT = re.compile(_HIT)
# «U.S. persons» in the law are those whom a rule of their own country binds; behind «sanctions
# against» they are hit like anybody
BINDS = re.compile(
    r"(?:\b(?:binding|binds?|incumbent|appl(?:y|ies|ied|icable)|obligations?|requirements?) "
    r"(?:(?:on|upon|to|for) )?(?:all |any )?)$"
)
PERSONS = re.compile(r"persons? ")
BOUND = re.compile(
    r"persons? (?:from [^\W\d]+ing|may not|must|shall|(?:are|is) (?:barred|prohibited|required)) "
)
# in front of the land where something is: «a mine in Mali»
INSIDE = _words("in im en em no na au w we v ve i di в у ve في")
# in front of the country that is answered
ANSWER = re.compile(
    r"retal|represal|rappresagli|ritorsion|ripost|respon[sd]|in answer|antwoord|antwort|repons|"
    r"rispost|respuest|respost|ответ|відпов|odwet|odpowied|odpoved|odvet|vergelding|vergeltung|"
    r"vedergall|som svar|misilleme|balas|ردا|انتقام"
)
# a sign that ends a list of countries: «from Russia and Belarus: Brussels cuts»
APART = re.compile(r"[:–—;：；]|\s-\s")
PORT = re.compile(
    r"\bports?\b|harbour|harbor|dock|pilots|loodsen|haven|hafen|terminal|puert|porto\b|portu|"
    r"порт[а-я]{0,3}\b|докер|przystan|przystav|pristav|liman|pelabuhan|hamn|ميناء|مرفا|港|码头|碼頭|항만|항구|부두"
)
QUAY = re.compile(
    r"dock(?:er|work)|docker|stuwadoor|hafenarbeit|estibador|portuari|portual|докер|portarbet|"
    r"hamnarbet|buruh pelabuhan|liman isci|码头|碼頭|港湾|부두|عمال الميناء"
)
# joins countries of a list, so that they share a part
AND = _words("and en und et y e ed и та i oraz ve dan or of oder ou o или a och eller nebo")
# «в Казахстане» is where, «в Казахстан» is whither: the endings of where
WHERE = {"ru": (_words("в во"), ("е", "и")), "uk": (_words("в у"), ("і", "ї")),
         "cs": (_words("v ve"), ("u", "e", "i"))}  # fmt: skip
# «中国企業による買収», «중국 기업의 인수»: a firm of that country buys
FIRM_BY = re.compile(
    r"[^ \n]{0,4}? ?(?:系|資本|资本|資)?(?:の)?"
    r"(?:企業|企业|ファンド|投資家|投資会社|基金|集团|集團|公司|財団|大手|勢|자본|기업|펀드|업체|계)"
    r"[^ \n]{0,8}?(?:による|が|の|의|收购|收購|入股|并购|併購)"
)
# «dazi imposti dalla Cina» is by whom, «acciaio dalla Cina» is whence
IT_BY = re.compile(
    r" [^ ]{3,}(?:at|it|ut|ost|es|is|ess|ott|ett|ust)[oaie] (?:da|dal|dalla|dall|dai|dagli|dalle) $"
)
# «in die USA» is whither, «in den USA» is where
DE_INTO = re.compile(r" in die (?:[^ ]+en )?$")
# languages that write an adjective behind its noun
ADJECTIVE_BEHIND = frozenset(["fr", "es", "pt", "it", "ar", "pl"])
ADJECTIVE_FRONT = frozenset(["en", "nl", "de", "ru", "uk", "cs", "sv"])
# written to the country itself, or after it
GLUING = frozenset(["ja", "ko", "tr"])
AFTER_AFFECTED = (
    "に対", "への", "へ", "向け", "에 대", "에대", "향", "행", "으로", "로의", "에",
    "ya ", "ye ", "na ", "ne ", "e ", "a ", "karsi",
)  # fmt: skip
AFTER_SUPPLIER = ("产", "產", "から", "産", "산", "에서", "dan ", "den ", "tan ", "ten ")
# «Çin'den gelen», «Çin'den ithal edilen»: the ablative tells where goods come from
TR_FROM = re.compile(r"[dt][ae]n (?:gelen|ithal|alınan|alinan|yapılan|yapilan)")
# in front of a country, where words are not parted
BEFORE_AFFECTED = ("对", "對", "销", "銷", "赴", "向", "往", "至", "输", "輸", "対", "대")
BEFORE_SUPPLIER = ("从", "從", "自")
# languages in which a country that stands between doer and verb is the goal
VERB_LAST = frozenset(["ja", "ko", "tr"])
