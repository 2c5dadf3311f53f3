"""Small tables of our own: letters of other scripts, legal forms, words that tell nothing.

Letters: how press and passports write Cyrillic, Greek and Arabic with Latin letters (short vowels
do not stand in Arabic). Legal forms: their usual abbreviations and what they stand for.
"""

from __future__ import annotations

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "ҷ": "j",
    "ӣ": "i", "ӯ": "u", "ҳ": "h", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
}  # fmt: skip
GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ى": "a", "ة": "a", "ء": "", "ئ": "i",
    "ؤ": "u", "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ی": "i", "ک": "k", "ہ": "h", "ھ": "h",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ے": "e", "ں": "n", "ـ": "",
}  # fmt: skip
LATIN = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "þ": "th",
    "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a", "ʿ": "", "ʾ": "", "ʻ": "", "ʼ": "", "'": "",
    "’": "", "‘": "", "`": "", "´": "", "ʹ": "", "ʺ": "", "&": " and ",
}  # fmt: skip

# At the beginning or the end of a company's name; a phrase of several words anywhere in it.
_LEGAL_FORMS = """
ab ad ag ao aps as asa bhd bsc bv cjsc co company corp corporation cv cva dd dmcc doo dooel ead
eg eirl eood ev fgup fz fzc fzco fze fzllc gbr gie gmbh gup inc incorporated jsc kda kf kft kg
kgaa kk kd limitada limited llc llp lp ltd ltda mbh nv nyrt oao ojsc ood ooo oy oyj pao pc pjsc
plc pp private pt pte pty publ pvt rt sa saa sac sae sal saoc saog sapi sarl sas sasu sca scrl
scs sdn se sia sl slu snc spa spk spol sprl sro srl sti tbk tov too uab ug vof wll zao zat zoo
zrt aktiengesellschaft societe unlimited
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
_LEGAL_PHRASES = """
limited liability company | limited liability partnership | joint stock company | open joint
stock company | closed joint stock company | public joint stock company | private joint stock
company | public limited company | private limited | private limited company | joint stock |
free zone company | free zone establishment | sp z o o | sp z oo | d o o | s r o | s a | b v | n
v | s p a | s r l | l l c | sdn bhd | sendirian berhad | anonim sirketi | limited sirketi |
sociedad anonima | societe anonyme | gesellschaft mit beschrankter haftung | besloten
vennootschap | naamloze vennootschap | obshchestvo s ogranichennoi otvetstvennostyu | publichnoe
aktsionernoe obshchestvo | otkrytoe aktsionernoe obshchestvo | zakrytoe aktsionernoe obshchestvo
| aktsionernoe obshchestvo | tovarystvo z obmezhenoyu vidpovidalnistyu | gmbh co kg | co ltd |
pty ltd | pte ltd | pvt ltd
"""
LEGAL_PHRASES = tuple(tuple(phrase.split()) for phrase in _LEGAL_PHRASES.split("|"))

# Articles and particles come and go between spellings of one name; titles stand before a person's.
_FILLERS = """
al an and ar as at az bin bint binti dar das de del den der des di dos du e ed el en et for i
ibn in la las le les los of on oul ould the to ud ul und van vom von y zu zur
"""
FILLERS = frozenset(_FILLERS.split())
_TITLES = """
mr mrs ms miss dr prof professor sir lady sheikh shaykh sheik mullah maulavi haji hajji hadji
gen general colonel col major maj captain capt lieutenant lt president minister king prince
princess engineer eng
"""
TITLES = frozenset(_TITLES.split())

# Words of organisations and of ordinary headlines: a name needs another word to be telling.
_COMMON = """
academy action administration advanced aerospace affairs africa african agency agricultural air
airlines airport alliance america american antwerp arab area arm army art asia asian associates
association automotive aviation bank banking base bay beijing black blue board bridge
broadcasting brothers bureau business cargo center central centre chamber charity chemical
chemicals china chinese city civil claim coal coast command commerce commercial commission
committee communication communications community computer concern construction consulting
control cooperation council country crescent data day defence defense delta department design
development diamond digital direct directorate distribution division dollar dragon eagle east
eastern economic education electric electrical electronic electronics electro energy engineering
enterprise enterprises equipment europe european exchange export express factory family federal
federation film finance financial first fish fishing fleet food foods force forces foreign forum
foundation free freedom friends front fuel future gas general global globe gold golden
government great green group guard gulf harbour health high holding holdings home horizon hotel
house human import import-export independent industrial industries industry information
innovation institute insurance integrated intelligence international internet investment
investments iron island islamic jihad joint justice key lake land law leader league liberation
life light line lines link lion logistics london machine machinery main management manufacturing
marine maritime market marketing martyrs materials media medical meridian metal metals middle
military mineral minerals mining ministry mission mobile modern moon motor motors movement
national natural navy network new news north northern nuclear ocean office oil one online open
operations optical order organization organisation pacific palace paper park partner partners
party peace people peoples petroleum petrochemical pharma pharmaceutical phoenix pioneer plant
plastic police popular port post power precision press prime product production products
professional progress project property public radio rail railway real red regional relief
republic research resistance resource resources revolution revolutionary river road royal safe
safety school science sciences scientific sea secret security semiconductor service services
ship shipping shipyard silver society software solar solution solutions source south southern
space special sport star state steel stone storage strategic strong sun supply support supreme
system systems tanker team technical technologies technology telecom telecommunications
television terminal textile time tobacco tools top trade traders trading transport
transportation travel trust unified union unit united university unity universal victory village
vision war water wave way west western white win world yard young youth zone handel handels
bedrijf groep maatschappij staat volk partij onderzoek ontwikkeling industrie gesellschaft
handelsgesellschaft werke werk societe entreprise groupe banque compagnie empresa grupo compania
banco comercial nacional internacional internationale nationale zavod kombinat obedinenie
predpriyatie nauchno proizvodstvennoe proizvodstvennaya tsentr kompaniya gruppa torgovyi dom
"""
COMMON = frozenset(_COMMON.split())

# What may stand between two capitalised words of one name in running text.
PARTICLES = (
    "al", "el", "bin", "ibn", "bint", "abu", "de", "da", "di", "del", "della", "der", "den", "dos",
    "du", "la", "le", "of", "for", "and", "van", "von", "ul", "ud", "und", "et", "y", "ter", "ten",
)  # fmt: skip
